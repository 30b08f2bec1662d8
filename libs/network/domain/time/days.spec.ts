import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { addMonths, begunByMonth, dayByKey, daysShown, inOrderOfDays, nextOfFilm, shareOf } from './days';
import { placeLabels, shortTitle } from './marks';

const range = { first: '2025-01-01', last: '2026-11-23' };

describe('the slider', () => {
  it('knows the same day of another month, and the last of a shorter one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-11-23', 12)).toBe('2027-11-23');
    expect(addMonths('2026-11-23', -24)).toBe('2024-11-23');
  });

  it.each([
    ['ArrowRight', '2026-02-28', '2026-03-01'],
    ['ArrowLeft', '2026-03-01', '2026-02-28'],
    ['ArrowUp', '2026-01-31', '2026-02-28'],
    ['ArrowDown', '2025-01-15', '2025-01-01'],
    ['PageUp', '2026-02-28', '2026-11-23'],
    ['PageDown', '2026-02-28', '2025-02-28'],
    ['Home', '2026-02-28', '2025-01-01'],
    ['End', '2026-02-28', '2026-11-23'],
    ['a', '2026-02-28', null],
    ['toString', '2026-02-28', null],
  ])('goes with %s from %s to %s', (key, from, to) => {
    expect(dayByKey(key, from, range)).toBe(to);
  });

  it('shows as a film the end of each month once, and stops today', () => {
    const days: string[] = [];
    for (let day: string | null = range.first; day; day = nextOfFilm(day, range)) days.push(day);
    expect(days.slice(0, 4)).toEqual(['2025-01-01', '2025-01-31', '2025-02-28', '2025-03-31']);
    expect(days.at(-1)).toBe('2026-11-23');
    expect(days).toHaveLength(24);
  });

  it('has a bar for each month, and leaves out at the beginning where hardly anything had begun', () => {
    for (const seed of ['one', 'two', 'three']) {
      const network = new NetworkOverview(sampleNetwork(60, { seed }));
      const months = begunByMonth(network);
      const told = months.reduce((sum, { count }) => sum + count, 0);
      expect(told).toBeLessThanOrEqual(network.tieCount);
      expect(told).toBeGreaterThanOrEqual(network.tieCount * 0.95);
      expect(months[0]!.count).toBeGreaterThan(0);
      expect(months.map(({ month }) => month)).toEqual(months.map((_, at) => addMonths(months[0]!.month, at)));
      expect(months.at(-1)!.month).toBe('2026-11-01');
    }
    expect(begunByMonth(new NetworkOverview(sampleNetwork(1)))).toEqual([{ month: '2026-11-01', count: 0 }]);
  });
});

describe('the days of a view', () => {
  const today = '2026-11-23';

  it.each([
    [null, null, today, null],
    ['2026-01-01', null, '2026-01-01', null],
    ['2030-01-01', null, today, null],
    [null, '2026-01-01', today, '2026-01-01'],
    ['2025-01-01', '2026-01-01', '2026-01-01', '2025-01-01'],
    ['2025-01-01', '2030-01-01', today, '2025-01-01'],
  ])('of %s compared with %s are %s and %s', (asOf, comparedWith, day, from) => {
    expect(daysShown({ asOf, comparedWith }, today)).toEqual({ day, from });
  });
});

describe('the days of a view', () => {
  it('are told and asked for in order, none after today, and are in order once they are', () => {
    const today = range.last;
    const of = (asOf: string | null, comparedWith: string | null) => inOrderOfDays({ asOf, comparedWith }, today);
    expect(of('2025-03-01', '2026-03-01')).toEqual({ asOf: '2026-03-01', comparedWith: '2025-03-01' });
    expect(of('2025-03-01', '2030-01-01')).toEqual({ asOf: null, comparedWith: '2025-03-01' });
    expect(of('2030-01-01', null)).toEqual({ asOf: null, comparedWith: null });
    expect(of(null, '2025-03-01')).toEqual({ asOf: null, comparedWith: '2025-03-01' });
    for (const view of [of('2025-03-01', '2026-03-01'), of('2025-03-01', '2030-01-01')]) expect(inOrderOfDays(view, today)).toEqual(view);
  });
});

describe('names along the slider', () => {
  const labels = Array.from({ length: 40 }, (_, at) => ({ at: ((at * 7) % 40) / 39, text: `Ereignis ${at}` }));

  it('never cover each other or an end, and the first of them is always there', () => {
    for (const width of [320, 640, 1200]) {
      const placed = placeLabels(labels, width);
      expect(placed[0]).not.toBeNull();
      const middles = placed.filter((middle) => middle !== null).sort((p, q) => p - q);
      expect(middles.length).toBeGreaterThan(1);
      middles.slice(1).forEach((middle, index) => expect(middle - middles[index]!).toBeGreaterThan(64));
      expect(middles[0]! > 20 && middles.at(-1)! < width - 20).toBe(true);
    }
    expect(placeLabels(labels, 0)).toEqual(labels.map(() => null));
  });

  it('lie where their day lies', () => {
    expect(shareOf(range, '2020-01-01')).toBe(0);
    expect(shareOf(range, range.last)).toBe(1);
    expect(shareOf({ first: range.last, last: range.last }, range.last)).toBe(1);
  });

  it('are the beginning of a long title', () => {
    expect(shortTitle('Aktionswoche')).toBe('Aktionswoche');
    expect(shortTitle('Fokus-Konferenz: Übergang in Ausbildung')).toBe('Fokus-Konferenz');
    expect(shortTitle('Ein sehr langer Titel ohne jede Gliederung')).toBe('Ein sehr langer Titel…');
    expect(shortTitle('Donaudampfschifffahrtsgesellschaft')).toBe('Donaudampfschifffahrtsg…');
  });
});
