import fc from 'fast-check';
import {
  AMOUNT_UNITS,
  amountFigure,
  amountWords,
  checkContribution,
  checkTerms,
  contributionInWords,
  CONTRIBUTION_KINDS,
  PLAIN_TERMS,
  readAmount,
  sameContribution,
  termsInWords,
  unitsOf,
  type Contribution,
} from './contribution';

const today = '2026-11-27';
const money: Contribution = {
  commitment: 'Zahlt den Bus.',
  contributionKind: 'MONEY',
  amount: { value: 1_200_000, unit: 'CENTS' },
  fromOn: '2027-01-01',
  dueOn: '2027-06-30',
};
const codeOf = (wish: Contribution) => {
  const checked = checkContribution(wish, today);
  return checked.ok ? null : `${checked.refusal.code} ${checked.refusal.field ?? ''}`;
};

it('takes an amount only in what its kind is counted in, and money only with a sum', () => {
  expect(codeOf(money)).toBeNull();
  expect(codeOf({ ...money, amount: null })).toBe('AMOUNT_MISSING amount');
  expect(codeOf({ ...money, amount: { value: 5, unit: 'HOURS' } })).toBe('AMOUNT_UNFIT amount');
  expect(codeOf({ ...money, contributionKind: 'ROOMS' })).toBe('AMOUNT_UNFIT amount');
  expect(codeOf({ ...money, contributionKind: 'ROOMS', amount: null })).toBeNull();
  expect(codeOf({ ...money, contributionKind: 'PEOPLE', amount: null })).toBeNull();
  for (const value of [0, -1, 1.5, 2_000_000_001, Number.NaN]) {
    expect(codeOf({ ...money, amount: { value, unit: 'CENTS' } })).toBe('AMOUNT_INVALID amount');
  }
});

it('wants what is promised and a last day that is still to come, and begins no later than it ends', () => {
  expect(codeOf({ ...money, commitment: ' ' })).toBe('TEXT_MISSING commitment');
  expect(codeOf({ ...money, dueOn: null })).toBe('DUE_INVALID dueOn');
  expect(codeOf({ ...money, dueOn: '2026-11-26' })).toBe('DUE_INVALID dueOn');
  expect(codeOf({ ...money, fromOn: '2027-07-01' })).toBe('FROM_AFTER_DUE fromOn');
  expect(codeOf({ ...money, fromOn: '2027-13-01' })).toBe('FROM_AFTER_DUE fromOn');
  expect(checkTerms({ ...PLAIN_TERMS, fromOn: '2027-07-01' }, null).ok).toBe(true);
});

it('says kind, amount and days in words, and nothing where nothing is known', () => {
  expect(contributionInWords(money, 'de')).toBe('Zahlt den Bus. (Geld: 12.000 Euro; vom 1. Januar 2027 bis 30. Juni 2027)');
  expect(contributionInWords(money, 'en')).toBe('Zahlt den Bus. (Money: 12,000 euros; from 1 January 2027 until 30 June 2027)');
  expect(termsInWords({ ...PLAIN_TERMS, dueOn: '2027-06-30' }, 'de')).toBe('bis 30. Juni 2027');
  expect(contributionInWords({ ...PLAIN_TERMS, commitment: 'Hilft.', dueOn: null }, 'de')).toBe('Hilft.');
  expect(amountWords({ value: 100, unit: 'POSITION_PERCENT' }, 'de')).toBe('1 Stelle');
  expect(amountWords({ value: 50, unit: 'POSITION_PERCENT' }, 'de')).toBe('0,5 Stellen');
  expect(amountWords({ value: 1, unit: 'HOURS' }, 'de')).toBe('1 Stunde');
  expect(amountWords({ value: 1_250_050, unit: 'CENTS' }, 'de')).toBe('12.500,50 Euro');
});

it('reads what people type, groups and fractions of both languages', () => {
  const cents = (typed: string) => readAmount(typed, 'CENTS')?.value ?? null;
  expect([cents('12.000'), cents('12,000'), cents('12 000'), cents('12000')]).toEqual([1_200_000, 1_200_000, 1_200_000, 1_200_000]);
  expect([cents('12000,5'), cents('1.250,50'), cents('0.05')]).toEqual([1_200_050, 125_050, 5]);
  expect([cents('0,125'), cents('zwölf'), cents('-5'), cents('1,2345'), cents(''), cents('0'), cents('99.999.999.999')]).toEqual(
    Array(7).fill(null),
  );
  expect(readAmount('0,5', 'POSITION_PERCENT')).toEqual({ value: 50, unit: 'POSITION_PERCENT' });
  expect(readAmount('1,5', 'HOURS')).toBeNull();
});

it('reads back every amount it has written, to the cent', () => {
  const amounts = fc.record({ value: fc.integer({ min: 1, max: 2_000_000_000 }), unit: fc.constantFrom(...AMOUNT_UNITS) });
  fc.assert(
    fc.property(amounts, fc.constantFrom('de' as const, 'en' as const), (amount, language) => {
      expect(readAmount(amountFigure(amount, language), amount.unit)).toEqual(amount);
    }),
  );
});

it('takes every change of a contribution for a change', () => {
  expect(sameContribution(money, { ...money, amount: { ...money.amount! } })).toBe(true);
  const changes: Partial<Contribution>[] = [
    { commitment: 'Zahlt.' },
    { contributionKind: 'OTHER', amount: null },
    { amount: { value: 1, unit: 'CENTS' } },
    { fromOn: null },
    { dueOn: '2027-07-01' },
  ];
  for (const change of changes) expect(sameContribution(money, { ...money, ...change })).toBe(false);
  expect(CONTRIBUTION_KINDS.filter((kind) => unitsOf(kind).length > 0)).toEqual(['PEOPLE', 'MONEY']);
});
