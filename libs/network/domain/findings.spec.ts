import { GRADES } from '@knotenpunkt/kernel';
import { sampleNetwork } from './columns/sample-network';
import { findingsOf, type FindingsInput } from './findings';

const KINDS = ['COMPANY', 'UNION', 'SCIENCE'];
const THEMES = ['heat', 'care'];

/** Actors `kind community themes`, and ties between their places; a tie is of both sides' word unless its grade is said. */
function network(
  actors: readonly [kind: string, community: number, ...themes: string[]][],
  ties: readonly [number, number, ('WORKS_TOGETHER' | 'STATED' | 'MET')?][],
): FindingsInput {
  let themeEnd = 0;
  const degree = new Uint32Array(actors.length);
  for (const [a, b] of ties) for (const end of [a, b]) degree[end]!++;
  return {
    analysedOn: 'WORKS_TOGETHER',
    kinds: KINDS,
    themes: THEMES,
    communities: [0, 1, 2].map((at) => ({ id: `g${at}`, parent: -1, level: 0, naming: { themes: [], kind: null, number: at }, size: 0 })),
    actors: {
      ids: actors.map((_, at) => `actor-${at}`),
      kind: Uint8Array.from(actors, ([kind]) => KINDS.indexOf(kind)),
      community: Int32Array.from(actors, ([, community]) => community),
      themeEnd: Uint32Array.from(actors, ([, , ...themes]) => (themeEnd += themes.length)),
      theme: Uint16Array.from(actors.flatMap(([, , ...themes]) => themes.map((theme) => THEMES.indexOf(theme)))),
      degree,
    },
    ties: {
      a: Uint32Array.from(ties, ([a]) => a),
      b: Uint32Array.from(ties, ([, b]) => b),
      grade: Uint8Array.from(ties, ([, , grade = 'WORKS_TOGETHER']) => GRADES.indexOf(grade)),
    },
  };
}

describe('what is worth a look', () => {
  it('is who holds two groups together, and which two would hold them together as well', () => {
    const { bridges, bridgeCount } = findingsOf(
      network(
        Array.from({ length: 7 }, () => ['COMPANY', -1] as const).map((actor) => [...actor]),
        [[0, 1], [0, 2], [1, 2], [2, 3], [3, 4], [3, 5], [4, 5], [5, 6]], // prettier-ignore
      ),
    );
    expect(bridgeCount).toBe(2);
    expect(bridges).toContainEqual({ actorId: 'actor-2', cutOff: 2, meeting: { a: 'actor-0', b: 'actor-3', through: 'actor-2' } });
    expect(bridges[0]).toMatchObject({ actorId: 'actor-3', cutOff: 3, meeting: { a: 'actor-5', b: 'actor-2', through: 'actor-3' } });
  });

  it('are benches no two of which work together, a meeting does not count, with two whom somebody could introduce', () => {
    const three = (kind: string) => Array.from({ length: 3 }, () => [kind, -1] as [string, number]);
    const { unmetBenches } = findingsOf(
      network([...three('COMPANY'), ...three('UNION'), ...three('SCIENCE')], [[0, 3], [3, 6], [0, 7, 'MET']]), // prettier-ignore
    );
    expect(unmetBenches).toEqual([
      { kinds: ['COMPANY', 'SCIENCE'], actors: [3, 3], meeting: { a: 'actor-0', b: 'actor-6', through: 'actor-3' } },
    ]);
  });

  it('are actors with one tie or none, and whom they could meet: who has most themes in common', () => {
    const { atEdge, atEdgeCount } = findingsOf(
      network(
        [
          ['COMPANY', -1, 'heat'],
          ['COMPANY', -1],
          ['UNION', -1],
          ['UNION', -1, 'heat'],
          ['SCIENCE', -1],
          ['SCIENCE', -1],
        ],
        [[0, 1], [1, 2], [1, 3], [2, 3], [2, 4, 'MET']], // prettier-ignore
      ),
    );
    expect(atEdgeCount).toBe(3);
    expect(atEdge).toEqual([
      { actorId: 'actor-0', tiedTo: 'actor-1', meeting: { a: 'actor-0', b: 'actor-3', through: 'actor-1' } },
      // It has only met the one it is tied to.
      { actorId: 'actor-4', tiedTo: 'actor-2', meeting: null },
      { actorId: 'actor-5', tiedTo: null, meeting: null },
    ]);
  });

  it('are communities with a theme in common, those of whom who have it do not work together', () => {
    const group = (community: number, ...themes: string[]) =>
      Array.from({ length: 3 }, () => ['COMPANY', community, ...themes] as [string, number, ...string[]]);
    const input = network([...group(0, 'heat'), ...group(1, 'heat', 'care'), ...group(2, 'care')], [[0, 1], [5, 6], [1, 5, 'MET']]); // prettier-ignore
    expect(findingsOf(input).apart).toEqual([
      {
        communities: ['g0', 'g1'],
        theme: 'heat',
        actors: [3, 3],
        foremost: [
          ['actor-0', 'actor-1', 'actor-2'],
          ['actor-5', 'actor-3', 'actor-4'],
        ],
      },
    ]);
  });

  it('is told of a hundred thousand actors, a hundred of each at most', () => {
    const found = findingsOf(sampleNetwork(100_000, { tieFactor: 1 }));
    expect(found.bridges).toHaveLength(100);
    expect(found.atEdge).toHaveLength(100);
    expect(found.bridgeCount).toBeGreaterThan(100);
  });
});
