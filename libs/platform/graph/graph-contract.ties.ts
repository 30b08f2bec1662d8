import type { GraphPort } from './graph-port';
import { actor, edge, id, initiativeOf, node, OTHER_REGION, said, strengths, tiesOf } from './sample-facts';

/** How ties follow from facts. */
export function contractOfTies(graph: () => GraphPort): void {
  describe('a tie', () => {
    it('counts 1/(n−1) for each thing two actors share', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('b'), actor('c'), node('Initiative', 'p'), node('Alliance', 'q')],
          [edge('a', 'p'), edge('b', 'p'), edge('c', 'p'), edge('a', 'q'), edge('b', 'q', { weight: 0.4 })],
        ),
      );
      const ties = await tiesOf(graph());
      // In q the lesser of the two weights counts.
      expect(strengths(ties)).toEqual({ 'a b': 0.9, 'a c': 0.5, 'b c': 0.5 });
      expect(ties[0]!.sources).toEqual([
        { nodeId: id('p'), nodeType: 'Initiative', grade: 'WORKS_TOGETHER', since: '2026-01-01', until: null, strength: 0.5, whole: 0.5 },
        { nodeId: id('q'), nodeType: 'Alliance', grade: 'WORKS_TOGETHER', since: '2026-01-01', until: null, strength: 0.4, whole: 0.4 },
      ]);
    });

    it('is not made by whoever is alone in something, nor by a shared theme', async () => {
      await graph().apply(
        said([actor('a'), actor('b'), node('Initiative', 'p'), node('Theme', 't')], [edge('a', 'p'), edge('a', 't'), edge('b', 't')]),
      );
      expect(await tiesOf(graph())).toEqual([]);
    });

    it('is as well founded as the weaker participation of a source and the best of its sources', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('b'), node('Initiative', 'p'), node('Event', 'v')],
          [
            edge('a', 'p'),
            edge('b', 'p', { grade: 'STATED', since: '2026-03-01' }),
            edge('a', 'v', { grade: 'MET', since: '2026-02-01', until: '2026-02-01' }),
            edge('b', 'v', { grade: 'WORKS_TOGETHER', since: '2026-02-01', until: '2026-02-01' }),
          ],
        ),
      );
      const [tie] = await tiesOf(graph());
      expect(tie!.grade).toBe('STATED');
      expect(tie!.since).toBe('2026-02-01');
      expect(tie!.sources.map((source) => [source.nodeType, source.grade, source.since])).toEqual([
        ['Initiative', 'STATED', '2026-03-01'],
        ['Event', 'MET', '2026-02-01'],
      ]);
    });

    it('is "met" only where the shared thing is an event', async () => {
      await graph().apply(initiativeOf('p', ['a', 'b'], { grade: 'MET' }));
      expect(await tiesOf(graph())).toEqual([]);
    });

    it('halves with each half-life after the earlier end, and not while it runs', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('b'), node('Initiative', 'p')],
          [edge('a', 'p', { until: '2026-03-01', halfLifeDays: 100 }), edge('b', 'p', { halfLifeDays: 10 })],
        ),
      );
      expect((await tiesOf(graph(), { asOf: '2026-03-01' }))[0]!.strength).toBe(1);
      const [tie] = await tiesOf(graph(), { asOf: '2026-06-09' });
      expect(tie!.strength).toBe(0.5);
      expect(tie!.sources[0]!.until).toBe('2026-03-01');
    });

    it('counts its age from the last confirmation, where that came after the end and before the day asked', async () => {
      const ended = { until: '2026-03-01', confirmedOn: '2026-06-09', halfLifeDays: 100 };
      await graph().apply(initiativeOf('p', ['a', 'b'], ended));
      expect((await tiesOf(graph(), { asOf: '2026-09-17' }))[0]!.strength).toBe(0.5);
      expect((await tiesOf(graph(), { asOf: '2026-06-08' }))[0]!.strength).toBe(Number((2 ** -0.99).toFixed(9)));
    });

    it('is not there before both take part, nor when they never did at the same time', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('b'), actor('c'), node('Initiative', 'p')],
          [edge('a', 'p', { until: '2026-04-30' }), edge('b', 'p', { since: '2026-04-30' }), edge('c', 'p', { since: '2026-05-01' })],
        ),
      );
      expect(await tiesOf(graph(), { asOf: '2026-04-29' })).toEqual([]);
      expect(strengths(await tiesOf(graph(), { asOf: '2026-04-30' }))).toEqual({ 'a b': 1 });
      expect(Object.keys(strengths(await tiesOf(graph(), { asOf: '2026-05-01' })))).toEqual(['a b', 'b c']);
    });

    it('takes the best of several participations of the same actor in the same thing, and counts the actor once', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('b'), node('Initiative', 'p')],
          [
            edge('a', 'p', { grade: 'STATED', weight: 3 }),
            edge('a', 'p', { id: id('again'), since: '2026-02-01' }),
            edge('a', 'p', { id: id('weak'), weight: 0.5 }),
            edge('b', 'p', { weight: 3 }),
          ],
        ),
      );
      const [tie] = await tiesOf(graph());
      expect(tie).toMatchObject({ strength: 1, grade: 'WORKS_TOGETHER', since: '2026-02-01' });
      const [stated] = await tiesOf(graph(), { grades: ['STATED'] });
      expect(stated).toMatchObject({ strength: 3, grade: 'STATED', since: '2026-01-01' });
    });

    it('joins the members of a body to each other and each to the body', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('b'), actor('c'), actor('n', { kind: 'NETWORK' })],
          [edge('a', 'n', { grade: 'STATED' }), edge('b', 'n'), edge('c', 'n')],
        ),
      );
      const ties = await tiesOf(graph());
      expect(strengths(ties)).toEqual({ 'a b': 0.5, 'a c': 0.5, 'a n': 1, 'b c': 0.5, 'b n': 1, 'c n': 1 });
      expect(ties[2]).toMatchObject({ grade: 'STATED', sources: [{ nodeId: id('n'), nodeType: 'Actor' }] });
    });

    it('can be declared between two actors, by one or by both', async () => {
      const declared = { declared: true, grade: 'STATED', id: id('says') } as const;
      await graph().apply(
        said([actor('a'), actor('b')], [edge('b', 'a', declared), edge('a', 'b', { ...declared, id: id('answers'), weight: 0.5 })]),
      );
      const [tie] = await tiesOf(graph());
      expect(tie).toMatchObject({ a: id('a'), b: id('b'), strength: 1.5, grade: 'STATED' });
      expect(tie!.sources).toEqual([
        { nodeId: id('says'), nodeType: 'Actor', declared: true, grade: 'STATED', since: '2026-01-01', until: null, strength: 1, whole: 1 },
        {
          nodeId: id('answers'),
          nodeType: 'Actor',
          declared: true,
          grade: 'STATED',
          since: '2026-01-01',
          until: null,
          strength: 0.5,
          whole: 0.5,
        },
      ]);
    });

    it('is never one of an actor to itself', async () => {
      await graph().apply(said([actor('a')], [edge('a', 'a'), edge('a', 'a', { id: id('x'), declared: true })]));
      expect(await tiesOf(graph())).toEqual([]);
    });

    it('is derived on the graph of the audience: hidden participants neither show nor count', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('b'), actor('c'), actor('h', { audience: 'COORDINATORS' }), node('Initiative', 'p')],
          [edge('a', 'p'), edge('b', 'p'), edge('c', 'p', { audience: 'MEMBERS' }), edge('h', 'p')],
        ),
      );
      expect(strengths(await tiesOf(graph()))).toEqual({ 'a b': 1 });
      expect(strengths(await tiesOf(graph(), { audience: 'MEMBERS' }))).toEqual({ 'a b': 0.5, 'a c': 0.5, 'b c': 0.5 });
      expect(Object.keys(strengths(await tiesOf(graph(), { audience: 'COORDINATORS' })))).toHaveLength(6);
    });

    it('from a hidden thing is hidden', async () => {
      await graph().apply(
        said([actor('a'), actor('b'), node('Initiative', 'p', { audience: 'MEMBERS' })], [edge('a', 'p'), edge('b', 'p')]),
      );
      expect(await tiesOf(graph())).toEqual([]);
      expect(await tiesOf(graph(), { audience: 'MEMBERS' })).toHaveLength(1);
    });

    it('stands in the graph of the region in which its facts do, wherever the actors are at home', async () => {
      await graph().apply(
        said(
          [
            actor('a'),
            actor('b', { regionId: OTHER_REGION }),
            node('Initiative', 'p'),
            node('Initiative', 'q', { regionId: OTHER_REGION }),
          ],
          [
            edge('a', 'p'),
            edge('b', 'p'),
            edge('a', 'q', { regionId: OTHER_REGION, weight: 3 }),
            edge('b', 'q', { regionId: OTHER_REGION, weight: 2 }),
          ],
        ),
      );
      expect(strengths(await tiesOf(graph()))).toEqual({ 'a b': 1 });
      expect(strengths(await tiesOf(graph(), { regionId: OTHER_REGION }))).toEqual({ 'a b': 2 });
    });

    it('keeps its strength when kinds and grades are left out', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('b'), actor('c', { kind: 'CHAMBER' }), node('Initiative', 'p'), node('Initiative', 'q')],
          [edge('a', 'p'), edge('b', 'p'), edge('c', 'p'), edge('a', 'q', { grade: 'STATED' }), edge('b', 'q')],
        ),
      );
      expect(strengths(await tiesOf(graph(), { kinds: ['COMPANY'] }))).toEqual({ 'a b': 1.5 });
      expect(strengths(await tiesOf(graph(), { grades: ['WORKS_TOGETHER'] }))).toEqual({ 'a b': 0.5, 'a c': 0.5, 'b c': 0.5 });
      expect(strengths(await tiesOf(graph(), { grades: ['STATED'] }))).toEqual({ 'a b': 1 });
    });
  });
}
