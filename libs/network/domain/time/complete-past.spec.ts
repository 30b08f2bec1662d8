import { NetworkOverview } from '../columns/network-overview';
import type { NetworkPast } from '../columns/past';
import { sampleNetwork } from '../columns/sample-network';
import { tieListOn } from '../columns/ties-on';
import { steadyRandom } from '../placing';
import { completePast } from './complete-past';
import { plainFading, SAMPLE_TODAY } from './sample-past';

/** A past that tells each tie of a network once, without some of them. */
function pastOf({ columns }: NetworkOverview, isKnown: (tie: number) => boolean): NetworkPast {
  const kept = [...columns.ties.a.keys()].filter(isKnown);
  const { ties } = columns;
  return {
    ...{ seq: 0, asOf: '2026-11-20', former: [], ids: columns.actors.ids },
    a: Uint32Array.from(kept, (tie) => ties.a[tie]!),
    b: Uint32Array.from(kept, (tie) => ties.b[tie]!),
    end: Uint32Array.from(kept, (_, at) => at + 1),
    grade: Uint8Array.from(kept, (tie) => Math.min(2, ties.grade[tie]! + (tie % 2))),
    since: Int32Array.from(kept, (tie) => ties.since[tie]!),
    until: Int32Array.from(kept, (tie) => ties.until[tie]!),
    ...plainFading(kept.length),
  };
}

const told = (ties: readonly { a: string; b: string; grade: string }[]) =>
  ties.map(({ a, b, grade }) => [a, b].sort().join(' ') + grade).toSorted();

describe('a past that is older than the network', () => {
  const random = steadyRandom('complete');

  it('tells today what the network tells, however much came since', () => {
    for (let run = 0; run < 30; run++) {
      const [today, share] = [new NetworkOverview(sampleNetwork(30, { seed: `run ${run}` })), random()];
      const all = completePast(
        pastOf(today, () => random() < share),
        today,
      );
      expect(told(tieListOn(all, SAMPLE_TODAY))).toEqual(told(today.ties));
    }
  });

  it('forgets what is no more, and knows who is new', () => {
    const [few, many] = [new NetworkOverview(sampleNetwork(10)), new NetworkOverview({ ...sampleNetwork(25), seq: 2 })];
    expect(
      told(
        tieListOn(
          completePast(
            pastOf(many, () => true),
            few,
          ),
          SAMPLE_TODAY,
        ),
      ),
    ).toEqual(told(few.ties));
    expect(
      told(
        tieListOn(
          completePast(
            pastOf(few, () => true),
            many,
          ),
          SAMPLE_TODAY,
        ),
      ),
    ).toEqual(told(many.ties));
  });

  it('is itself where nothing came since', () => {
    const today = new NetworkOverview(sampleNetwork(10));
    const past = { ...pastOf(today, () => true), seq: today.seq };
    expect(completePast(past, today)).toBe(past);
  });
});
