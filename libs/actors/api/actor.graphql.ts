import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ACTOR_SIZES,
  CERTAINTIES,
  CONTACT_VISIBILITIES,
  DIRECTIONS,
  PROVENANCES,
  type ActorSize,
  type Certainty,
  type ContactVisibility,
  type Direction,
  type ProfilePart,
  type Provenance,
} from '@knotenpunkt/actors/domain';
import { AUDIENCES, type Audience } from '@knotenpunkt/kernel';
import { Connection, enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { ACTOR_KINDS, type ActorKind } from '@knotenpunkt/themes/domain';

export const AudienceEnum = enumOf(
  AUDIENCES,
  'Audience',
  'Who may see something: everybody, those who act for an organisation of the region, or its coordinators.',
);
export const ActorKindEnum = enumOf(ACTOR_KINDS, 'ActorKind', 'Kind of an actor; UNION covers works and staff councils.');
export const ActorSizeEnum = enumOf(ACTOR_SIZES, 'ActorSize', 'MICRO under 10 people, SMALL under 50, MEDIUM under 250, LARGE from 250.');
export const ProvenanceEnum = enumOf(PROVENANCES, 'Provenance', 'Where a profile comes from.');
export const ContactVisibilityEnum = enumOf(CONTACT_VISIBILITIES, 'ContactVisibility', 'HIDDEN: only for the organisation itself.');
export const EntryDirectionEnum = enumOf(DIRECTIONS, 'EntryDirection', 'OFFER: what it offers. NEED: what it seeks.');
export const CertaintyEnum = enumOf(CERTAINTIES, 'Certainty', 'INFERRED is presumed by whoever collected it and makes no tie.');

@ObjectType('ActorContact', { description: 'A person or office one can write to.' })
export class ContactType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  role!: string;

  @Field()
  email!: string;

  @Field()
  phone!: string;

  @Field(() => ContactVisibilityEnum)
  visibility!: ContactVisibility;
}

@ObjectType({ description: 'How complete a profile is. Shown to those who may change it.' })
export class ProfileCompleteness {
  @Field(() => Int, { description: '0 to 100.' })
  percent!: number;

  @Field(() => [String], { description: 'What is missing, most helpful first.' })
  missing!: ProfilePart[];
}

@ObjectType({
  description: 'Where the logo of an actor is found. Another logo has other addresses, so what they show may be kept for ever.',
})
export class ActorLogo {
  @Field({ description: 'WebP, at most 320 pixels wide and high.' })
  address!: string;

  @Field({ description: 'For lists: at most 96 pixels wide and high.' })
  smallAddress!: string;
}

@ObjectType('Actor', { description: 'An organisation, body or network. Texts that were never given are empty.' })
export class ActorType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Part of the address `/akteure/<slug>`. Differs from the one asked for when the actor was renamed.' })
  slug!: string;

  @Field()
  name!: string;

  @Field()
  shortName!: string;

  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field({ description: 'Who they are in one line.' })
  summary!: string;

  @Field({ description: 'Markdown.' })
  description!: string;

  @Field(() => [String], { description: 'Ids of themes.' })
  themes!: string[];

  @Field(() => [String], { description: 'Ids of competences.' })
  competences!: string[];

  @Field(() => String, { nullable: true, description: 'A code of WZ 2008.' })
  sector!: string | null;

  @Field(() => [String], { description: 'Codes of KldB 2010: what people do there.' })
  occupations!: string[];

  @Field()
  street!: string;

  @Field()
  postalCode!: string;

  @Field()
  city!: string;

  @Field()
  district!: string;

  @Field(() => Float, { nullable: true, description: 'Degrees.' })
  lon!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees.' })
  lat!: number | null;

  @Field()
  website!: string;

  @Field(() => ActorSizeEnum, { nullable: true })
  size!: ActorSize | null;

  @Field(() => ID, { nullable: true, description: 'As it was named, also where that organisation is not shown now; see `employer`.' })
  employerId!: string | null;

  @Field({ description: 'One entry stands for many, such as "Dortmunder Schulen".' })
  collective!: boolean;

  @Field(() => ProvenanceEnum)
  provenance!: Provenance;

  @Field(() => String, { nullable: true, description: 'The source, when it was not entered by the organisation.' })
  sourceNote!: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'When the organisation last said that its profile is right.' })
  confirmedOn!: string | null;

  @Field()
  archived!: boolean;

  @Field(() => Int)
  version!: number;
}

