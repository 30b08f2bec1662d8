import { readPeriod, writePeriod } from './day-period';

it('reads the period of an address as it was written, and nothing else', () => {
  const period = { from: '2026-07-01', until: '2026-11-27' };
  expect(readPeriod(writePeriod(period))).toEqual(period);
  for (const wrong of [null, '', '2026-07-01', '2026-07-01..', '2026-02-30..2026-03-01', '2026-07-02..2026-07-01', 'a..b', '1..2..3'])
    expect(readPeriod(wrong)).toBeNull();
});
