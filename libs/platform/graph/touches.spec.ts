import { AUDIENCES, GRADES, toDay, type Id } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import { EmbeddedGraph } from './embedded-graph';
import type { FactRow, GraphQuestion, Tie } from './graph-port';
import { actor, anyActor, anyQuestion, anyRows, edge, id, node, row, tiesOf } from './sample-facts';

const RUNS = { numRuns: 200 };

/** Facts, and what some of their owners say later. */
const anyHistory = fc.tuple(anyRows, anyRows, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).map(([before, after, which]) => ({
  before,
  after: after.filter((_, at) => which.includes(at)).map((one): FactRow => ({ ...one, seq: one.seq + 100 })),
}));

const keyOf = ({ a, b }: Pick<Tie, 'a' | 'b'>) => `${a} ${b}`;
const allOf = (question: GraphQuestion) => ({ regionId: question.regionId, audience: question.audience, asOf: question.asOf });

describe('a graph that notes who is touched', () => {
  async function filled(rows: FactRow[]): Promise<EmbeddedGraph> {
    const graph = new EmbeddedGraph({ notesTouched: true });
    await graph.apply(rows);
    return graph;
  }

  it('names everybody whose ties are others than before', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyQuestion, async ({ before, after }, anything) => {
        const graph = await filled(before);
        graph.takeTouched();
        for (const audience of AUDIENCES) {
          const question = { ...allOf(anything), audience };
          const was = new Map((await tiesOf(await filled(before), question)).map((tie) => [keyOf(tie), JSON.stringify(tie)]));
          const changed = new Set<Id>();
          const copy = await filled([...before, ...after]);
          for (const tie of await tiesOf(copy, question)) {
            if (was.get(keyOf(tie)) !== JSON.stringify(tie)) [tie.a, tie.b].forEach((one) => changed.add(one));
            was.delete(keyOf(tie));
          }
          for (const key of was.keys()) key.split(' ').forEach((one) => changed.add(one));
          const watched = await filled(before);
          watched.takeTouched();
          await watched.apply(after);
          expect([...watched.takeTouched()]).toEqual(expect.arrayContaining([...changed]));
        }
      }),
      RUNS,
    );
  });

  it('names few for a small change, and nobody twice', async () => {
    const two = [node('Initiative', 'p'), node('Initiative', 'q')];
    const members = ['a', 'b', 'c', 'd'].map((name) => actor(name));
    const graph = await filled([
      row(1, 'p', [two[0]!], [edge('a', 'p'), edge('b', 'p')]),
      row(2, 'q', [two[1]!], [edge('c', 'q'), edge('d', 'q')]),
      ...members.map((one, at) => ({ ...row(3 + at, 'x', [one]), ownerId: one.id })),
    ]);
    expect(graph.takeTouched().size).toBeGreaterThan(0);
    // Told again as it was: only its owner may look different.
    await graph.apply([{ ...row(10, 'x', [actor('a')]), ownerId: id('a') }]);
    expect([...graph.takeTouched()]).toEqual([id('a')]);
    await graph.apply([row(11, 'q', [two[1]!], [edge('c', 'q'), edge('d', 'q', { weight: 0.5 })])]);
    expect([...graph.takeTouched()].sort()).toEqual([id('c'), id('d'), id('q')].sort());
    expect(graph.takeTouched().size).toBe(0);
  });

  it('knows for which audiences anything is told: the others see what those before them see', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyQuestion, async (rows, anything) => {
        const graph = await filled(rows);
        const told = graph.audiencesOf(anything.regionId);
        const seen = await Promise.all(AUDIENCES.map((audience) => tiesOf(graph, { ...anything, audience })));
        AUDIENCES.forEach((audience, at) => at > 0 && !told.has(audience) && expect(seen[at]).toEqual(seen[at - 1]));
      }),
      RUNS,
    );
  });

  it('gives the ties one by one, or among some, as the stream has them', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyQuestion, fc.array(anyActor), async (rows, question, some) => {
        const graph = await filled(rows);
        const all = await tiesOf(graph, question);
        expect([...graph.eachTie(question)]).toEqual(all);
        expect(graph.tiesAmong(question, some)).toEqual(all.filter(({ a, b }) => some.includes(a) && some.includes(b)));
      }),
      RUNS,
    );
  });

  it('tells what every tie ever came from: any earlier day follows from it', async () => {
    const days = fc.integer({ min: 0, max: 9 }).map((year) => `${2018 + year}-03-14`);
    await fc.assert(
      fc.asyncProperty(anyRows, anyQuestion, days, async (rows, anything, day) => {
        const graph = await filled(rows);
        const question = { ...allOf(anything), asOf: '2030-01-01' };
        const then = [...graph.eachFootings(question)].flatMap(({ a, b, from }) => {
          const begun = from.filter(({ since }) => since <= toDay(day));
          return begun.length > 0 ? [{ a, b, grade: GRADES[Math.min(...begun.map(({ grade }) => grade))] }] : [];
        });
        expect(then).toEqual((await tiesOf(graph, { ...question, asOf: day })).map(({ a, b, grade }) => ({ a, b, grade })));
      }),
      RUNS,
    );
  });
});
