import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  APPEAL_SIDES,
  DECISION_BASES,
  REPORT_DECISIONS,
  REPORT_REASONS,
  REPORT_STATES,
  REPORTED_TYPES,
  type AppealSide,
  type DecisionBasis,
  type DecisionKind,
  type ReportedType,
  type ReportReason,
  type ReportState,
} from '@knotenpunkt/moderation/domain';
import { Connection, enumOf, resultUnion } from '@knotenpunkt/platform/graphql';

const ReportedTypeEnum = enumOf(REPORTED_TYPES, 'ReportedType', 'A kind of public entry that can be reported.');
const ReportReasonEnum = enumOf(
  REPORT_REASONS,
  'ReportReason',
  'Why an entry is reported. CHILD_ABUSE, sexual abuse of children, may be reported without name and mail address.',
);
const ReportStateEnum = enumOf(REPORT_STATES, 'ReportState', 'APPEALED: somebody who has not decided before has to decide once more.');
const DecisionKindEnum = enumOf(REPORT_DECISIONS, 'ReportDecisionKind', 'What becomes of an entry that was reported.');
const DecisionBasisEnum = enumOf(DECISION_BASES, 'ReportDecisionBasis', 'A law, or the rules of these pages.');
const AppealSideEnum = enumOf(APPEAL_SIDES, 'ReportSide', 'Who answers for the entry, or who reported it.');

@ObjectType('ReportDecision', { description: 'The statement of reasons for what becomes of an entry.' })
export class ReportDecisionType {
  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field({ description: 'What was found; empty once it was erased.' })
  facts!: string;

  @Field(() => DecisionBasisEnum)
  basis!: DecisionBasis;

  @Field({ description: 'Which law or rule, and why it fits.' })
  ground!: string;

  @Field()
  onAppeal!: boolean;

  @Field()
  decidedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided; for those who decide only.' })
  personName!: string | null;
}

@ObjectType('ReportAppeal', { description: 'An objection to a decision.' })
export class ReportAppealType {
  @Field(() => AppealSideEnum)
  side!: AppealSide;

  @Field()
  text!: string;

  @Field()
  appealedAt!: Date;
}

@ObjectType('ContentReport', { description: 'An entry that somebody reported, as those read it who decide.' })
export class ContentReportType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'A short name for mails and telephone.' })
  reference!: string;

  @Field(() => ReportedTypeEnum)
  subjectType!: ReportedType;

  @Field(() => ID)
  subjectId!: string;

  @Field({ description: 'As it was called when it was reported.' })
  subjectTitle!: string;

  @Field({ description: 'The address of its page below the region.' })
  subjectAddress!: string;

  @Field(() => ReportReasonEnum)
  reason!: ReportReason;

  @Field({ description: 'Empty once it was erased, and for whoever answers for the entry.' })
  explanation!: string;

  @Field({ description: 'Which part of the entry; empty: all of it.' })
  place!: string;

  @Field({ description: 'Empty where it was reported without a name, once it was erased, and for whoever answers for the entry.' })
  name!: string;

  @Field()
  email!: string;

  @Field(() => ReportStateEnum)
  state!: ReportState;

  @Field()
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'The day its texts were erased.' })
  erasedOn!: string | null;

  @Field(() => [ReportDecisionType], { description: 'In their order, two or three at most; the last one holds.' })
  decisions!: ReportDecisionType[];

  @Field(() => [ReportAppealType], { description: 'One of each side at most.' })
  appeals!: ReportAppealType[];

  @Field(() => String, { nullable: true, description: 'Code of the reason why the viewer may not decide now; null: may.' })
  whyNotDecide!: string | null;

  @Field({ description: 'Whether deciding to hide or remove it hides it by itself; otherwise that is done at the entry.' })
  hidesByItself!: boolean;

  @Field(() => Int)
  version!: number;
}

@ObjectType('OwnContentReport', { description: 'A report as one of both sides sees it by the link in a mail.' })
export class OwnContentReportType {
  @Field(() => ID)
  id!: string;

  @Field()
  reference!: string;

  @Field(() => AppealSideEnum)
  side!: AppealSide;

  @Field(() => ReportedTypeEnum)
  subjectType!: ReportedType;

  @Field()
  subjectTitle!: string;

  @Field()
  subjectAddress!: string;

  @Field(() => ReportReasonEnum)
  reason!: ReportReason;

  @Field({ description: 'What was reported; empty for the author, who does not learn who reported.' })
  explanation!: string;

  @Field(() => ReportStateEnum)
  state!: ReportState;

  @Field()
  createdAt!: Date;

  @Field(() => [ReportDecisionType])
  decisions!: ReportDecisionType[];

  @Field(() => String, { nullable: true, description: 'What this side objected; null: it has not.' })
  appeal!: string | null;

  @Field(() => String, { nullable: true, description: 'The last day to object; null: this side may not.' })
  appealUntil!: string | null;
}

@ObjectType({ description: 'The report was sent. What it says is not repeated here.' })
export class ContentReported {
  @Field(() => ID)
  id!: string;

  @Field()
  reference!: string;
}

@InputType()
export class ReportContentInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ReportedTypeEnum)
  subjectType!: ReportedType;

  @Field(() => ID)
  subjectId!: string;

  @Field(() => ReportReasonEnum)
  reason!: ReportReason;

  @Field()
  explanation!: string;

  @Field({ defaultValue: '' })
  place!: string;

  @Field({ defaultValue: '', description: 'May be left out for CHILD_ABUSE only.' })
  name!: string;

  @Field({ defaultValue: '', description: 'May be left out for CHILD_ABUSE only.' })
  email!: string;

  @Field({ description: 'That whoever reports believes it to be true and complete.' })
  goodFaith!: boolean;
}

@InputType()
export class DecideContentReportInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => ID, { description: 'UUID of the decision, made by the client.' })
  decisionId!: string;

  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field()
  facts!: string;

  @Field(() => DecisionBasisEnum)
  basis!: DecisionBasis;

  @Field({ defaultValue: '', description: 'May be left out where nothing changes.' })
  ground!: string;
}

@InputType()
export class AppealContentDecisionInput {
  @Field({ description: 'Of the link in the mail.' })
  token!: string;

  @Field()
  text!: string;
}

export const ContentReportConnection = Connection('ContentReport', ContentReportType);
export const ReportContentResult = resultUnion('ReportContentResult', ContentReported);
export const ContentReportResult = resultUnion('ContentReportResult', ContentReportType);
export const OwnContentReportResult = resultUnion('OwnContentReportResult', OwnContentReportType);
