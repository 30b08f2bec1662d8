import {
  amountFigure,
  checkContribution,
  readAmount,
  unitsOf,
  type AmountUnit,
  type Contribution,
  type ContributionCode,
  type ContributionKind,
} from '@knotenpunkt/themes/domain';

/** A contribution as a form holds it. */
export interface ContributionValues {
  commitment: string;
  contributionKind: ContributionKind;
  /** As it was typed. */
  amount: string;
  unit: AmountUnit;
  fromOn: string;
  dueOn: string;
}

export const EMPTY_CONTRIBUTION: ContributionValues = {
  commitment: '',
  contributionKind: 'OTHER',
  amount: '',
  unit: 'POSITION_PERCENT',
  fromOn: '',
  dueOn: '',
};

/** A contribution to be changed in a form. */
export function contributionValues(of: Contribution, language: 'de' | 'en'): ContributionValues {
  const { commitment, contributionKind, amount, fromOn, dueOn } = of;
  return {
    commitment,
    contributionKind,
    amount: amount ? amountFigure(amount, language) : '',
    unit: amount?.unit ?? unitsOf(contributionKind)[0] ?? 'POSITION_PERCENT',
    fromOn: fromOn ?? '',
    dueOn: dueOn ?? '',
  };
}

/** What a form says; an amount that cannot be read is none. */
export function contributionFrom({ commitment, contributionKind, amount, unit, fromOn, dueOn }: ContributionValues): Contribution {
  const counted = unitsOf(contributionKind).includes(unit);
  return {
    commitment: commitment.trim(),
    contributionKind,
    amount: counted ? readAmount(amount, unit) : null,
    fromOn: fromOn || null,
    dueOn: dueOn || null,
  };
}

/** What is wrong with it, by the field to mend; null: nothing. */
export function contributionFault(
  values: ContributionValues,
  today: string,
): { code: ContributionCode; field: keyof ContributionValues } | null {
  const written = values.amount.trim() !== '' && unitsOf(values.contributionKind).length > 0;
  const contribution = contributionFrom(values);
  if (written && contribution.amount === null) return { code: 'AMOUNT_INVALID', field: 'amount' };
  const checked = checkContribution(contribution, today);
  return checked.ok ? null : { code: checked.refusal.code, field: checked.refusal.field as keyof ContributionValues };
}

/** The values with another kind: what it is not counted in is dropped. */
export function withKind(values: ContributionValues, contributionKind: ContributionKind): ContributionValues {
  const units = unitsOf(contributionKind);
  if (units.includes(values.unit)) return { ...values, contributionKind };
  return { ...values, contributionKind, amount: '', unit: units[0] ?? values.unit };
}
