import { dayInWords } from './local-date';

it('writes a day as the reader writes days, and a month alone where only that is known', () => {
  expect(dayInWords('2026-12-04', 'de')).toBe('4. Dezember 2026');
  expect(dayInWords('2026-12-04', 'en')).toBe('4 December 2026');
  expect(dayInWords('2024-04-01', 'de', 'MONTH')).toBe('April 2024');
  expect(dayInWords('2024-03-01', 'en', 'MONTH')).toBe('March 2024');
});
