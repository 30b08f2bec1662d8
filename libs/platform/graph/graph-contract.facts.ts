import type { GraphPort } from './graph-port';
import { actor, edge, initiativeOf, node, OTHER_REGION, REGION, row, strengths, tiesOf } from './sample-facts';

/** How facts come, change and go. */
export function contractOfFacts(graph: () => GraphPort): void {
  describe('facts', () => {
    it('are there from their owner on, and in the meantime a missing end shows nothing', async () => {
      expect(await graph().seq()).toBe(0);
      await graph().apply([row(4, 'p', [node('Initiative', 'p')], [edge('a', 'p'), edge('b', 'p')]), row(5, 'a', [actor('a')])]);
      expect(await tiesOf(graph())).toEqual([]);
      await graph().apply([row(6, 'b', [actor('b')])]);
      expect(strengths(await tiesOf(graph()))).toEqual({ 'a b': 1 });
      expect(await graph().seq()).toBe(6);
    });

    it('replace all earlier ones of their owner', async () => {
      await graph().apply(initiativeOf('p', ['a', 'b', 'c']));
      await graph().apply([
        row(2, 'all', [actor('a'), actor('c'), node('Initiative', 'p')], [edge('a', 'p'), edge('c', 'p', { weight: 0.2 })]),
      ]);
      expect(strengths(await tiesOf(graph()))).toEqual({ 'a c': 0.2 });
    });

    it('leave nothing behind when the owner is gone', async () => {
      await graph().apply([
        row(1, 'p', [node('Initiative', 'p')], [edge('a', 'p'), edge('b', 'p')]),
        row(2, 'ab', [actor('a'), actor('b')]),
      ]);
      await graph().apply([row(3, 'p', [])]);
      expect(await tiesOf(graph())).toEqual([]);
      expect(await graph().seq()).toBe(3);
      // The tombstone stands against older rows that arrive late.
      await graph().apply([row(1, 'p', [node('Initiative', 'p')], [edge('a', 'p'), edge('b', 'p')])]);
      expect(await tiesOf(graph())).toEqual([]);
    });

    it('are taken in order of seq, whatever the order of the list', async () => {
      const nodes = [actor('a'), actor('b'), node('Initiative', 'p')];
      await graph().apply([row(3, 'all', nodes, [edge('a', 'p'), edge('b', 'p')]), row(2, 'all', nodes, [edge('a', 'p')])]);
      expect(strengths(await tiesOf(graph()))).toEqual({ 'a b': 1 });
      expect(await graph().seq()).toBe(3);
    });

    it('of the later owner hold where two speak of the same, and those of the other again when it is silent', async () => {
      await graph().apply([
        row(1, 'p', [node('Initiative', 'p'), actor('a'), actor('b')], [edge('a', 'p'), edge('b', 'p')]),
        row(2, 'x', [actor('b', { audience: 'MEMBERS' })], [edge('a', 'p', { weight: 0.1, audience: 'MEMBERS' })]),
      ]);
      expect(await tiesOf(graph())).toEqual([]);
      expect(strengths(await tiesOf(graph(), { audience: 'MEMBERS' }))).toEqual({ 'a b': 0.1 });
      await graph().apply([row(3, 'x', [])]);
      expect(strengths(await tiesOf(graph()))).toEqual({ 'a b': 1 });
    });

    it('of the later owner hold for a node alone, even if the earlier ones arrive after them', async () => {
      const later = row(2, 'x', [actor('b', { audience: 'MEMBERS' })]);
      await graph().apply([later]);
      await graph().apply([row(1, 'p', [node('Initiative', 'p'), actor('a'), actor('b')], [edge('a', 'p'), edge('b', 'p')])]);
      expect(await tiesOf(graph())).toEqual([]);
      expect(await tiesOf(graph(), { audience: 'MEMBERS' })).toHaveLength(1);
      await graph().apply([row(3, 'x', [])]);
      expect(await tiesOf(graph())).toHaveLength(1);
    });

    it('have the same fingerprint when they are the same, whatever their order and history', async () => {
      const p = row(
        1,
        'p',
        [node('Initiative', 'p', { themes: ['x'] })],
        [edge('a', 'p', { until: null }), edge('b', 'p', { weight: 0.3 })],
      );
      const a = row(2, 'a', [actor('a', { regionId: OTHER_REGION })]);
      await graph().apply([p, a]);
      const [all, here, there] = await Promise.all([null, REGION, OTHER_REGION].map((region) => graph().fingerprint(region)));
      expect(new Set([all, here, there]).size).toBe(3);

      await graph().clear();
      const turned = { ...p, seq: 9, facts: { nodes: p.facts.nodes, edges: p.facts.edges.toReversed() } };
      await graph().apply([{ ...a, facts: { nodes: [], edges: [] } }]);
      await graph().apply([turned, { ...a, seq: 8 }]);
      expect(await Promise.all([null, REGION, OTHER_REGION].map((region) => graph().fingerprint(region)))).toEqual([all, here, there]);

      await graph().apply([{ ...a, seq: 10, facts: { nodes: [actor('a', { regionId: OTHER_REGION, audience: 'MEMBERS' })], edges: [] } }]);
      expect(await graph().fingerprint(null)).not.toBe(all);
      expect(await graph().fingerprint(REGION)).toBe(here);
    });

    it('are all forgotten when asked to', async () => {
      await graph().apply(initiativeOf('p', ['a', 'b']));
      await graph().clear();
      expect(await graph().seq()).toBe(0);
      expect(await tiesOf(graph())).toEqual([]);
      await graph().apply(initiativeOf('p', ['a', 'b']));
      expect(await tiesOf(graph())).toHaveLength(1);
    });
  });
}
