import { addDays, fromDay, OPEN_END, toDay } from '@knotenpunkt/kernel';
import { samplePast } from '../time/sample-past';
import { AS_ENTRY, packPast, smallest, unpackPast, type NetworkPast } from './past';
import { tiesOn } from './ties-on';

const ENDED = toDay('2026-03-01');

/** One tie of two actors, of entries that tell only what matters. */
function oneTie(
  entries: readonly { grade?: number; since?: number; until?: number; anew?: 0 | 1; crowd?: number; one?: number; other?: number }[],
): NetworkPast {
  const column = (of: (entry: (typeof entries)[number]) => number) => entries.map(of);
  return {
    ...samplePast(2, 'two'),
    ...{ a: Uint32Array.of(0), b: Uint32Array.of(1), end: Uint32Array.of(entries.length) },
    grade: Uint8Array.from(column(({ grade = 0 }) => grade)),
    since: Int32Array.from(column(({ since = ENDED - 100 }) => since)),
    until: Int32Array.from(column(({ until = ENDED }) => until)),
    anew: Uint8Array.from(column(({ anew = 1 }) => anew)),
    crowd: Uint8Array.from(column(({ crowd = 0 }) => crowd)),
    one: Uint8Array.from(column(({ one = 0 }) => one)),
    other: Uint8Array.from(column(({ one = 0, other = one }) => other)),
    // Nobody; one who was always there; one who came ten days before the end.
    crowdEnd: Uint32Array.of(0, 1, 2),
    came: Int32Array.of(AS_ENTRY, ENDED - 10),
    // As the entry ends; later on for one of two; weighs half, and was confirmed thirty days after the end.
    weight: Float64Array.of(1, 1, 0.5),
    halfLife: Float64Array.of(100, 10, 100),
    ended: Int32Array.of(AS_ENTRY, ENDED + 50, AS_ENTRY),
    confirmed: Int32Array.of(AS_ENTRY, AS_ENTRY, ENDED + 30),
  };
}

const strengthOn = (past: NetworkPast, daysAfterEnd: number) => tiesOn(past, fromDay(ENDED + daysAfterEnd)).strength[0];

describe('how strong a tie was on a day', () => {
  it('is its weight while it ran, and half of that each half-life after it ended', () => {
    const past = oneTie([{}]);
    expect([-50, 0, 100, 200].map((days) => strengthOn(past, days))).toEqual([1, 1, 0.5, 0.25]);
    expect(tiesOn(past, addDays('2026-03-01', -101)).tie).toHaveLength(0);
  });

  it('is shared with whom came by then', () => {
    expect(strengthOn(oneTie([{ crowd: 1 }]), -50)).toBe(0.5);
    expect([-11, -10].map((days) => strengthOn(oneTie([{ crowd: 2 }]), days))).toEqual([1, 0.5]);
  });

  it('is that of the weaker of two ends', () => {
    const past = oneTie([{ one: 0, other: 1 }]);
    expect(strengthOn(past, 50)).toBeCloseTo(2 ** -0.5, 6);
    // The other ended later, and faded faster from then on.
    expect(strengthOn(past, 100)).toBe(1 / 32);
  });

  it('counts from when it was confirmed, from that day on', () => {
    const past = oneTie([{ one: 2 }]);
    expect(strengthOn(past, 29)).toBeCloseTo(0.5 * 2 ** -0.29, 6);
    expect([30, 130].map((days) => strengthOn(past, days))).toEqual([0.5, 0.25]);
  });

  it('adds up what comes from different things, and takes the best of one', () => {
    const better = { grade: 0, one: 2 };
    const stronger = { grade: 1, one: 0 };
    expect(tiesOn(oneTie([better, stronger]), '2026-02-01')).toMatchObject({ strength: Float32Array.of(1.5), sources: Uint16Array.of(2) });
    expect(tiesOn(oneTie([better, { ...stronger, anew: 0 }]), '2026-02-01')).toMatchObject({
      ...{ strength: Float32Array.of(0.5), sources: Uint16Array.of(1), grade: Uint8Array.of(0) },
    });
  });

  it('tells what runs without an end, and what ended with it', () => {
    const past = oneTie([{}]);
    expect(tiesOn(past, '2026-02-01')).toMatchObject({ runs: Uint8Array.of(1), until: Int32Array.of(OPEN_END) });
    expect(tiesOn(past, '2026-04-01')).toMatchObject({ runs: Uint8Array.of(0), until: Int32Array.of(ENDED) });
  });

  it('is the same after it was packed', () => {
    for (const past of [oneTie([{ one: 2 }, { crowd: 2, other: 1 }]), samplePast(12, 'packed')]) {
      const again = unpackPast(packPast(past).buffer);
      for (const day of ['2026-02-01', '2026-04-01', '2026-08-01']) expect(tiesOn(again, day)).toEqual(tiesOn(past, day));
    }
  });

  it('takes no wider columns than places need', () => {
    expect([[0, 255], [256], [65_536]].map((places) => smallest(places))).toEqual([
      ...[Uint8Array.of(0, 255), Uint16Array.of(256), Uint32Array.of(65_536)],
    ]);
  });
});