@ObjectType('ActorEntry', { description: 'An offer or a need.' })
export class EntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => EntryDirectionEnum)
  direction!: Direction;

  @Field()
  title!: string;

  @Field()
  text!: string;

  @Field(() => [String], { description: 'Ids of themes.' })
  themes!: string[];

  @Field(() => [String], { description: 'Ids of competences.' })
  competences!: string[];

  @Field(() => LocalDateType, { nullable: true })
  fromOn!: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'The last day it holds; null: until it is withdrawn.' })
  untilOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  confirmedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The table it was taken from, in words; null: it was entered here.' })
  sourceNote!: string | null;

  @Field(() => AudienceEnum)
  audience!: Audience;

  @Field(() => Int)
  version!: number;
}

@ObjectType('ActorMembership', { description: 'An actor belongs to a network or body; `actor` is the other one.' })
export class MembershipType {
  @Field(() => ActorType)
  actor!: ActorType;

  @Field(() => CertaintyEnum)
  certainty!: Certainty;

  @Field(() => LocalDateType, { nullable: true })
  sinceOn!: string | null;
}

@ObjectType('ActorTie', { description: 'A tie declared between two actors; `actor` is the other one.' })
export class DeclaredTieType {
  @Field(() => ID)
  id!: string;

  @Field(() => ActorType)
  actor!: ActorType;

  @Field()
  label!: string;

  @Field(() => LocalDateType)
  sinceOn!: string;

  @Field({ description: 'Both sides have said so.' })
  confirmed!: boolean;

  @Field(() => String, { nullable: true, description: 'The table it was taken from, while neither of the two has said it.' })
  sourceNote!: string | null;

  @Field({ description: 'Declared by the actor it is asked of, not by the other one.' })
  declaredHere!: boolean;
}

@ObjectType({ description: 'A declared tie as it is after the mutation.' })
export class TieDeclared {
  @Field(() => ID)
  id!: string;

  @Field()
  confirmed!: boolean;

  @Field()
  label!: string;
}

@ObjectType({ description: 'Where an actor is, for maps.' })
export class ActorPlace {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => ActorKindEnum)
  kind!: string;

  @Field()
  city!: string;

  @Field(() => Float)
  lon!: number;

  @Field(() => Float)
  lat!: number;
}

@ObjectType()
export class ActorFacet {
  @Field()
  id!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'How many actors there are; each list as if its filter were not set, the most frequent first.' })
export class ActorFacets {
  @Field(() => Int)
  total!: number;

  @Field(() => [ActorFacet])
  kinds!: ActorFacet[];

  @Field(() => [ActorFacet])
  themes!: ActorFacet[];

  @Field(() => [ActorFacet], { description: 'By sections of WZ 2008.' })
  sectors!: ActorFacet[];

  @Field(() => [ActorFacet])
  sizes!: ActorFacet[];

  @Field(() => [ActorFacet], { description: 'By district, or town where none is named; the 60 most frequent.' })
  places!: ActorFacet[];

  @Field(() => [ActorFacet], { description: 'Who offers, and who seeks, something.' })
  directions!: ActorFacet[];

  @Field({ description: 'A word of the search occurs nowhere; the word that is most alike was taken.' })
  misspelt!: boolean;
}

export const ActorConnection = Connection('Actor', ActorType);

export const ProfileResult = resultUnion('ProfileResult', ActorType);
export const EntryResult = resultUnion('EntryResult', EntryType);
export const DeclareTieResult = resultUnion('DeclareTieResult', TieDeclared);
