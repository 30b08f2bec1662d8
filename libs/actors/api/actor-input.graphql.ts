import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { ActorSize, ContactVisibility, Direction } from '@knotenpunkt/actors/domain';
import type { Audience } from '@knotenpunkt/kernel';
import { LocalDateType, PageArguments } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { ActorKindEnum, ActorSizeEnum, AudienceEnum, ContactVisibilityEnum, EntryDirectionEnum } from './actor.graphql';

@InputType({ description: 'All that is given must hold; of several kinds, themes or competences one.' })
export class ActorFilterInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Words in name, place, texts, offers and needs. Case, accents, endings and legal forms do not matter; where nothing is found, nor do small mistakes.',
  })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these actors.' })
  ids?: string[] | null;

  @Field(() => [ActorKindEnum], { nullable: true })
  kinds?: ActorKind[] | null;

  @Field(() => [String], { nullable: true })
  themes?: string[] | null;

  @Field(() => [String], { nullable: true })
  competences?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Letters of sections of WZ 2008.' })
  sectors?: string[] | null;

  @Field(() => [ActorSizeEnum], { nullable: true })
  sizes?: ActorSize[] | null;

  @Field(() => [String], { nullable: true, description: 'Districts, or towns of those who name no district.' })
  places?: string[] | null;

  @Field(() => EntryDirectionEnum, { nullable: true, description: 'Only actors that offer, or that seek, something.' })
  direction?: Direction | null;

  @Field(() => Boolean, { nullable: true, description: 'Only actors that may be proposed to others, as candidates for a table are.' })
  proposableOnly?: boolean | null;
}

@ArgsType()
export class ActorPageArguments extends PageArguments {
  @Field(() => ActorFilterInput, { nullable: true })
  filter?: ActorFilterInput | null;
}

@InputType()
export class ContactInput {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ defaultValue: '' })
  role!: string;

  @Field({ defaultValue: '' })
  email!: string;

  @Field({ defaultValue: '' })
  phone!: string;

  @Field(() => ContactVisibilityEnum, { defaultValue: 'HIDDEN' })
  visibility!: ContactVisibility;
}

@InputType({ description: 'The whole profile: what is left out becomes empty.' })
export class UpdateProfileInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  name!: string;

  @Field({ defaultValue: '' })
  shortName!: string;

  @Field()
  summary!: string;

  @Field({ defaultValue: '', description: 'Markdown.' })
  description!: string;

  @Field(() => [String], { defaultValue: [] })
  themes!: string[];

  @Field(() => [String], { defaultValue: [] })
  competences!: string[];

  @Field({ defaultValue: '' })
  street!: string;

  @Field({ defaultValue: '' })
  postalCode!: string;

  @Field()
  city!: string;

  @Field({ defaultValue: '' })
  district!: string;

  @Field({ defaultValue: '' })
  website!: string;

  @Field(() => ActorSizeEnum, { nullable: true })
  size!: ActorSize | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a works or staff council (kind UNION): the organisation of the region whose people elected it.',
  })
  employerId!: string | null;

  @Field(() => String, { nullable: true, description: 'A code of WZ 2008.' })
  sector!: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Codes of KldB 2010.' })
  occupations!: string[];

  @Field(() => Float, { nullable: true, description: 'Degrees; with `lat` or not at all.' })
  lon!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees.' })
  lat!: number | null;

  @Field(() => [ContactInput], { defaultValue: [] })
  contacts!: ContactInput[];
}

@InputType()
export class ConfirmProfileInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class SetActorLogoInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ description: 'As `POST /dateien/logo/<actorId>` answered it, at most a day ago.' })
  hash!: string;
}

@InputType()
export class RemoveActorLogoInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ProposingInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class EntryTextInput {
  @Field(() => ID, { description: 'UUID; of a new entry one made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field()
  title!: string;

  @Field({ defaultValue: '' })
  text!: string;

  @Field(() => [String], { defaultValue: [] })
  themes!: string[];

  @Field(() => [String], { defaultValue: [] })
  competences!: string[];

  @Field(() => LocalDateType, { nullable: true })
  fromOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  untilOn!: string | null;

  @Field(() => AudienceEnum, { defaultValue: 'PUBLIC' })
  audience!: Audience;
}

@InputType()
export class AddEntryInput extends EntryTextInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => EntryDirectionEnum)
  direction!: Direction;
}

@InputType()
export class ChangeEntryInput extends EntryTextInput {
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType({ description: 'Names an entry in the version the decision is about.' })
export class EntryVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class DeclareTieInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string;

  @Field(() => ID, { description: 'The actor one acts for.' })
  fromId!: string;

  @Field(() => ID)
  toId!: string;

  @Field({ description: 'What both do together, in one sentence.' })
  label!: string;

  @Field(() => LocalDateType)
  sinceOn!: string;
}
