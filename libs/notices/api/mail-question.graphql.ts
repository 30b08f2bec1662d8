import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MAIL_ANSWERS, MAIL_QUESTION_STATES } from '@knotenpunkt/notices/domain';
import { ContributionInput, ContributionType } from '@knotenpunkt/themes/api';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';

export const MailAnswerEnum = enumOf(
  MAIL_ANSWERS,
  'MailAnswer',
  'What can be said by link. LATER decides nothing and brings one more reminder.',
);
export const MailQuestionStateEnum = enumOf(
  MAIL_QUESTION_STATES,
  'MailQuestionState',
  'OPEN: an answer is awaited. REPLACED: something newer is asked. ENDED: too late, or nobody asks any more.',
);

@ObjectType('AskedReason', { description: 'How a question asks why not, beside a "Nein".' })
export class AskedReasonType {
  @Field()
  question!: string;

  @Field({ description: 'Who reads it.' })
  hint!: string;

  @Field(() => Int, { description: 'In characters.' })
  longest!: number;

  @Field(() => String, { nullable: true, description: 'The words by which it can be told to the others, too; null: it cannot.' })
  share!: string | null;
}

@ObjectType('MailQuestion', { description: 'A question that went out by mail, for whoever holds the personal link to it.' })
export class MailQuestionType {
  @Field(() => ID)
  id!: string;

  @Field(() => MailQuestionStateEnum)
  state!: string;

  @Field({ description: 'The organisation that is asked.' })
  actorName!: string;

  @Field({ description: 'Who asks.' })
  asker!: string;

  @Field()
  title!: string;

  @Field({ description: 'Who asks what, in a sentence or two.' })
  lead!: string;

  @Field({ description: 'The text that is asked about.' })
  text!: string;

  @Field({ description: 'What a yes obliges to.' })
  obligation!: string;

  @Field(() => LocalDateType, { description: 'The last day for an answer.' })
  untilOn!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'The day of the next reminder.' })
  remindOn!: string | null;

  @Field(() => [MailAnswerEnum], { description: 'What can be answered, in the order shown.' })
  answers!: string[];

  @Field(() => AskedReasonType, { nullable: true, description: 'Why not can be said beside a "Nein"; null: it is not asked.' })
  reason!: AskedReasonType | null;

  @Field(() => ContributionType, {
    nullable: true,
    description: 'What it is asked to bring, where something else can be offered with YES_BUT; null: it cannot.',
  })
  contribution!: ContributionType | null;

  @Field({ description: 'Whether the person behind the link may promise for the organisation today.' })
  mayAgree!: boolean;

  @Field({ description: 'Whether the person behind the link waits for a mandate.' })
  mandateAsked!: boolean;

  @Field({ description: 'The name the mail was written to.' })
  name!: string;

  @Field({ description: 'The page of the region that shows all of it.' })
  address!: string;
}

@InputType()
export class AnswerMailQuestionInput {
  @Field({ description: 'The last part of the link in the mail.' })
  token!: string;

  @Field(() => MailAnswerEnum)
  answer!: string;

  @Field(() => String, { nullable: true, description: 'For YES_BUT: what should change.' })
  change!: string | null;

  @Field(() => String, { nullable: true, description: 'For NO, where it is asked for: why not.' })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'For NO: the others may read why not.' })
  reasonShared?: boolean | null;

  @Field(() => ContributionInput, { nullable: true, description: 'For YES_BUT: what it would bring instead.' })
  offer?: ContributionInput | null;
}

@InputType()
export class AskForMandateInput {
  @Field({ description: 'The last part of the link in the mail.' })
  token!: string;

  @Field({ description: 'Name of the person.' })
  name!: string;
}

export const MailQuestionResult = resultUnion('MailQuestionResult', MailQuestionType);
