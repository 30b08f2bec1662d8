import type { Earlier } from './heuristic';
import { bridgePoints, mostOf, POINTS, willingPoints } from './objective';
import { MOST_MEMBERS, type Prepared, type PreparedProblem } from './problem';

/** A linear program to be maximised; `lower ≤ Σ coefficient · column ≤ upper` in each row. */
export interface LinearProgram {
  columns: { points: number; lower: number; upper: number; whole: boolean }[];
  rows: { lower: number; upper: number; columns: number[]; coefficients: number[] }[];
}

/** Values of the columns, and what no solution can exceed; null where there is none. */
export interface LinearSolution {
  values: ArrayLike<number>;
  bound: number;
}

/** A solver, handed in: `relaxed` takes no notice of what has to be whole. */
export type SolveLinear = (program: LinearProgram, options?: { relaxed?: boolean }) => LinearSolution | null;

/**
 * The objective as a linear program with one column of 0 or 1 for each candidate, the first ones in their order. All
 * other columns only count what these decide, and are whole by themselves: how many bring a competence (fully, in
 * part, to spare), seats taken, who is in reach, communities at the table and pairs of them. Everything is concave in
 * the candidates but reach and pairs, which are products of 0 and 1 and linear as `z ≤ a, z ≤ b` (McCormick 1976).
 */
export function programFor(problem: PreparedProblem, earlier: readonly Earlier[] = []): LinearProgram {
  const made = new Program();
  for (const { willingness, fixed } of problem.candidates)
    made.column({ points: willingPoints(willingness) - POINTS.member, lower: fixed ? 1 : 0, upper: 1, whole: true });
  addTable(made, problem, earlier);
  problem.candidates.forEach((one, at) => one.with >= 0 && made.notAbove([at], [one.with]));
  addReach(made, problem);
  addBridges(made, problem);
  return made;
}

/**
 * A smaller program nothing can exceed: everybody who works with somebody counts as in reach, all bridges as built, and
 * everybody may come alone.
 * Then candidates of one bench who bring the same differ by willingness only, and no more of them than have a seat at a
 * table need be looked at; whoever could not count anything is left out.
 */
export function boundingProgram(problem: PreparedProblem): LinearProgram {
  const likes = new Map<string, Prepared[]>();
  for (const one of problem.candidates) {
    if (!one.fixed && !one.employees && mostOf(one) <= 0) continue;
    const like = one.fixed ? one.id : [one.bench, one.employees, one.around.length > 1, ...one.competences, ...one.halves].join();
    likes.set(like, [...(likes.get(like) ?? []), one]);
  }
  const candidates = [...likes.values()].flatMap((alike) =>
    alike.sort((a, b) => b.willingness - a.willingness || (a.id < b.id ? -1 : 1)).slice(0, MOST_MEMBERS),
  );
  const made = new Program();
  for (const { willingness, fixed, around } of candidates) {
    const reach = around.length > 1 ? POINTS.inReach : 0;
    made.column({ points: willingPoints(willingness) + reach - POINTS.member, lower: fixed ? 1 : 0, upper: 1, whole: true });
  }
  addTable(made, { ...problem, candidates }, []);
  if (problem.communities > 0) made.column({ points: bridgePoints(POINTS.bridges.length), lower: 1 });
  return made;
}

function addTable(made: Program, problem: PreparedProblem, earlier: readonly Earlier[]): void {
  const { candidates, employeesSeats, benches } = problem;
  const all = candidates.map((_, at) => at);
  made.atMost(all, MOST_MEMBERS);
  for (const { places, most } of earlier) made.atMost([...places], most);
  const employees = all.filter((at) => candidates[at]!.employees);
  if (employeesSeats > 0)
    made.row(
      employees,
      employees.map(() => 1),
      employeesSeats,
      Infinity,
    );
  addCoverage(made, problem);
  benches.forEach((minimum, bench) => {
    const taken = made.column({ points: POINTS.seat, upper: minimum });
    made.notAbove(
      [taken],
      all.filter((at) => candidates[at]!.bench === bench),
    );
  });
}

class Program implements LinearProgram {
  readonly columns: LinearProgram['columns'] = [];
  readonly rows: LinearProgram['rows'] = [];

  column({ points = 0, lower = 0, upper = 1, whole = false }): number {
    return this.columns.push({ points, lower, upper, whole }) - 1;
  }

  row(columns: number[], coefficients: number[], lower: number, upper: number): void {
    this.rows.push({ lower, upper, columns, coefficients });
  }

  atMost(columns: number[], most: number): void {
    this.row(
      columns,
      columns.map(() => 1),
      -Infinity,
      most,
    );
  }

  /** Σ these ≤ Σ those. */
  notAbove(these: number[], those: readonly number[]): void {
    this.row([...these, ...those], [...these.map(() => 1), ...those.map(() => -1)], -Infinity, 0);
  }
}

function addCoverage(made: Program, { candidates, competences }: PreparedProblem): void {
  competences.forEach((wanted, competence) => {
    const bring = candidates.flatMap((one, at) => (one.competences.includes(competence) ? [at] : []));
    const offer = bring.filter((at) => {
      const one = candidates[at]!;
      return one.halves[one.competences.indexOf(competence)] === 2;
    });
    const fully = made.column({ points: 2 * POINTS.halfCovered, upper: wanted });
    const partly = made.column({ points: POINTS.halfCovered, upper: wanted });
    const spare = made.column({ points: POINTS.spare });
    made.notAbove([fully], offer);
    made.atMost([fully, partly], wanted);
    made.notAbove([fully, partly, spare], bring);
  });
}

function addReach(made: Program, { candidates }: PreparedProblem): void {
  const near = new Map<number, number[]>();
  candidates.forEach(({ around }, at) => around.forEach((node) => near.set(node, [...(near.get(node) ?? []), at])));
  candidates.forEach(({ around }, at) => {
    const others = new Set([...around].flatMap((node) => near.get(node)!));
    others.delete(at);
    if (others.size === 0) return;
    const reached = made.column({ points: POINTS.inReach });
    made.notAbove([reached], [at]);
    made.notAbove(
      [reached],
      [...others].sort((a, b) => a - b),
    );
  });
}

function addBridges(made: Program, { candidates, communities, apart }: PreparedProblem): void {
  const there = Array.from({ length: communities }, (_, community) => {
    const column = made.column({});
    made.notAbove(
      [column],
      candidates.flatMap((one, at) => (one.community === community ? [at] : [])),
    );
    return column;
  });
  const pairs: number[] = [];
  there.forEach((a, at) =>
    there.slice(at + 1).forEach((b, next) => {
      if (!apart[at * communities + at + 1 + next]) return;
      const pair = made.column({});
      made.notAbove([pair], [a]);
      made.notAbove([pair], [b]);
      pairs.push(pair);
    }),
  );
  if (pairs.length === 0) return;
  made.notAbove(
    POINTS.bridges.map((points) => made.column({ points })),
    pairs,
  );
}
