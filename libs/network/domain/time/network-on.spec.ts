import { addDays, OPEN_END, toDay } from '@knotenpunkt/kernel';
import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { tieListOn, tiesOn } from '../columns/ties-on';
import { steadyRandom } from '../placing';
import { completePast } from './complete-past';
import { arrivalsBetween } from './live';
import { networkOn } from './network-on';
import { SAMPLE_TODAY, samplePast, someDay } from './sample-past';

describe('the network of a day', () => {
  const random = steadyRandom('days');
  const today = new NetworkOverview(sampleNetwork(12));

  it('has the ties of that day, as well founded as they were, among the actors of today', () => {
    for (let run = 0; run < 40; run++) {
      const [past, day] = [samplePast(12, `run ${run}`), someDay(random)];
      const then = networkOn(today, past, day);
      if (day === SAMPLE_TODAY) continue;
      expect(then.asOf).toBe(day);
      const key = ({ a, b, grade }: { a: string; b: string; grade: string }) => `${a} ${b} ${grade}`;
      expect(then.ties.map(key)).toEqual(tieListOn(past, day).map(key));
      expect(then.actors.map(({ id, x, y }) => ({ id, x, y }))).toEqual(today.actors.map(({ id, x, y }) => ({ id, x, y })));
      expect(then.actors.reduce((sum, { degree }) => sum + degree, 0)).toBe(2 * then.tieCount);
      expect(then.ties.every(({ since }) => since <= day)).toBe(true);
    }
  });

  it('has those that another continues since, on days before that and on none from then on', () => {
    const whole = samplePast(13, 'former');
    const last = whole.ids[12]!;
    const former = { id: last, name: 'Kammer Nord', label: 'KN', slug: 'kammer-nord', kind: 'CHAMBER', themes: ['neues'], city: null };
    const past = { ...whole, former: [{ ...former, lon: null, lat: null, closedOn: '2026-06-01' }] };
    const ties = (day: string) => tieListOn(past, day).filter(({ a, b }) => a === last || b === last).length;
    const before = networkOn(today, past, '2026-05-31');
    expect(before.actorCount).toBe(today.actorCount + 1);
    expect(before.bySlug('kammer-nord')).toMatchObject({ name: 'Kammer Nord', kind: 'CHAMBER', themes: ['neues'], community: null });
    expect(ties('2026-05-31')).toBeGreaterThan(0);
    expect(before.bySlug('kammer-nord')!.degree).toBe(ties('2026-05-31'));
    expect(before.tieCount).toBe(tieListOn(past, '2026-05-31').length);
    expect(before.actors.slice(0, today.actorCount).map(({ id, x, y }) => ({ id, x, y }))).toEqual(
      today.actors.map(({ id, x, y }) => ({ id, x, y })),
    );
    for (const day of ['2026-06-01', '2026-10-01', SAMPLE_TODAY]) expect(networkOn(today, past, day).bySlug('kammer-nord')).toBeNull();
    // Also where the network is newer than its past.
    const newer = new NetworkOverview({ ...today.columns, seq: 2 });
    expect(networkOn(newer, completePast(past, newer), '2026-05-31').bySlug('kammer-nord')!.degree).toBe(ties('2026-05-31'));
  });

  it('knows of each tie only what had begun, and of nothing when it would end', () => {
    const past = samplePast(12, 'known');
    const day = addDays(SAMPLE_TODAY, -300);
    const { ties } = networkOn(today, past, day).columns;
    const found = tiesOn(past, day);
    found.tie.forEach((tie, index) => {
      const entries = [...past.since.keys()].filter(
        (entry) => entry >= (past.end[tie - 1] ?? 0) && entry < past.end[tie]! && past.since[entry]! <= toDay(day),
      );
      expect(ties.sources[index]).toBe(entries.length);
      expect(ties.until[index] === OPEN_END).toBe(found.runs[index] === 1);
    });
  });

  it('is the newest from its own day on', () => {
    expect(networkOn(today, samplePast(12, 'any'), SAMPLE_TODAY)).toBe(today);
    expect(networkOn(today, samplePast(12, 'any'), addDays(SAMPLE_TODAY, 400))).toBe(today);
  });

  it('leaves out whoever is not shown today', () => {
    const few = new NetworkOverview(sampleNetwork(5));
    const then = networkOn(few, samplePast(12, 'any'), addDays(SAMPLE_TODAY, -1));
    expect(then.actorCount).toBe(5);
    expect(then.ties.every(({ a, b }) => few.placeOf(a) >= 0 && few.placeOf(b) >= 0)).toBe(true);
  });
});

describe('what came', () => {
  it('is nothing from a state to itself, and of another day', () => {
    const [one, same] = [new NetworkOverview(sampleNetwork(20)), new NetworkOverview(sampleNetwork(20))];
    expect(arrivalsBetween(one, same)).toEqual({ actors: [], ties: [] });
    expect(arrivalsBetween(one, new NetworkOverview({ ...sampleNetwork(25), asOf: '2026-01-01' }))).toEqual({ actors: [], ties: [] });
  });

  it('is each actor and each tie that was not there', () => {
    const after = new NetworkOverview(sampleNetwork(20));
    const { ties } = after.columns;
    const without = (column: { subarray(begin: number, end?: number): never }) => column.subarray(1);
    const before = new NetworkOverview({
      ...after.columns,
      ties: Object.fromEntries(Object.entries(ties).map(([name, column]) => [name, without(column as never)])) as never,
    });
    expect(arrivalsBetween(before, after)).toEqual({ actors: [], ties: [0] });
  });
});
