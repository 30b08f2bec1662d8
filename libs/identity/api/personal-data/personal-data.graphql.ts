import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ERASING_GROUNDS, type ErasingGround } from '@knotenpunkt/identity/domain';
import { DATA_SUBJECTS, LEGAL_GROUNDS } from '@knotenpunkt/kernel';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';

const FateEnum = enumOf(
  ['GOES', 'LOSES_NAME', 'STAYS'],
  'ErasureFate',
  'What becomes of rows when the person is erased. LOSES_NAME: they stay without what leads to the person.',
);
const ErasingGroundEnum = enumOf(
  ERASING_GROUNDS,
  'ErasingGround',
  'Why something is erased for somebody without an account (Article 17 (1) GDPR).',
);
const DataSubjectEnum = enumOf(DATA_SUBJECTS, 'DataSubject', 'Whose data it is. NAMED: somebody a text of others speaks of.');
const LegalGroundEnum = enumOf(LEGAL_GROUNDS, 'LegalGround', 'Why personal data may be worked with (Article 6 (1) GDPR).');

@ObjectType({ description: 'One thing that is held on the viewer.' })
export class OwnDataFact {
  @Field()
  label!: string;

  @Field()
  value!: string;
}

@ObjectType({ description: 'One record about the viewer.' })
export class OwnDataEntry {
  @Field(() => [OwnDataFact])
  facts!: OwnDataFact[];

  @Field(() => ID, { nullable: true, description: 'The organisation it is about.' })
  actorId!: string | null;
}

@ObjectType({ description: 'What one table holds of the viewer, in words.' })
export class OwnDataSection {
  @Field()
  table!: string;

  @Field()
  title!: string;

  @Field({ description: 'What for.' })
  purpose!: string;

  @Field({ description: 'How long.' })
  kept!: string;

  @Field(() => FateEnum)
  fate!: string;

  @Field({ description: 'Why it stays when the viewer is erased; empty where it goes.' })
  stays!: string;

  @Field(() => String, { nullable: true, description: 'Address of the page on which the viewer sets it right.' })
  correctedAt!: string | null;

  @Field(() => Int)
  total!: number;

  @Field(() => [OwnDataEntry], { description: 'The newest 20; the file has all.' })
  entries!: OwnDataEntry[];
}

@ObjectType({ description: 'A class of personal data: what is done with it, why, and for how long.' })
export class DataProcessing {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  purpose!: string;

  @Field(() => [DataSubjectEnum])
  of!: string[];

  @Field(() => LegalGroundEnum)
  ground!: string;

  @Field()
  kept!: string;

  @Field(() => [String], { description: '`schema.table.column` of everything personal in it.' })
  columns!: string[];

  @Field(() => [FateEnum])
  fates!: string[];
}

@ObjectType({ description: 'What is done with personal data.' })
export class DataProtection {
  @Field(() => [DataProcessing])
  processings!: DataProcessing[];

  @Field(() => Int, { description: 'For how many days backups are kept at most.' })
  backupsKeptDays!: number;
}

@ObjectType({ description: 'The viewer is erased; every session has ended.' })
export class AccountErased {
  @Field(() => LocalDateType)
  erasedOn!: string;
}

@InputType()
export class EraseOwnAccountInput {
  @Field({ description: 'The viewer’s own, once more.' })
  password!: string;
}

@InputType()
export class EraseAddressInput extends EraseOwnAccountInput {
  @Field({ description: 'Of somebody without an account.' })
  email!: string;

  @Field(() => ErasingGroundEnum)
  ground!: ErasingGround;
}

@ObjectType({ description: 'Nothing stands under the address any more.' })
export class AddressErased {
  @Field(() => LocalDateType)
  erasedOn!: string;
}

export const EraseAddressResult = resultUnion('EraseAddressResult', AddressErased);
export const EraseOwnAccountResult = resultUnion('EraseOwnAccountResult', AccountErased);
