import { GRADES } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import type { CommonGround, GraphPort, GraphQuestion, Tie } from './graph-port';
import {
  actor,
  anyActor,
  anyQuestion,
  anyRows,
  edge,
  id,
  nameOf,
  node,
  PUBLIC_TODAY,
  said,
  strengths,
  themesOf,
  tiesOf,
  unfiltered,
} from './sample-facts';

/** What a question leaves out of the graph before it is answered, and what several have in common. `runs`: how many facts are tried. */
export function contractOfLookingCloser(graph: () => GraphPort, runs: number): void {
  const around = async (more: Partial<GraphQuestion>) => {
    const found = await graph().surroundings({ ...PUBLIC_TODAY, actorId: id('a'), depth: 3, limit: 100, ...more });
    return found.nodes.map((one) => nameOf(one.id)).join('');
  };

  describe('filters', () => {
    it('lead only over actors with one of the themes asked for; the actor asked about stays in', async () => {
      await graph().apply(
        said(
          [
            actor('a'),
            actor('b', { themes: ['heat'] }),
            actor('c', { themes: ['skills'] }),
            actor('d', { themes: ['heat', 'skills'] }),
          ].concat(['p', 'q', 'r'].map((name) => node('Initiative', name))),
          [edge('a', 'p'), edge('b', 'p'), edge('a', 'q'), edge('c', 'q'), edge('c', 'r'), edge('d', 'r')],
        ),
      );
      expect(await around({ themes: ['heat'] })).toBe('ab');
      expect(await around({ themes: ['skills'] })).toBe('acd');
      expect(await around({ themes: ['heat', 'skills'] })).toBe('abcd');
      expect(await around({ themes: ['unknown'] })).toBe('a');
    });

    it('leave sources in which neither of the two acts in the role asked for, and no strength as it would be without others', async () => {
      await graph().apply(
        said(
          [...['a', 'b', 'c', 'd'].map((name) => actor(name)), node('Initiative', 'p')],
          [edge('a', 'p', { role: 'LEAD' }), edge('b', 'p'), edge('c', 'p'), edge('c', 'd', { declared: true, role: 'DECLARED' })],
        ),
      );
      expect(strengths(await tiesOf(graph(), { roles: ['LEAD'] }))).toEqual({ 'a b': 0.5, 'a c': 0.5 });
      expect(strengths(await tiesOf(graph(), { roles: ['DECLARED'] }))).toEqual({ 'c d': 1 });
      expect(await tiesOf(graph(), { roles: ['unknown'] })).toEqual([]);
    });

    it('judge age and strength of a tie by the sources that are left', async () => {
      await graph().apply(
        said(
          [...['a', 'b'].map((name) => actor(name)), node('Initiative', 'old'), node('Event', 'new')],
          [
            ...['a', 'b'].map((name) => edge(name, 'old', { since: '2020-01-01', until: '2020-06-01', weight: 0.5 })),
            ...['a', 'b'].map((name) => edge(name, 'new', { since: '2026-01-01', grade: 'MET' })),
          ],
        ),
      );
      expect(await tiesOf(graph(), { sinceAfter: '2025-01-01' })).toEqual([]);
      expect(await tiesOf(graph(), { sinceAfter: '2025-01-01', grades: ['MET'] })).toHaveLength(1);
      expect(await tiesOf(graph(), { running: true })).toHaveLength(1);
      expect(await tiesOf(graph(), { running: true, grades: ['WORKS_TOGETHER'] })).toEqual([]);
      expect(await tiesOf(graph(), { minStrength: 0.9 })).toHaveLength(1);
      expect(await tiesOf(graph(), { minStrength: 0.9, grades: ['WORKS_TOGETHER'] })).toEqual([]);
    });

    it('leave of the whole graph what a look at each tie would leave', async () => {
      const kept = ({ themes = [], sinceAfter, running, minStrength = 0, asOf }: GraphQuestion, tie: Tie): boolean =>
        [tie.a, tie.b].every((one) => themes.length === 0 || themesOf(nameOf(one)).some((theme) => themes.includes(theme))) &&
        (!sinceAfter || tie.since >= sinceAfter) &&
        (!running || tie.sources.some(({ until }) => until === null || until >= asOf)) &&
        tie.strength >= minStrength;
      await fc.assert(
        fc.asyncProperty(anyRows, anyQuestion, async (rows, anything) => {
          const question = { ...anything, kinds: [] };
          await graph().clear();
          await graph().apply(rows);
          const { grades, roles } = question;
          const all = await tiesOf(graph(), { ...unfiltered(question), grades: grades ?? [...GRADES], roles: roles ?? [] });
          expect(await tiesOf(graph(), question)).toEqual(all.filter((tie) => kept(question, tie)));
        }),
        { numRuns: runs },
      );
    });
  });

  describe('common ground', () => {
    const spoken = ({ neighbours }: CommonGround) => neighbours.map((one) => [nameOf(one.id), one.tiedTo]);

    it('is whom they are tied to, first who is tied to the most of them, then by the weakest tie', async () => {
      const pairs = ['a-x', 'b-x', 'c-x', 'a-y', 'b-y', 'a-z', 'b-z', 'a-w', 'a-b'].map((pair) => pair.split('-') as [string, string]);
      await graph().apply(
        said(
          [...['a', 'b', 'c', 'w', 'x', 'y', 'z'].map((name) => actor(name)), ...pairs.map((pair) => node('Initiative', pair.join('')))],
          pairs.flatMap((pair) => pair.map((name) => edge(name, pair.join(''), { weight: pair[1] === 'y' ? 0.5 : 1 }))),
        ),
      );
      const asked = { ...PUBLIC_TODAY, actorIds: ['a', 'b', 'c'].map(id), limit: 2 };
      const found = await graph().commonGround(asked);
      expect(spoken(found)).toEqual([['x', 3], ['z', 2]]); // prettier-ignore
      expect(found).toMatchObject({ count: 3, countTiedToAll: 1 });
      expect(Object.keys(strengths(found.ties))).toEqual(['a b', 'a x', 'a z', 'b x', 'b z', 'c x']);
      const strong = await graph().commonGround({ ...asked, minStrength: 0.8, limit: 10 });
      expect(spoken(strong)).toEqual([['x', 3], ['z', 2]]); // prettier-ignore
    });

    it('is nothing of those who are hidden or unknown', async () => {
      await graph().apply(
        said(
          [actor('a'), actor('x'), actor('h', { audience: 'MEMBERS' }), node('Initiative', 'p')],
          ['a', 'x', 'h'].map((name) => edge(name, 'p')),
        ),
      );
      const found = await graph().commonGround({ ...PUBLIC_TODAY, actorIds: ['a', 'h', 'unknown'].map(id), limit: 9 });
      expect(found).toEqual({ neighbours: [], count: 0, countTiedToAll: 0, ties: [] });
    });

    it('holds for all facts: of two it is who is next to both, and each tie is one of the whole graph', async () => {
      await fc.assert(
        fc.asyncProperty(anyRows, anyQuestion, anyActor, anyActor, async (rows, anything, a, b) => {
          const question = { ...anything, kinds: [], themes: [] };
          await graph().clear();
          await graph().apply(rows);
          const all = await tiesOf(graph(), question);
          const nextTo = (one: string) => new Set(all.flatMap((tie) => (tie.a === one ? [tie.b] : tie.b === one ? [tie.a] : [])));
          const both = a === b ? [] : [...nextTo(a)].filter((one) => nextTo(b).has(one));
          const found = await graph().commonGround({ ...question, actorIds: [a, b], limit: 10 });
          expect(found.neighbours.map((one) => one.id).toSorted()).toEqual(both.toSorted());
          const [asked, told] = [
            [a, b],
            [...both, a, b],
          ];
          const theirs = (tie: Tie) => (asked.includes(tie.a) || asked.includes(tie.b)) && told.includes(tie.a) && told.includes(tie.b);
          expect(found.ties).toEqual(a === b ? [] : all.filter(theirs));
        }),
        { numRuns: runs },
      );
    });
  });
}
