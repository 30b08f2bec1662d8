import { randomNetwork, SMALL_STEP, SQUARE, type SampleNetwork } from '@knotenpunkt/network/domain';
import { analyse, type AnalysedNetwork, type NetworkToAnalyse } from './analyse';

const idsOf = (order: number) => Array.from({ length: order }, (_, at) => `actor ${at}`);

function toAnalyse(network: SampleNetwork, last: AnalysedNetwork | null = null): NetworkToAnalyse {
  const { order, a, b, weight } = network;
  const ids = idsOf(order);
  return {
    ids,
    a: Uint32Array.from(a),
    b: Uint32Array.from(b),
    strength: Float64Array.from(weight),
    counted: new Uint8Array(a.length).fill(1),
    before: Float64Array.from({ length: 2 * order }, (_, at) => last?.places[at] ?? Number.NaN),
    communityBefore: ids.map((_, at) => last?.community[at] ?? ''),
    communitiesBefore: last?.communities ?? [],
  };
}

const SMALL = { tiesEach: 2, groupSize: 8 };

describe('places', () => {
  it('are the same for the same network, inside the picture, and none on another', () => {
    const network = randomNetwork('places', 40, SMALL);
    const { places } = analyse(toAnalyse(network));
    expect(analyse(toAnalyse(network)).places).toEqual(places);
    for (const value of places) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(SQUARE);
    }
    const spots = Array.from({ length: 40 }, (_, at) => `${places[2 * at]!.toFixed(1)} ${places[2 * at + 1]!.toFixed(1)}`);
    expect(new Set(spots).size).toBe(40);
  });

  it('move little when a tie or an actor is added, but of those who are new or in another community', () => {
    for (let seed = 0; seed < 4; seed++) {
      const network = randomNetwork(`step ${seed}`, 40, SMALL);
      const last = analyse(toAnalyse(network));
      const [a, b, weight] = [
        [...network.a, seed],
        [...network.b, 20 + seed],
        [...network.weight, 1],
      ];
      for (const next of [
        { ...network, a, b, weight },
        { order: 41, a: [...network.a, 3], b: [...network.b, 40], weight },
      ]) {
        const now = analyse(toAnalyse(next, last));
        for (let at = 0; at < network.order; at++) {
          if (now.community[at] !== last.community[at]) continue;
          const moved = Math.hypot(now.places[2 * at]! - last.places[2 * at]!, now.places[2 * at + 1]! - last.places[2 * at + 1]!);
          expect(moved).toBeLessThanOrEqual(SMALL_STEP + 1e-6);
        }
        expect(now.community.filter((id, at) => at < network.order && id !== last.community[at]).length).toBeLessThanOrEqual(2);
      }
    }
  });

  it('keep communities apart: members stand nearer to their own middle than to any other', () => {
    const { places, community } = analyse(toAnalyse(randomNetwork('apart', 60, { tiesEach: 3, groupSize: 12, outside: 0.05 })));
    const middles = new Map<string, { x: number; y: number; count: number }>();
    community.forEach((id, at) => {
      const middle = middles.get(id) ?? { x: 0, y: 0, count: 0 };
      middles.set(id, { x: middle.x + places[2 * at]!, y: middle.y + places[2 * at + 1]!, count: middle.count + 1 });
    });
    const nearest = (at: number) =>
      Array.from(middles, ([id, { x, y, count }]) => ({
        id,
        far: Math.hypot(x / count - places[2 * at]!, y / count - places[2 * at + 1]!),
      })).sort((p, q) => p.far - q.far)[0]!.id;
    const astray = community.filter((id, at) => id !== '' && nearest(at) !== id);
    expect(astray.length).toBeLessThanOrEqual(2);
  });

  it('are there for a network without ties, and for one without actors', () => {
    expect(analyse(toAnalyse({ order: 5, a: [], b: [], weight: [] })).places).toHaveLength(10);
    expect(analyse(toAnalyse({ order: 0, a: [], b: [], weight: [] }))).toMatchObject({ community: [], communities: [] });
  });
});
