import fc from 'fast-check';
import { packPast, tiesOn, unpackPast } from '@knotenpunkt/network/domain';
import { EmbeddedGraph } from '@knotenpunkt/platform/graph';
// Invented facts are for tests alone and stand behind no door.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { anyQuestion, anyRows, tiesOf } from '../../../platform/graph/sample-facts';
import { pastOf } from './past-of';

const anyDayAfter = fc.record({ year: fc.integer({ min: 2018, max: 2028 }), month: fc.constantFrom('01', '03', '09') });

describe('the past as columns', () => {
  it('has on any day the ties the graph answers with for that day, as well founded, as strong, and from as much', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyQuestion, anyDayAfter, fc.nat(255), async (rows, { regionId, audience }, { year, month }, left) => {
        const graph = new EmbeddedGraph();
        await graph.apply(rows);
        const question = { regionId, audience, asOf: '2030-01-01' };
        const footings = [...graph.eachFootings(question)];
        // Some are left out, often nobody.
        const ends = [...new Set(footings.flatMap(({ a, b }) => [a, b]))];
        const listed = new Set(left < 128 ? ends : ends.filter((_, at) => (left >> (at % 7)) % 2 === 0));
        const past = unpackPast(packPast(pastOf(footings, { seq: 1, asOf: question.asOf })(listed)).buffer);
        const day = `${year}-${month}-15`;
        const found = tiesOn(past, day);
        const told = Array.from(found.tie, (tie, at) => ({
          ...{ a: past.ids[past.a[tie]!], b: past.ids[past.b[tie]!], grade: found.grade[at], strength: found.strength[at] },
          sources: found.sources[at],
        }));
        const grades = ['WORKS_TOGETHER', 'STATED', 'MET'];
        const answered = (await tiesOf(graph, { ...question, asOf: day })).map(({ a, b, grade, strength, sources }) => ({
          ...{ a, b, grade: grades.indexOf(grade), strength: Math.fround(strength), sources: sources.length },
        }));
        expect(told).toEqual(answered.filter(({ a, b }) => listed.has(a) && listed.has(b)));
        expect(past.ids.every((id) => listed.has(id))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
