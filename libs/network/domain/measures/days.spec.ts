import { endsOfMonths, missingDays } from './days';

describe('the days a past is measured for', () => {
  it('are the ends of months since the first tie, the latest first', () => {
    expect(endsOfMonths('2026-08-15', '2026-11-27')).toEqual(['2026-10-31', '2026-09-30', '2026-08-31']);
    expect(endsOfMonths('2023-12-31', '2024-03-01')).toEqual(['2024-02-29', '2024-01-31', '2023-12-31']);
    expect(endsOfMonths('2026-11-02', '2026-11-27')).toEqual([]);
  });

  it('are ten years at most', () => {
    expect(endsOfMonths('1990-01-01', '2026-11-27')).toHaveLength(120);
  });

  it('leave out months that are measured, and of a large network two of three', () => {
    expect(missingDays('2026-08-15', '2026-11-27', ['2026-09-12'], 10)).toEqual(['2026-10-31', '2026-08-31']);
    expect(missingDays('2026-01-15', '2026-11-27', [], 100_000)).toEqual(['2026-09-30', '2026-06-30', '2026-03-31']);
    expect(missingDays('1990-01-15', '2026-11-27', [], 100_000)).toHaveLength(24);
  });
});
