import fc from 'fast-check';
import {
  comesAlone,
  composeTables,
  employeesAt,
  goodTable,
  partsOf,
  prepare,
  programFor,
  sampleProblem,
  sumOf,
  type SolveLinear,
} from '@knotenpunkt/matching/domain';
import { loadSolver } from './linear-solver';

/** Sizes an alliance is composed from in a region; larger ones take the solver longer than a test should. */
const SIZES = [20, 40, 60, 80];

describe('composed alliances', () => {
  let solve: SolveLinear;
  beforeAll(async () => {
    solve = await loadSolver();
  });
  const exact = (problem: ReturnType<typeof prepare>) => {
    const { values, bound } = solve(programFor(problem))!;
    const places = problem.candidates.flatMap((_, at) => (values[at]! > 0.5 ? [at] : []));
    return { places, points: sumOf(partsOf(problem, places)), bound };
  };

  it('come to at least 0.95 of the best without a solver, and to 0.99 in the mean of 200', () => {
    const shares = Array.from({ length: 200 }, (_, at) => {
      const problem = prepare(sampleProblem({ seed: at + 1, candidates: SIZES[at % SIZES.length]! }));
      const best = exact(problem);
      expect(best.points).toBeGreaterThan(0);
      expect(Math.abs(best.bound - best.points)).toBeLessThan(1);
      return goodTable(problem)!.points / best.points;
    });
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.95);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.99);
  });

  it('are the best of all tables, where those can be counted', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const problem = prepare(sampleProblem({ seed, candidates: 10 }));
      let best = -Infinity;
      for (let chosen = 1; chosen < 1 << 10; chosen += 2) {
        const places = problem.candidates.flatMap((_, at) => (chosen & (1 << at) ? [at] : []));
        if (employeesAt(problem, places) < problem.employeesSeats || comesAlone(problem, places)) continue;
        best = Math.max(best, sumOf(partsOf(problem, places)));
      }
      expect(exact(problem).points).toBe(best);
    }
  });

  it('are never worse with one more who could come', () => {
    const sizes = fc.record({ seed: fc.integer({ min: 1, max: 500 }), candidates: fc.integer({ min: 4, max: 25 }) });
    fc.assert(
      fc.property(sizes, (size) => {
        const all = sampleProblem(size);
        const fewer = { ...all, candidates: all.candidates.slice(0, -1) };
        const [more, less] = [prepare(all), prepare(fewer)];
        // The employees' side comes before every point: who makes it possible may cost some.
        if (more.employeesSeats > less.employeesSeats) return;
        expect(exact(more).points).toBeGreaterThanOrEqual(exact(less).points);
      }),
      { numRuns: 40 },
    );
  });

  it('are the same again, each as good as it is said to be', () => {
    const problem = prepare(sampleProblem({ seed: 7, candidates: 60 }));
    const tables = composeTables(problem, solve, 3);
    expect(composeTables(problem, solve, 3)).toEqual(tables);
    expect(tables.map(({ exact }) => exact)).toEqual([true, true, true]);
    expect(tables[0]!.points).toBe(exact(problem).points);
    expect(tables[1]!.points).toBeLessThanOrEqual(tables[0]!.points);
  });

  it('of many are told with a bound that nothing exceeds', () => {
    const problem = prepare(sampleProblem({ seed: 3, candidates: 320 }));
    const [first] = composeTables(problem, solve, 1);
    expect(first).toMatchObject({ exact: false });
    expect(first!.bound).toBeGreaterThanOrEqual(exact(problem).points);
    expect(first!.points).toBeGreaterThanOrEqual(0.9 * first!.bound!);
  });
});
