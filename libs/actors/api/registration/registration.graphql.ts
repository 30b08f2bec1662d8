import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { REGISTRATION_ACTIONS, REGISTRATION_STATES, VERIFICATION_WAYS, type RegistrationState } from '@knotenpunkt/actors/domain';
import { Connection, enumOf, LocalDateType, PageArguments, resultUnion } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { ActorKindEnum } from '../actor.graphql';

export const RegistrationStateEnum = enumOf(
  REGISTRATION_STATES,
  'RegistrationState',
  'ASKED waits for the coordination, QUESTIONED for the person; the others are decided.',
);
export const VerificationWayEnum = enumOf(
  VERIFICATION_WAYS,
  'VerificationWay',
  'How it was verified that somebody speaks for an organisation.',
);
export const RegistrationActionEnum = enumOf(REGISTRATION_ACTIONS, 'RegistrationAction', 'What somebody may do with a registration.');

@ObjectType('Registration', {
  description:
    'Somebody who says to speak for an organisation; shown to that person and to the coordination. Nothing follows before it is verified.',
})
export class RegistrationType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The entry claimed, or made; null: not made yet.' })
  actorId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'As it was named for a new entry, also where that organisation is not shown now; see `employer`.',
  })
  employerId!: string | null;

  @Field({ description: 'Takes over an entry that is there.' })
  claims!: boolean;

  @Field()
  name!: string;

  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field()
  city!: string;

  @Field()
  website!: string;

  @Field({ description: 'Who they are in one line.' })
  summary!: string;

  @Field({ description: 'Who the person is there.' })
  position!: string;

  @Field({ description: 'How it can be verified.' })
  evidence!: string;

  @Field(() => RegistrationStateEnum)
  state!: string;

  @Field({ description: 'What the coordination asked last; empty: nothing.' })
  question!: string;

  @Field()
  answer!: string;

  @Field(() => VerificationWayEnum, { nullable: true })
  way!: string | null;

  @Field({ description: 'Why it was refused.' })
  reason!: string;

  @Field(() => LocalDateType)
  askedOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  decidedOn!: string | null;
}

export const RegistrationConnection = Connection('Registration', RegistrationType);

@ObjectType({ description: 'Whether an entry can be claimed.' })
export class ActorClaim {
  @Field({ description: 'Somebody administers it: a mandate is asked for there.' })
  administered!: boolean;

  @Field(() => RegistrationType, { nullable: true, description: 'What the viewer has asked for already.' })
  registration!: RegistrationType | null;
}

@ArgsType()
export class RegistrationPageArguments extends PageArguments {
  @Field(() => [RegistrationStateEnum], { defaultValue: [], description: 'Empty: all.' })
  states!: RegistrationState[];
}

@InputType()
export class RegisterOrganisationInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field()
  name!: string;

  @Field(() => ActorKindEnum)
  kind!: string;

  @Field()
  city!: string;

  @Field({ defaultValue: '' })
  website!: string;

  @Field()
  summary!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a works or staff council (kind UNION): the organisation of the region whose people elected it.',
  })
  employerId!: string | null;

  @Field()
  position!: string;

  @Field()
  evidence!: string;
}

@InputType()
export class ClaimActorInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field()
  position!: string;

  @Field()
  evidence!: string;
}

@InputType()
export class RegistrationVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class AskAboutRegistrationInput extends RegistrationVersionInput {
  @Field()
  question!: string;
}

@InputType()
export class AnswerRegistrationInput extends RegistrationVersionInput {
  @Field()
  answer!: string;
}

@InputType()
export class VerifyRegistrationInput extends RegistrationVersionInput {
  @Field(() => VerificationWayEnum)
  way!: string;

  @Field({ defaultValue: '', description: 'Which document, or who was called; read by the coordination only.' })
  note!: string;
}

@InputType()
export class RefuseRegistrationInput extends RegistrationVersionInput {
  @Field({ description: 'The person reads it.' })
  reason!: string;
}

export const RegistrationResult = resultUnion('RegistrationResult', RegistrationType);
