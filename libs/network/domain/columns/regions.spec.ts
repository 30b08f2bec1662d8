import { packNetwork } from './network-columns';
import { FIRST_SEEN, overviewOf, packRegions, regionsOf, unpackRegions } from './regions';
import { sampleNetwork } from './sample-network';

describe('what is seen first of a network', () => {
  const large = sampleNetwork(20_000);
  const first = regionsOf(large);

  it('is small however large the network is, and reads like it', () => {
    const bytes = packRegions(first);
    expect(bytes.length).toBeLessThan(packNetwork(large).length / 20);
    expect(unpackRegions(bytes.buffer)).toEqual(first);
    expect(first).toMatchObject({ actorCount: 20_000, tieCount: large.ties.a.length });
    const overview = overviewOf(first);
    expect(overview.actorCount).toBe(FIRST_SEEN.actors);
    expect(overview.tieCount).toBeLessThanOrEqual(FIRST_SEEN.ties);
    const least = Math.min(...overview.actors.map(({ degree }) => degree));
    expect(large.actors.degree.filter((degree) => degree > least).length).toBeLessThanOrEqual(FIRST_SEEN.actors);
  });

  it('has every community with its disc, and those of a small network all', () => {
    const small = sampleNetwork(400);
    const { communities, actors, ties } = regionsOf(small);
    expect({ ...actors, community: null }).toEqual({ ...small.actors, community: null });
    expect(ties.a.length).toBe(FIRST_SEEN.ties);
    expect(communities.map(({ id }) => id).sort()).toEqual(small.communities.map(({ id }) => id).sort());
    for (const { id, x, y, radius, size } of communities) {
      const at = small.communities.findIndex((each) => each.id === id);
      const members = [...actors.ids.keys()].filter((place) => small.actors.community[place] === at);
      const within = members.filter((place) => Math.hypot(actors.x[place]! - x, actors.y[place]! - y) <= radius + 0.1);
      expect(within.length).toBeGreaterThanOrEqual(Math.floor(size * 0.9));
    }
  });

  it('counts every tie between communities of one level, those above included', () => {
    const columns = sampleNetwork(120);
    const community = (id: string, level: number, parent: number) => ({
      id,
      level,
      parent,
      size: 0,
      naming: { themes: [], kind: null, number: 1 },
    });
    // Two large ones, the first with two parts.
    const nested = {
      ...columns,
      communities: [community('A', 0, -1), community('B', 0, -1), community('A1', 1, 0), community('A2', 1, 0)],
      actors: { ...columns.actors, community: columns.actors.community.map((_, place) => [2, 3, 1, -1][place % 4]!) },
    };
    const { communities, links } = regionsOf(nested);
    const count = (one: string, other: string) => {
      const places = [one, other].map((id) => communities.findIndex((each) => each.id === id)).sort();
      const at = [...links.a.keys()].find((link) => links.a[link] === places[0] && links.b[link] === places[1]);
      return at === undefined ? 0 : links.ties[at];
    };
    const between = (one: number[], other: number[]) =>
      [...nested.ties.a.keys()].filter((tie) => {
        const [p, q] = [nested.ties.a[tie]! % 4, nested.ties.b[tie]! % 4];
        return (one.includes(p) && other.includes(q)) || (one.includes(q) && other.includes(p));
      }).length;
    expect(count('A', 'B')).toBe(between([0, 1], [2]));
    expect(count('A1', 'A2')).toBe(between([0], [1]));
    expect(count('A1', 'B')).toBe(0);
    expect(communities.find(({ id }) => id === 'A2')!.parent).toBe(communities.findIndex(({ id }) => id === 'A'));
  });
});
