import type { GraphPort } from './graph-port';
import { actor, edge, id, initiativeOf, nameOf, node, PUBLIC_TODAY, said, strengths } from './sample-facts';
import type { FactRow } from './graph-port';

const DEPTH_3 = { ...PUBLIC_TODAY, depth: 3, limit: 100 } as const;

/** Actors tied as the text says: `a-b a-c` makes two initiatives of two; `a-b*3` gives the tie strength 3. */
function network(text: string): FactRow[] {
  const ties = text.split(' ').map((tie) => tie.split(/[-*]/) as [string, string, string | undefined]);
  const names = [...new Set(ties.flatMap(([a, b]) => [a, b]))];
  return said(
    [...names.map((name) => actor(name)), ...ties.map(([a, b]) => node('Initiative', `${a}${b}!`))],
    ties.flatMap(([a, b, weight]) => [a, b].map((name) => edge(name, `${a}${b}!`, { weight: Number(weight ?? 1) }))),
  );
}

const spoken = (paths: string[][]): string[] => paths.map((path) => path.map(nameOf).join('-'));

/** What the graph says when asked. */
export function contractOfAnswers(graph: () => GraphPort): void {
  describe('surroundings', () => {
    it('come ring by ring, the strongest first, then by id, with all ties among them', async () => {
      await graph().apply(network('a-d*2 a-c a-b b-e c-e c-f*1.5 e-f e-g g-h'));
      const near = await graph().surroundings({ ...DEPTH_3, actorId: id('a'), depth: 1 });
      expect(near.nodes.map((one) => [nameOf(one.id), one.distance])).toEqual([['a', 0], ['d', 1], ['b', 1], ['c', 1]]); // prettier-ignore
      expect(near.truncated).toBe(false);
      const wide = await graph().surroundings({ ...DEPTH_3, actorId: id('a') });
      // e is reached over b and c (1 + 1), f over c alone (1.5); h is four ties away.
      expect(wide.nodes.map((one) => nameOf(one.id)).join('')).toBe('adbcefg');
      expect(Object.keys(strengths(wide.ties))).toEqual(['a b', 'a c', 'a d', 'b e', 'c e', 'c f', 'e f', 'e g']);
    });

    it('hold what ties the outermost to each other: what they share, declare or are members of', async () => {
      const pairs = ['a-b', 'a-c', 'a-d', 'a-n', 'c-d'].map((pair) => pair.split('-') as [string, string]);
      await graph().apply(
        said(
          [...['a', 'b', 'c', 'd', 'n'].map((name) => actor(name)), ...pairs.map(([one, other]) => node('Initiative', `${one}${other}!`))],
          [
            ...pairs.flatMap(([one, other]) => [edge(one, `${one}${other}!`), edge(other, `${one}${other}!`)]),
            edge('b', 'n'),
            edge('c', 'b', { declared: true }),
          ],
        ),
      );
      const near = await graph().surroundings({ ...DEPTH_3, actorId: id('a'), depth: 1 });
      expect(strengths(near.ties)).toEqual({ 'a b': 1, 'a c': 1, 'a d': 1, 'a n': 1, 'b c': 1, 'b n': 1, 'c d': 1 });
    });

    it('are cut at the limit, and say so', async () => {
      await graph().apply(network('a-b*3 a-c*2 a-d b-c d-e'));
      const cut = await graph().surroundings({ ...DEPTH_3, actorId: id('a'), limit: 3 });
      expect(cut).toMatchObject({ nodes: [{ id: id('a') }, { id: id('b') }, { id: id('c') }], truncated: true });
      expect(Object.keys(strengths(cut.ties))).toEqual(['a b', 'a c', 'b c']);
      const justFits = await graph().surroundings({ ...DEPTH_3, actorId: id('a'), limit: 5 });
      expect(justFits.truncated).toBe(false);
    });

    it('of somebody alone are that one; of somebody hidden or unknown nothing', async () => {
      await graph().apply(said([actor('a'), actor('h', { audience: 'MEMBERS' }), node('Initiative', 'p')], []));
      expect(await graph().surroundings({ ...DEPTH_3, actorId: id('a') })).toEqual({
        nodes: [{ id: id('a'), distance: 0 }],
        ties: [],
        truncated: false,
      });
      for (const name of ['h', 'p', 'unknown']) {
        expect((await graph().surroundings({ ...DEPTH_3, actorId: id(name) })).nodes).toEqual([]);
      }
    });

    it('lead only over actors of the kinds asked for; the actor asked about stays in', async () => {
      await graph().apply([
        ...network('a-b b-c a-d d-e'),
        {
          ownerType: 'sample',
          ownerId: id('kinds'),
          seq: 2,
          facts: { nodes: ['a', 'b'].map((name) => actor(name, { kind: 'UNION' })), edges: [] },
        },
      ]);
      const { nodes } = await graph().surroundings({ ...DEPTH_3, actorId: id('a'), kinds: ['COMPANY'] });
      expect(nodes.map((one) => nameOf(one.id)).join('')).toBe('ade');
    });
  });

  describe('shortest paths', () => {
    it('are counted, and come strongest first, then by id, with their ties', async () => {
      await graph().apply(network('a-b a-c*2 a-d b-z*3 c-z d-z a-e e-f f-z b-c'));
      const found = await graph().shortestPaths({ ...PUBLIC_TODAY, from: id('a'), to: id('z') });
      expect(found).toMatchObject({ length: 2, count: 3 });
      expect(spoken(found.paths)).toEqual(['a-b-z', 'a-c-z', 'a-d-z']);
      expect(strengths(found.ties)).toEqual({ 'a b': 1, 'a c': 2, 'a d': 1, 'b z': 3, 'c z': 1, 'd z': 1 });
    });

    it('are the same in the other direction', async () => {
      await graph().apply(network('a-b b-c c-d a-e e-f*2 f-d e-c'));
      const there = await graph().shortestPaths({ ...PUBLIC_TODAY, from: id('a'), to: id('d') });
      const back = await graph().shortestPaths({ ...PUBLIC_TODAY, from: id('d'), to: id('a') });
      expect(spoken(there.paths)).toEqual(['a-e-f-d', 'a-b-c-d', 'a-e-c-d']);
      expect(back).toEqual({ ...there, paths: there.paths.map((path) => path.toReversed()) });
    });

    it('are all counted where more than fifty are, and the best fifty given', async () => {
      const layers = ['b', 'c'].map((layer) => Array.from({ length: 8 }, (_, i) => `${layer}${i}`));
      const ties = [
        ...layers[0]!.map((name) => `a-${name}`),
        ...layers[0]!.flatMap((one) => layers[1]!.map((other) => `${one}-${other}`)),
        ...layers[1]!.map((name) => `${name}-z`),
      ];
      await graph().apply(network(ties.join(' ').replace('b7-c7', 'b7-c7*2')));
      const found = await graph().shortestPaths({ ...PUBLIC_TODAY, from: id('a'), to: id('z') });
      expect(found).toMatchObject({ length: 3, count: 64 });
      expect(found.paths).toHaveLength(50);
      expect(spoken(found.paths).slice(0, 3)).toEqual(['a-b7-c7-z', 'a-b0-c0-z', 'a-b0-c1-z']);
      expect(spoken(found.paths).at(-1)).toBe('a-b6-c0-z');
    });

    it('do not exist between strangers, and are nothing from somebody to itself', async () => {
      await graph().apply(network('a-b c-d'));
      const nowhere = { length: null, count: 0, paths: [], ties: [] };
      expect(await graph().shortestPaths({ ...PUBLIC_TODAY, from: id('a'), to: id('d') })).toEqual(nowhere);
      expect(await graph().shortestPaths({ ...PUBLIC_TODAY, from: id('a'), to: id('unknown') })).toEqual(nowhere);
      const itself = await graph().shortestPaths({ ...PUBLIC_TODAY, from: id('a'), to: id('a') });
      expect(itself).toEqual({ length: 0, count: 1, paths: [[id('a')]], ties: [] });
    });

    it('of one tie are that tie, although longer ways are stronger', async () => {
      await graph().apply(network('a-b a-c*9 c-b*9'));
      const found = await graph().shortestPaths({ ...PUBLIC_TODAY, from: id('b'), to: id('a') });
      expect(found).toMatchObject({ length: 1, count: 1, paths: [[id('b'), id('a')]] });
      expect(strengths(found.ties)).toEqual({ 'a b': 1 });
    });
  });

  describe('similar actors', () => {
    it('share neighbours, few of whom are tied to many, and are not yet tied', async () => {
      await graph().apply(network('a-b a-c b-d c-d c-e c-f b-a'));
      const found = await graph().similar({ ...PUBLIC_TODAY, actorId: id('a'), limit: 10 });
      // b is tied to a and d (1/2), c to a, d, e and f (1/4).
      expect(found.map((one) => [nameOf(one.id), one.score])).toEqual([['d', 0.75], ['e', 0.25], ['f', 0.25]]); // prettier-ignore
      expect(await graph().similar({ ...PUBLIC_TODAY, actorId: id('a'), limit: 1 })).toHaveLength(1);
      expect(await graph().similar({ ...PUBLIC_TODAY, actorId: id('unknown'), limit: 10 })).toEqual([]);
    });
  });

  describe('the stream', () => {
    it('gives every tie once, ordered by its ends', async () => {
      await graph().apply(initiativeOf('p', ['d', 'a', 'c', 'b']));
      const ends: string[] = [];
      for await (const tie of graph().stream(PUBLIC_TODAY)) ends.push(nameOf(tie.a) + nameOf(tie.b));
      expect(ends).toEqual(['ab', 'ac', 'ad', 'bc', 'bd', 'cd']);
    });
  });
}
