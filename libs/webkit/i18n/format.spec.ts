import { formatIn } from './format';

describe('the German format', () => {
  const de = formatIn('de');

  it('writes days in words and months alone where only the month is known', () => {
    expect(de.date('2026-11-11')).toBe('11. November 2026');
    expect(de.date('2024-04-01', 'MONTH')).toBe('April 2024');
    expect(de.shortDate('2026-11-11')).toBe('11. Nov. 2026');
    expect(de.weekday('2026-11-23')).toBe('Montag, 23. November 2026');
  });

  it('leaves out the year where it is that of today', () => {
    expect(de.dayMonth('2026-11-20', '2026-11-23')).toBe('20. Nov.');
    expect(de.dayMonth('2025-11-20', '2026-11-23')).toBe('20. Nov. 2025');
  });

  it('counts days in words', () => {
    expect(de.since('2026-11-11', '2026-11-23')).toBe('seit 12 Tagen');
    expect(de.since('2026-11-22', '2026-11-23')).toBe('seit gestern');
    expect(de.relative('2026-11-30', '2026-11-23')).toBe('in 7 Tagen');
    expect(de.relative('2026-11-23', '2026-11-23')).toBe('heute');
    expect(de.relative('2026-11-20', '2026-11-23')).toBe('vor 3 Tagen');
    expect(de.recent('2026-11-22', '2026-11-23')).toBe('gestern');
    expect(de.recent('2026-11-18', '2026-11-23')).toBe('18. Nov.');
  });

  it('writes periods with the ends that are known', () => {
    const today = '2026-11-23';
    expect(de.period({ date: '2027-03-01' }, { date: '2027-06-30' }, today)).toBe('1. März bis 30. Juni 2027');
    expect(de.period({ date: '2026-03-01', precision: 'MONTH' }, null, today)).toBe('seit März 2026');
    expect(de.period(null, { date: '2027-06-30' }, today)).toBe('bis 30. Juni 2027');
    expect(de.period({ date: '2024-04-29' }, { date: '2024-04-29' }, today)).toBe('29. April 2024');
    expect(de.period(null, null, today)).toBe('');
  });

  it('says of a start that lies ahead from when, of one that is here since when', () => {
    const april = { date: '2027-04-01', precision: 'MONTH' } as const;
    expect(de.period(april, null, '2027-03-31')).toBe('ab April 2027');
    expect(de.period(april, null, '2027-04-01')).toBe('seit April 2027');
    expect(formatIn('en').period(april, null, '2027-03-31')).toBe('from April 2027');
  });

  it('writes numbers, money, lists and moments', () => {
    expect(de.number(1204)).toBe('1.204');
    expect(de.euro(5000)).toBe('5.000\u00a0€');
    expect(de.list(['A', 'B', 'C'])).toBe('A, B und C');
    expect(de.choice(['A', 'B'])).toBe('A oder B');
    expect(de.moment('2026-11-23T13:05:00Z', 'Europe/Berlin')).toBe('23. November 2026, 14:05');
  });
});

describe('the English format', () => {
  it('keeps the same meaning', () => {
    const en = formatIn('en');
    expect(en.date('2026-11-11')).toBe('11 November 2026');
    expect(en.since('2026-11-11', '2026-11-23')).toBe('for 12 days');
    expect(en.list(['A', 'B', 'C'])).toBe('A, B and C');
    expect(en.moment('2026-11-23T13:05:00Z', 'Europe/Berlin')).toBe('23 November 2026, 14:05');
  });
});
