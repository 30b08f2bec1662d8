import { findCommunities, MOST_REGIONS, type CommunitiesBefore, type FoundCommunities } from './levels';
import { randomNetwork, type SampleNetwork } from './sample-networks';
import { weightedGraph } from './weighted-graph';

const NOTHING: CommunitiesBefore = { community: [], communities: [] };
const idsOf = (order: number) => Array.from({ length: order }, (_, at) => `a${String(at).padStart(6, '0')}`);

function find(network: SampleNetwork, before: CommunitiesBefore = NOTHING): FoundCommunities {
  return findCommunities(
    idsOf(network.order),
    weightedGraph(network.order, network, (tie) => network.weight[tie]!),
    before,
  );
}

describe('communities in levels', () => {
  it('are one level in a small network', () => {
    const { communities } = find(randomNetwork('small', 90));
    expect(communities.length).toBeGreaterThan(3);
    expect(new Set(communities.map(({ level, parent }) => `${level} ${parent}`))).toEqual(new Set(['0 null']));
  });

  it('of a large network are few at the top, with finer ones inside, down to what one can look at', () => {
    const network = randomNetwork('large', 12_000, { groupSize: 40 });
    const { community, communities } = find(network);
    const top = communities.filter(({ level }) => level === 0);
    expect(top.length).toBeGreaterThan(5);
    expect(top.length).toBeLessThanOrEqual(MOST_REGIONS);
    expect(top.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(0.9 * network.order);
    const byId = new Map(communities.map((each) => [each.id, each]));
    expect(byId.size).toBe(communities.length);
    for (const { parent, level, size, id } of communities) {
      if (parent === null) continue;
      expect(byId.get(parent)!.level).toBe(level - 1);
      expect(byId.get(parent)!.size).toBeGreaterThanOrEqual(size);
      expect(communities.filter((other) => other.parent === id).length).not.toBe(1);
    }
    const finest = new Map<string, number>();
    for (const id of community) finest.set(id, (finest.get(id) ?? 0) + 1);
    expect(Math.max(...[...finest].filter(([id]) => id !== '').map(([, count]) => count))).toBeLessThanOrEqual(300);
  });

  it('keep their members and ids when one tie is added', () => {
    for (const order of [90, 4_000]) {
      const network = randomNetwork('kept', order, { groupSize: 30 });
      const before = find(network);
      const more = { ...network, a: [...network.a, 1], b: [...network.b, order - 2], weight: [...network.weight, 1] };
      const after = find(more, before);
      const changed = after.community.filter((id, at) => id !== before.community[at]);
      expect(changed.length).toBeLessThanOrEqual(2);
      expect(after.communities.map(({ id }) => id)).toEqual(before.communities.map(({ id }) => id));
    }
  });

  it('take over those of a snapshot that knew no levels', () => {
    const network = randomNetwork('old', 90);
    const { community } = find(network);
    expect(find(network, { community, communities: [] }).community).toEqual(community);
  });

  it('are none where nobody is tied', () => {
    expect(find({ order: 3, a: [], b: [], weight: [] })).toEqual({ community: ['', '', ''], communities: [] });
    expect(find({ order: 0, a: [], b: [], weight: [] })).toEqual({ community: [], communities: [] });
  });
});
