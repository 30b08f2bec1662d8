import { addDays, OPEN_END, toDay, type LocalDate } from '@knotenpunkt/kernel';
import { AS_ENTRY, type NetworkPast } from '../columns/past';
import { steadyRandom } from '../placing';

/** The last day of an invented past. */
export const SAMPLE_TODAY: LocalDate = '2026-11-23';
const DAYS = 900;

/** Each of so many entries of something else, of two who are alone, of weight 1, and half of that a year after it ended. */
export function plainFading(
  entries: number,
): Pick<NetworkPast, 'anew' | 'crowd' | 'one' | 'other' | 'crowdEnd' | 'came' | 'weight' | 'halfLife' | 'ended' | 'confirmed'> {
  return {
    anew: new Uint8Array(entries).fill(1),
    ...{ crowd: new Uint8Array(entries), one: new Uint8Array(entries), other: new Uint8Array(entries) },
    ...{ crowdEnd: Uint32Array.of(0), came: new Int32Array() },
    ...{ weight: Float64Array.of(1), halfLife: Float64Array.of(365), ended: Int32Array.of(AS_ENTRY), confirmed: Int32Array.of(AS_ENTRY) },
  };
}

/** An invented past of so many actors, always the same for the same seed; with `ids` of `sampleNetwork`. */
export function samplePast(actorCount: number, seed: string): NetworkPast {
  const random = steadyRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const begin = toDay(SAMPLE_TODAY) - DAYS;
  const pairs: [number, number][] = [];
  for (let a = 0; a < actorCount; a++) for (let b = a + 1; b < actorCount; b++) if (random() < 0.4) pairs.push([a, b]);
  const entries = pairs.map(() =>
    Array.from({ length: 1 + whole(3) }, () => {
      const since = begin + whole(DAYS);
      return { grade: whole(3), since, until: random() < 0.4 ? OPEN_END : since + whole(200) };
    }),
  );
  let end = 0;
  return {
    seq: 1,
    asOf: SAMPLE_TODAY,
    former: [],
    ids: Array.from({ length: actorCount }, (_, at) => `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`),
    a: Uint32Array.from(pairs, ([a]) => a),
    b: Uint32Array.from(pairs, ([, b]) => b),
    end: Uint32Array.from(entries, ({ length }) => (end += length)),
    grade: Uint8Array.from(entries.flat(), ({ grade }) => grade),
    since: Int32Array.from(entries.flat(), ({ since }) => since),
    until: Int32Array.from(entries.flat(), ({ until }) => until),
    ...plainFading(entries.flat().length),
  };
}

/** Some day of that past, also before it began. */
export function someDay(random: () => number): LocalDate {
  return addDays(SAMPLE_TODAY, -Math.floor(random() * (DAYS + 60)));
}
