import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LEFT_OUT, WAITING_KINDS, type LeftOut, type WaitingKind, type WaitingSubjectType } from '@knotenpunkt/coordination/domain';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { WaitingSubjectEnum } from '../desk/desk.graphql';

const WaitingKindEnum = enumOf(WAITING_KINDS, 'WaitingKind', 'What an organisation lets wait.');
const LeftOutEnum = enumOf(LEFT_OUT, 'LetterLeftOut', 'Why somebody who was chosen is not written to.');

@ObjectType('WaitingItem', { description: 'Something that waits for one organisation.' })
export class WaitingItemType {
  @Field({ description: 'Names it for good.' })
  key!: string;

  @Field(() => WaitingKindEnum)
  kind!: WaitingKind;

  @Field(() => ID)
  actorId!: string;

  @Field()
  actorName!: string;

  @Field(() => WaitingSubjectEnum)
  subjectType!: WaitingSubjectType;

  @Field(() => ID)
  subjectId!: string;

  @Field({ description: 'Of a request for a contact the organisation that asks.' })
  title!: string;

  @Field(() => String, { nullable: true })
  slug!: string | null;

  @Field(() => LocalDateType, { description: 'Asked on this day; of a Zusage the day it was due.' })
  since!: string;

  @Field({ description: 'Somebody acts for the organisation and can be written to.' })
  reachable!: boolean;

  @Field({ description: 'Knotenpunkt has sent its one reminder.' })
  reminded!: boolean;

  @Field(() => LocalDateType, { nullable: true, description: 'When the coordination wrote about it last.' })
  writtenOn!: string | null;
}

@ObjectType('LetterTemplate', { description: 'A text a region keeps for letters.' })
export class LetterTemplateType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  subject!: string;

  @Field()
  text!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('LetterLeftOutItem')
export class LetterLeftOutType {
  @Field()
  key!: string;

  @Field(() => LeftOutEnum)
  reason!: LeftOut;
}

@ObjectType('LettersSent', { description: 'What became of a sending.' })
export class LettersSentType {
  @Field(() => [String], { description: 'What was written about.' })
  written!: string[];

  @Field(() => [LetterLeftOutType])
  leftOut!: LetterLeftOutType[];
}

@InputType()
export class SendLettersInput {
  @Field(() => ID, { description: 'The same id: the same sending, which goes out once.' })
  id!: string;

  @Field(() => [String], { description: 'Keys of what waits; of at most fifty organisations.' })
  keys!: string[];

  @Field({ description: 'With placeholders: {Organisation}, {Worum}, {Seit}, {Link}.' })
  subject!: string;

  @Field()
  text!: string;
}

@InputType()
export class SaveLetterTemplateInput {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  subject!: string;

  @Field()
  text!: string;
}

@InputType()
export class RemoveLetterTemplateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

export const SendLettersResult = resultUnion('SendLettersResult', LettersSentType);
export const LetterTemplateResult = resultUnion('LetterTemplateResult', LetterTemplateType);
