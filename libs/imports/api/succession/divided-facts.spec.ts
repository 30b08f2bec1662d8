import type { EdgeFact } from '@knotenpunkt/platform/graph';
import fc from 'fast-check';
import { begunLater, dividedFacts } from './divided-facts';

const uuid = (at: number) => `0190b5f0-0000-7000-8000-${String(at).padStart(12, '0')}`;
const [P, S, OTHER] = [uuid(1), uuid(2), uuid(3)];
const edge = (id: number, from: string, to: string, since: string, until: string | null = null, declared = false): EdgeFact => ({
  ...{ id: uuid(id), from, to, regionId: uuid(9), role: 'PARTNER', since, until, declared },
  ...{ weight: 1, grade: 'WORKS_TOGETHER', audience: 'PUBLIC', halfLifeDays: 1000, confirmedOn: null },
});
const told = { id: uuid(99), predecessorId: P, successorId: S, sinceOn: '2026-01-01' };

/** What the graph hears of a succession in all. */
function heard(before: EdgeFact[], after: EdgeFact[]): EdgeFact[] {
  const { past, begins } = dividedFacts({ ...told, before, after });
  const { edges } = begunLater({ nodes: [], edges: after }, new Map(begins.map(({ edgeId, on }) => [edgeId, on])));
  return [...past, ...edges];
}
const runsOn = (edges: readonly EdgeFact[], actor: string, day: string) =>
  edges.filter(({ from, to, since, until }) => [from, to].includes(actor) && since <= day && (!until || until >= day));

describe('what the graph is told of an organisation that became part of another', () => {
  it('tells of the one until the day before, and of the other from then on', () => {
    const edges = heard([edge(10, P, uuid(50), '2024-03-01')], [edge(11, S, uuid(50), '2024-03-01')]);
    expect(edges.map(({ from, since, until }) => [from, since, until])).toEqual([
      [P, '2024-03-01', '2025-12-31'],
      [S, '2026-01-01', null],
    ]);
  });

  it('leaves the successor what it had itself, with its own days, and the predecessor what stayed its own', () => {
    const own = edge(11, S, uuid(50), '2025-06-01');
    const stayed = edge(12, P, uuid(51), '2020-01-01', '2022-01-01');
    const edges = heard([edge(10, P, uuid(50), '2024-03-01'), own, stayed], [{ ...own, since: '2024-03-01' }, stayed]);
    expect(edges.filter(({ from }) => from === S).map(({ since }) => since)).toEqual(['2025-06-01']);
    expect(edges.filter(({ to }) => to === uuid(51))).toEqual([stayed]);
  });

  it('knows a declared tie whoever declared it, and a tie of the two of them only until then', () => {
    const tie = edge(10, P, OTHER, '2024-01-01', null, true);
    const own = edge(11, OTHER, S, '2023-01-01', null, true);
    const both = edge(12, P, S, '2024-05-01', null, true);
    const edges = heard([tie, own, both], [own]);
    expect(runsOn(edges, P, '2025-12-31')).toHaveLength(2);
    expect(runsOn(edges, P, '2026-01-01')).toEqual([]);
    expect(runsOn(edges, S, '2026-01-01')).toEqual([own]);
  });

  it('gives what began later to the successor alone', () => {
    const edges = heard([edge(10, P, uuid(50), '2026-02-01')], [edge(11, S, uuid(50), '2026-02-01')]);
    expect(edges.map(({ from, since }) => [from, since])).toEqual([[S, '2026-02-01']]);
  });

  it('on any day, what ran with one of the two runs with exactly one of them, and nothing is lost or new', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((at) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10));
    const run = fc.record({ to: fc.integer({ min: 100, max: 130 }), since: day, length: fc.option(fc.integer({ min: 0, max: 2000 })) });
    const ended = (since: string, length: number | null) =>
      length === null ? null : new Date(Date.parse(since) + length * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.uniqueArray(run, { selector: ({ to }) => to, maxLength: 12 }), day, (runs, asked) => {
        const of = (actor: string, base: number) =>
          runs.map(({ to, since, length }) => edge(base + to, actor, uuid(to), since, ended(since, length)));
        const edges = heard(of(P, 1000), of(S, 2000));
        const [ofP, ofS] = [runsOn(edges, P, asked), runsOn(edges, S, asked)];
        const before = runsOn(of(P, 1000), P, asked).map(({ to }) => to);
        expect([...ofP, ...ofS].map(({ to }) => to).toSorted()).toEqual(before.toSorted());
        expect(asked < told.sinceOn ? ofS : ofP).toEqual([]);
      }),
    );
  });
});
