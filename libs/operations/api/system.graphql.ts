import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BACKUP_STATES, CONCERNS, SET_ASIDE_REASONS } from '@knotenpunkt/operations/domain';
import { enumOf, resultUnion } from '@knotenpunkt/platform/graphql';

const GraphKindEnum = enumOf(
  ['EMBEDDED', 'NEO4J'],
  'GraphKind',
  'EMBEDDED: in the memory of the process that answers. NEO4J: shared by all processes.',
);
const SetAsideReasonEnum = enumOf(
  SET_ASIDE_REASONS,
  'SetAsideReason',
  'What kind of fault it was. The fault itself stands in the log, since it may repeat what people entered.',
);
const BackupStateEnum = enumOf(BACKUP_STATES, 'BackupState', 'Whether the newest backup will do: OLD after a day.');
const ConcernEnum = enumOf(CONCERNS, 'Concern', 'Something that asks for attention.');

@ObjectType('GraphLag', { description: 'How far a graph is behind Postgres.' })
export class GraphLagType {
  @Field(() => GraphKindEnum)
  kind!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the data it has; null: it does not answer.' })
  seq!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many records it has yet to take over.' })
  behind!: number | null;
}

@ObjectType('SetAsideMessage', {
  description: 'A change that kept failing on its way into the graph. The next change of the same record mends it.',
})
export class SetAsideMessageType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'What changed, for example `initiative`.' })
  subjectType!: string;

  @Field(() => ID)
  subjectId!: string;

  @Field()
  regionName!: string;

  @Field()
  createdAt!: Date;

  @Field()
  setAsideAt!: Date;

  @Field(() => SetAsideReasonEnum)
  reason!: string;
}

@ObjectType('MailState', { description: 'Mails that have not gone out.' })
export class MailStateType {
  @Field({ description: 'Whether a mail server is configured; without one mails are only kept.' })
  configured!: boolean;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int, { description: 'Nobody tries to send them any more.' })
  failed!: number;

  @Field(() => Date, { nullable: true })
  oldestFailedAt!: Date | null;
}

@ObjectType('JobState', { description: 'Work in the background, by kind.' })
export class JobStateType {
  @Field()
  name!: string;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => Int, { description: 'Given up after the last attempt; forgotten after some days.' })
  failed!: number;
}

const SentenceModelStateEnum = enumOf(
  ['NONE', 'FAILED', 'LOADED'],
  'SentenceModelState',
  'NONE: none is configured. FAILED: it does not load. Both: only words are compared.',
);

@ObjectType('SentenceModel', { description: 'The model that compares offers and needs by what they mean.' })
export class SentenceModelType {
  @Field(() => SentenceModelStateEnum)
  state!: string;

  @Field(() => String, { nullable: true, description: 'Its name, with a fingerprint of its weights.' })
  name!: string | null;

  @Field(() => Int, { nullable: true, description: 'Open offers and needs it has not read as they stand; null without a model.' })
  unread!: number | null;
}

@ObjectType('Backup', { description: 'A backup that became whole.' })
export class BackupType {
  @Field({ description: 'The moment whose data it holds.' })
  takenAt!: Date;

  @Field(() => Int, { description: 'The version of the data it holds.' })
  seq!: number;

  @Field(() => Float)
  rows!: number;

  @Field(() => Float)
  bytes!: number;

  @Field({ description: 'The name of the file, without its folder.' })
  file!: string;
}

@ObjectType('SystemState', { description: 'How the installation is doing.' })
export class SystemStateType {
  @Field({ description: 'When this was found.' })
  askedAt!: Date;

  @Field({ description: 'Of the product.' })
  version!: string;

  @Field({ description: 'Since when the process runs that answers.' })
  startedAt!: Date;

  @Field(() => Int, { description: 'The version of the data in Postgres.' })
  seq!: number;

  @Field(() => [GraphLagType], { description: 'The graph that the answering process asks.' })
  graphs!: GraphLagType[];

  @Field(() => Int, { description: 'Changes that are on their way into the graph.' })
  messagesWaiting!: number;

  @Field(() => Date, { nullable: true })
  oldestMessageAt!: Date | null;

  @Field(() => Int)
  setAsideCount!: number;

  @Field(() => [SetAsideMessageType], { description: 'The latest 50.' })
  setAside!: SetAsideMessageType[];

  @Field(() => MailStateType)
  mails!: MailStateType;

  @Field(() => [JobStateType])
  jobs!: JobStateType[];

  @Field(() => BackupType, { nullable: true, description: 'The newest; null: none was ever taken.' })
  backup!: BackupType | null;

  @Field(() => BackupStateEnum)
  backupState!: string;

  @Field(() => SentenceModelType)
  sentenceModel!: SentenceModelType;

  @Field(() => Float)
  databaseBytes!: number;

  @Field()
  databaseVersion!: string;

  @Field(() => Int)
  migrationCount!: number;

  @Field()
  lastMigration!: string;

  @Field(() => [ConcernEnum], { description: 'The most urgent first; empty: there is nothing to do.' })
  concerns!: string[];
}

@InputType()
export class RetryMessageInput {
  // A number that Postgres counts up, not a UUID as ids are.
  @Field(() => String)
  id!: string;
}

export const SystemStateResult = resultUnion('SystemStateResult', SystemStateType);
