import { endOfMonth, requireSeedDate, resolveDates, seedDate } from './seed-date';

const today = '2026-11-25';

describe('dates in seed files', () => {
  it.each([
    ['today', '2026-11-25', 'DAY'],
    ['today-25', '2026-10-31', 'DAY'],
    ['today+37', '2027-01-01', 'DAY'],
    ['2024-02-29', '2024-02-29', 'DAY'],
    ['2024-04', '2024-04-01', 'MONTH'],
    ['month', '2026-11-01', 'MONTH'],
    ['month-11', '2025-12-01', 'MONTH'],
    ['month+2', '2027-01-01', 'MONTH'],
  ])('reads %s as %s', (text, on, precision) => {
    expect(seedDate(text, today)).toEqual({ on, precision });
  });

  it.each(['yesterday', '2023-02-29', '2024-13', 'today-', 'today 5', ''])('does not read "%s"', (text) => {
    expect(seedDate(text, today)).toBeNull();
    expect(() => requireSeedDate(text, today)).toThrow('no date of a seed file');
  });

  it('are replaced wherever they stand, and nothing else is touched', () => {
    const tree = { on: 'today-1', text: 'heute (today-1)', list: ['month', null, 3, true, { until: 'today+1' }] };
    expect(resolveDates(tree, today)).toEqual({
      on: '2026-11-24',
      text: 'heute (today-1)',
      list: ['2026-11-01', null, 3, true, { until: '2026-11-26' }],
    });
  });

  it('know the last day of a month', () => {
    expect(endOfMonth('2024-02-01')).toBe('2024-02-29');
    expect(endOfMonth('2026-12-31')).toBe('2026-12-31');
  });
});
