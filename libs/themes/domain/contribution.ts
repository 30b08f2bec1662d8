import { checkText, dayInWords, fill, isLocalDate, ok, refuse, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { messages } from './messages';

/** What somebody brings to what is done together. OTHER: nothing of these, or nobody said. */
export const CONTRIBUTION_KINDS = ['PEOPLE', 'MONEY', 'ROOMS', 'KNOWLEDGE', 'OTHER'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** Always whole: hundredths of a full position, hours, cents. */
export const AMOUNT_UNITS = ['POSITION_PERCENT', 'HOURS', 'CENTS'] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

export interface Amount {
  value: number;
  unit: AmountUnit;
}

/** What is brought, and how much of it. */
export interface ContributionTerms {
  contributionKind: ContributionKind;
  /** Null where none is named. */
  amount: Amount | null;
  /** From when; null: at once. */
  fromOn: LocalDate | null;
}

/** Who brings it says elsewhere: what, which kind, how much, from when until when. */
export interface Contribution extends ContributionTerms {
  commitment: string;
  /** Until when; null only where nobody has been asked yet. */
  dueOn: LocalDate | null;
}

/** What is known where nobody said more than a sentence and a day. */
export const PLAIN_TERMS: ContributionTerms = { contributionKind: 'OTHER', amount: null, fromOn: null };

export type ContributionCode = TextCode | 'AMOUNT_UNFIT' | 'AMOUNT_INVALID' | 'AMOUNT_MISSING' | 'FROM_AFTER_DUE' | 'DUE_INVALID';

export const LONGEST_COMMITMENT = 200;
/** Twenty million euros; more is a slip of the finger. */
const LARGEST_AMOUNT = 2_000_000_000;

const UNITS: Record<ContributionKind, readonly AmountUnit[]> = {
  PEOPLE: ['POSITION_PERCENT', 'HOURS'],
  MONEY: ['CENTS'],
  ROOMS: [],
  KNOWLEDGE: [],
  OTHER: [],
};

/** In what an amount of this kind is counted; none: it is told in words only. */
export function unitsOf(kind: ContributionKind): readonly AmountUnit[] {
  return UNITS[kind];
}

/** Money without a sum says nothing that one could agree to. */
export function needsAmount(kind: ContributionKind): boolean {
  return kind === 'MONEY';
}

/** Kind, amount and first day as they will be stored; `dueOn` is the last day, where there is one. */
export function checkTerms(
  { contributionKind, amount, fromOn }: ContributionTerms,
  dueOn: LocalDate | null,
): Result<ContributionTerms, ContributionCode> {
  if (amount !== null) {
    if (!unitsOf(contributionKind).includes(amount.unit)) return refuse('AMOUNT_UNFIT', { field: 'amount' });
    const whole = Number.isInteger(amount.value) && amount.value > 0 && amount.value <= LARGEST_AMOUNT;
    if (!whole) return refuse('AMOUNT_INVALID', { field: 'amount' });
  }
  const begins = fromOn === null || (isLocalDate(fromOn) && (dueOn === null || fromOn <= dueOn));
  return begins ? ok({ contributionKind, amount: amount && { ...amount }, fromOn }) : refuse('FROM_AFTER_DUE', { field: 'fromOn' });
}

/** A contribution that others can be asked about: complete, and its last day is still to come. */
export function checkContribution(wish: Contribution, today: LocalDate): Result<Contribution, ContributionCode> {
  const commitment = checkText('commitment', wish.commitment, { max: LONGEST_COMMITMENT });
  if (!commitment.ok) return commitment;
  const { dueOn } = wish;
  if (dueOn === null || !isLocalDate(dueOn) || dueOn < today) return refuse('DUE_INVALID', { field: 'dueOn' });
  const terms = checkTerms(wish, dueOn);
  if (!terms.ok) return terms;
  if (needsAmount(terms.value.contributionKind) && terms.value.amount === null) return refuse('AMOUNT_MISSING', { field: 'amount' });
  return ok({ ...terms.value, commitment: commitment.value, dueOn });
}

/** Whether two say the same in every part. */
export function sameContribution(a: Contribution, b: Contribution): boolean {
  const partsOf = ({ commitment, contributionKind, amount, fromOn, dueOn }: Contribution) =>
    JSON.stringify([commitment, contributionKind, amount?.value ?? null, amount?.unit ?? null, fromOn, dueOn]);
  return partsOf(a) === partsOf(b);
}

/** By how much one is worth in hundredths what it is in itself: an hour is an hour, half a position is 50. */
const HUNDREDTHS: Record<AmountUnit, number> = { POSITION_PERCENT: 100, HOURS: 1, CENTS: 100 };

/**
 * Reads what somebody typed: "0,5", "12.000", "1,250.50". Three figures after a sign make a group, fewer are the fraction, so
 * that it is read alike in both languages. Null where it is no amount, or finer than this unit is.
 */
export function readAmount(typed: string, unit: AmountUnit): Amount | null {
  const found = /^(\d{1,3}(?:[.,\s\u00a0]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  if (!found) return null;
  const [, whole = '', fraction = ''] = found;
  if (/^0[.,\s\u00a0]/.test(whole) || (fraction !== '' && HUNDREDTHS[unit] === 1)) return null;
  const value = HUNDREDTHS[unit] * Number(whole.replace(/\D/g, '')) + (fraction === '' ? 0 : Number(fraction.padEnd(2, '0')));
  return value > 0 && value <= LARGEST_AMOUNT ? { value, unit } : null;
}

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;

/** The number alone, as one types it: "0,5", "12.000". */
export function amountFigure({ value, unit }: Amount, language: 'de' | 'en'): string {
  const digits = value % HUNDREDTHS[unit] === 0 ? 0 : unit === 'CENTS' ? 2 : undefined;
  const number = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: digits, maximumFractionDigits: digits ?? 2 });
  return number.format(value / HUNDREDTHS[unit]);
}

/** "0,5 Stellen", "12 Stunden", "12.000 Euro". */
export function amountWords(amount: Amount, language: 'de' | 'en'): string {
  const one = amount.value === HUNDREDTHS[amount.unit] ? '_one' : '_other';
  return fill(messages[language].contributions.amounts[`${amount.unit}${one}`], { figure: amountFigure(amount, language) });
}

/** "Geld: 12.000 Euro", "Räume"; empty where nothing but the sentence is known. */
export function contributionWords(
  { contributionKind, amount }: Pick<ContributionTerms, 'contributionKind' | 'amount'>,
  language: 'de' | 'en',
): string {
  if (contributionKind === 'OTHER') return '';
  const kind = messages[language].contributions.kinds[contributionKind];
  return amount === null ? kind : `${kind}: ${amountWords(amount, language)}`;
}

/** "vom 1. Januar 2027 bis 30. Juni 2027", "bis 30. Juni 2027"; empty where no day is known. */
export function contributionPeriod({ fromOn, dueOn }: Pick<Contribution, 'fromOn' | 'dueOn'>, language: 'de' | 'en'): string {
  const words = messages[language].contributions.period;
  const [from, until] = [fromOn && dayInWords(fromOn, language), dueOn && dayInWords(dueOn, language)];
  if (from && until) return fill(words.both, { from, until });
  return until ? fill(words.until, { until }) : from ? fill(words.from, { from }) : '';
}

/** Kind, amount and days in one line; what is not known is left out. */
export function termsInWords(contribution: Omit<Contribution, 'commitment'>, language: 'de' | 'en'): string {
  return [contributionWords(contribution, language), contributionPeriod(contribution, language)].filter(Boolean).join('; ');
}

/** What is brought, with kind, amount and days behind it: "Stellt 60 m² Halle. (Räume; bis 30. Juni 2027)". */
export function contributionInWords(contribution: Contribution, language: 'de' | 'en'): string {
  const terms = termsInWords(contribution, language);
  return terms === '' ? contribution.commitment : `${contribution.commitment} (${terms})`;
}
