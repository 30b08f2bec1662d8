import { idFrom } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import type { FactRow, GraphPort } from './graph-port';
import { actor, anyActor, anyQuestion, anyRows, edge, id, node, row, tiesOf, unfiltered } from './sample-facts';

/** What holds for all facts and questions. `runs`: how many of them are tried. */
export function contractOfProperties(graph: () => GraphPort, runs: number): void {
  async function fill(rows: FactRow[]): Promise<void> {
    await graph().clear();
    await graph().apply(rows);
  }

  describe('for all facts', () => {
    it('applying twice, one by one and in any order of owners gives the same graph', async () => {
      const shuffled = anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
      await fc.assert(
        fc.asyncProperty(shuffled, anyQuestion, async ([rows, turned], question) => {
          await fill(rows);
          const [ties, print] = [await tiesOf(graph(), question), await graph().fingerprint(null)];
          await graph().clear();
          for (const one of turned) await graph().apply([one]);
          await graph().apply(rows);
          expect(await tiesOf(graph(), question)).toEqual(ties);
          expect(await graph().fingerprint(null)).toBe(print);
        }),
        { numRuns: runs },
      );
    });

    it('a new fact changes no tie but those of the actors it is about', async () => {
      await fc.assert(
        fc.asyncProperty(anyRows, anyQuestion, anyActor, async (rows, question, partner) => {
          await fill(rows);
          const before = await tiesOf(graph(), question);
          const one = edge('new', 'newthing', { since: '2018-01-01' });
          const other = { ...one, id: idFrom('other'), from: partner };
          await graph().apply([row(90, 'new', [actor('new'), node('Initiative', 'newthing')], [one, other])]);
          const after = await tiesOf(graph(), question);
          expect(after.filter((tie) => tie.a !== id('new') && tie.b !== id('new'))).toEqual(before);
        }),
        { numRuns: runs },
      );
    });

    it('whoever may see more sees every tie that others see', async () => {
      await fc.assert(
        fc.asyncProperty(anyRows, anyQuestion, async (rows, question) => {
          await fill(rows);
          const pairs = async (audience: 'PUBLIC' | 'MEMBERS' | 'COORDINATORS'): Promise<string[]> =>
            (await tiesOf(graph(), { ...unfiltered(question), audience })).map((tie) => `${tie.a} ${tie.b}`);
          const [everyone, members, coordinators] = [await pairs('PUBLIC'), await pairs('MEMBERS'), await pairs('COORDINATORS')];
          expect(members).toEqual(expect.arrayContaining(everyone));
          expect(coordinators).toEqual(expect.arrayContaining(members));
        }),
        { numRuns: runs },
      );
    });

    it('what is hidden changes nothing that the public sees', async () => {
      await fc.assert(
        fc.asyncProperty(anyRows, anyQuestion, anyActor, anyActor, async (rows, question, from, to) => {
          const shown = rows.map((one) => ({
            ...one,
            facts: {
              nodes: one.facts.nodes.filter((said) => said.audience === 'PUBLIC'),
              edges: one.facts.edges.filter((said) => said.audience === 'PUBLIC'),
            },
          }));
          const asked = { ...question, audience: 'PUBLIC' } as const;
          const answers = async (): Promise<unknown[]> => [
            await tiesOf(graph(), asked),
            await graph().surroundings({ ...asked, actorId: from, depth: 2, limit: 5 }),
            await graph().shortestPaths({ ...asked, from, to }),
            await graph().similar({ ...asked, actorId: from, limit: 3 }),
            await graph().commonGround({ ...asked, actorIds: [from, to, id('c')], limit: 3 }),
          ];
          await fill(shown);
          const without = await answers();
          await fill(rows);
          expect(await answers()).toEqual(without);
        }),
        { numRuns: runs },
      );
    });

    it('surroundings and paths hold the ties of the whole graph', async () => {
      const depth = fc.constantFrom(1 as const, 2 as const, 3 as const);
      await fc.assert(
        fc.asyncProperty(anyRows, anyQuestion, anyActor, anyActor, depth, async (rows, anything, from, to, far) => {
          await fill(rows);
          const question = { ...anything, kinds: [], themes: [] };
          const all = await tiesOf(graph(), question);
          const { nodes, ties } = await graph().surroundings({ ...question, actorId: from, depth: far, limit: 4 });
          const near = new Set(nodes.map((one) => one.id));
          expect(ties).toEqual(all.filter((tie) => near.has(tie.a) && near.has(tie.b)));
          const found = await graph().shortestPaths({ ...question, from, to });
          const steps = new Set(found.paths.flatMap((path) => path.slice(1).map((one, i) => [path[i], one].sort().join(' '))));
          expect(found.ties).toEqual(all.filter((tie) => steps.has(`${tie.a} ${tie.b}`)));
        }),
        { numRuns: runs },
      );
    });

    it('paths are the same in both directions, and every step of them is a tie', async () => {
      await fc.assert(
        fc.asyncProperty(anyRows, anyQuestion, anyActor, anyActor, async (rows, question, from, to) => {
          await fill(rows);
          const there = await graph().shortestPaths({ ...question, from, to });
          const back = await graph().shortestPaths({ ...question, from: to, to: from });
          expect(back).toEqual({ ...there, paths: there.paths.map((path) => path.toReversed()) });
          const tied = new Set(there.ties.flatMap((tie) => [`${tie.a} ${tie.b}`, `${tie.b} ${tie.a}`]));
          for (const path of there.paths) {
            expect(path).toHaveLength(there.length! + 1);
            expect(path.slice(1).every((one, i) => tied.has(`${path[i]} ${one}`))).toBe(true);
          }
        }),
        { numRuns: runs },
      );
    });
  });
}
