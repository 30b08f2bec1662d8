import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf, LocalDateType } from '@knotenpunkt/platform/graphql';
import {
  AMOUNT_UNITS,
  CONTRIBUTION_KINDS,
  type Amount,
  type AmountUnit,
  type Contribution,
  type ContributionKind,
  type ContributionTerms,
} from '@knotenpunkt/themes/domain';

export const ContributionKindEnum = enumOf(
  CONTRIBUTION_KINDS,
  'ContributionKind',
  'What somebody brings. OTHER: none of these, or nobody said.',
);
export const AmountUnitEnum = enumOf(
  AMOUNT_UNITS,
  'AmountUnit',
  'POSITION_PERCENT: hundredths of a full position, for PEOPLE. HOURS: for PEOPLE. CENTS: of euros, for MONEY.',
);

@ObjectType('ContributionAmount', { description: 'How much; a whole number of its unit.' })
export class AmountType {
  @Field(() => Int)
  value!: number;

  @Field(() => AmountUnitEnum)
  unit!: AmountUnit;
}

/** Kind, amount and first day of what is brought; for the types of later rooms. */
@ObjectType({ isAbstract: true })
export abstract class ContributionTermsType {
  @Field(() => ContributionKindEnum)
  contributionKind!: ContributionKind;

  @Field(() => AmountType, { nullable: true, description: 'Null where none is named.' })
  amount!: AmountType | null;

  @Field(() => LocalDateType, { nullable: true, description: 'From when; null: at once.' })
  fromOn!: string | null;
}

@ObjectType('Contribution', { description: 'What somebody brings: a declaration of intent.' })
export class ContributionType extends ContributionTermsType {
  @Field({ description: 'What, in a sentence.' })
  commitment!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'Until when; null only where nobody was asked yet.' })
  dueOn!: string | null;
}

@InputType('ContributionAmountInput')
export class AmountInput {
  @Field(() => Int, { description: 'From 1 to 2,000,000,000.' })
  value!: number;

  @Field(() => AmountUnitEnum)
  unit!: AmountUnit;
}

@InputType()
export class ContributionInput {
  @Field({ defaultValue: '', description: 'What it brings, in a sentence of at most 200 characters.' })
  commitment!: string;

  @Field(() => ContributionKindEnum, { defaultValue: 'OTHER' })
  contributionKind!: ContributionKind;

  @Field(() => AmountInput, { nullable: true, description: 'For PEOPLE and MONEY; money is nothing without.' })
  amount?: AmountInput | null;

  @Field(() => LocalDateType, { nullable: true, description: 'From when; missing: at once.' })
  fromOn?: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'Until when.' })
  dueOn?: string | null;
}

/** Kind, amount and first day of an input; what was left out arrives as undefined. */
export function termsOf({ contributionKind, amount, fromOn }: ContributionInput): ContributionTerms {
  return {
    contributionKind,
    amount: amount ? ({ value: amount.value, unit: amount.unit } satisfies Amount) : null,
    fromOn: fromOn ?? null,
  };
}

/** The contribution an input tells of. */
export function contributionOf(input: ContributionInput): Contribution {
  return { ...termsOf(input), commitment: input.commitment, dueOn: input.dueOn ?? null };
}
