import type { NetworkColumns } from './network-columns';
import { steadyRandom } from '../placing';

const KINDS = ['ADMINISTRATION', 'COMPANY', 'UNION', 'SCIENCE', 'EDUCATION'];
const THEMES = ['care', 'digital', 'green', 'work-time'];
const COMMUNITY_SIZE = 40;

/** An invented network of that many actors and about `tieFactor` ties an actor, always the same for the same seed; for tests and pictures. */
export function sampleNetwork(actorCount: number, { tieFactor = 3, seed = 'sample' } = {}): NetworkColumns {
  const random = steadyRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const ids = Array.from({ length: actorCount }, (_, at) => `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`);
  const communityCount = Math.max(1, Math.floor(actorCount / COMMUNITY_SIZE));
  const community = Int32Array.from(ids, () => whole(communityCount + 1) - 1);
  const pairs = new Map<string, [number, number]>();
  for (let tie = 0; tie < actorCount * tieFactor; tie++) {
    const [one, other] = [whole(actorCount), whole(actorCount)];
    if (one !== other) pairs.set(`${Math.min(one, other)} ${Math.max(one, other)}`, [Math.min(one, other), Math.max(one, other)]);
  }
  const ties = [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d);
  const degree = new Uint32Array(actorCount);
  for (const ends of ties) for (const end of ends) degree[end]!++;
  const themesOf = ids.map(() => THEMES.map((_, at) => at).filter(() => random() < 0.3));
  let themeEnd = 0;
  return {
    seq: 1,
    asOf: '2026-11-23',
    analysedOn: 'WORKS_TOGETHER',
    communities: Array.from({ length: communityCount }, (_, at) => ({
      id: `g${at + 1}`,
      parent: -1,
      level: 0,
      naming: { themes: [], kind: null, number: at + 1 },
      size: community.filter((of) => of === at).length,
    })),
    kinds: KINDS,
    themes: THEMES,
    actors: {
      ids,
      names: ids.map((_, at) => `Organisation ${at + 1} e. V.`),
      labels: ids.map((_, at) => `Organisation ${at + 1}`),
      slugs: ids.map((_, at) => `organisation-${at + 1}`),
      cities: ids.map((_, at) => (at % 3 === 0 ? '' : 'Harkenrode')),
      kind: Uint8Array.from(ids, () => whole(KINDS.length)),
      themeEnd: Uint32Array.from(themesOf, (themes) => (themeEnd += themes.length)),
      theme: Uint16Array.from(themesOf.flat()),
      x: Float32Array.from(ids, () => random() * 1000),
      y: Float32Array.from(ids, () => random() * 1000),
      lon: Float32Array.from(ids, () => (random() < 0.2 ? Number.NaN : 7 + random())),
      lat: Float32Array.from(ids, () => (random() < 0.2 ? Number.NaN : 51 + random())),
      community,
      degree,
      broker: Float32Array.from(ids, random),
    },
    ties: {
      a: Uint32Array.from(ties, ([a]) => a),
      b: Uint32Array.from(ties, ([, b]) => b),
      grade: Uint8Array.from(ties, () => whole(3)),
      strength: Float32Array.from(ties, () => Math.round(random() * 2000) / 1000),
      since: Int32Array.from(ties, () => 19_000 + whole(1_700)),
      until: Int32Array.from(ties, () => (random() < 0.5 ? 2_147_483_647 : 20_000 + whole(700))),
      sources: Uint16Array.from(ties, () => 1 + whole(3)),
    },
  };
}
