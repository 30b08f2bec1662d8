import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BARRIER_STATES, type BarrierState } from '@knotenpunkt/moderation/domain';
import { Connection, enumOf, resultUnion } from '@knotenpunkt/platform/graphql';

const BarrierStateEnum = enumOf(BARRIER_STATES, 'BarrierState', 'Whether a report of a barrier was answered.');

@ObjectType('BarrierReport', { description: 'Somebody could not use something. For administrators of the platform.' })
export class BarrierReportType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Where, as the reader named it; empty once it was erased.' })
  pageAddress!: string;

  @Field()
  text!: string;

  @Field({ description: 'Empty: no answer is wanted.' })
  email!: string;

  @Field(() => BarrierStateEnum)
  state!: BarrierState;

  @Field()
  answer!: string;

  @Field(() => Date, { nullable: true })
  answeredAt!: Date | null;

  @Field()
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'The day its texts were erased.' })
  erasedOn!: string | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType({ description: 'The report was sent. What it says is not repeated here.' })
export class BarrierReported {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class ReportBarrierInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field()
  pageAddress!: string;

  @Field()
  text!: string;

  @Field({ defaultValue: '', description: 'Where an answer goes; may be left out.' })
  email!: string;
}

@InputType()
export class AnswerBarrierReportInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  answer!: string;
}

export const BarrierReportConnection = Connection('BarrierReport', BarrierReportType);
export const ReportBarrierResult = resultUnion('ReportBarrierResult', BarrierReported);
export const BarrierReportResult = resultUnion('BarrierReportResult', BarrierReportType);
