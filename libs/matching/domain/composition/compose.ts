import { goodTable, type Earlier, type Table } from './heuristic';
import { boundingProgram, programFor, type SolveLinear } from './linear-program';
import { partsOf, sumOf, type Parts } from './objective';
import type { PreparedProblem } from './problem';

/** A composed table: who, what each part of the objective counts, and how good it is known to be. */
export interface Composed {
  /** Places of the members, ascending; the fixed ones are among them. */
  places: number[];
  parts: Parts;
  points: number;
  /** No table has more points, among those different enough from the ones before it. */
  exact: boolean;
  /** No table at all has more points than this; null where nothing was there to find it out. */
  bound: number | null;
}

/** Up to so many candidates the solver decides; see the README for what it took. */
export const EXACT_UP_TO = 150;
/** Of a table proposed before at least so many, and at least this share, stay away from the next. */
const DIFFERENT = { members: 2, share: 1 / 3 } as const;
/** What a linear solver calls whole may be off by this. */
const TOLERANCE = 1e-5;

/**
 * The best table, and others that are good and different: each leaves out at least two members, and a third, of every
 * one before it (no-good cuts). With a solver and up to `EXACT_UP_TO` candidates each is proven the best; beyond, the
 * heuristic finds it and a bound says how much better another could be. The same problem gives the same answer.
 */
export function composeTables(problem: PreparedProblem, solve: SolveLinear | null, most: number): Composed[] {
  const found: Composed[] = [];
  const few = problem.candidates.length <= EXACT_UP_TO;
  const bound = solve !== null && !few ? boundOf(problem, solve) : null;
  while (found.length < most) {
    const earlier = found.map(({ places }) => mayComeAgain(problem, places));
    if (earlier.some((one) => one === null)) break;
    const table = tableWith(problem, earlier as Earlier[], few ? solve : null);
    if (!table || table.places.every((at) => problem.candidates[at]!.fixed)) break;
    const { places, points, exact } = table;
    const highest = found[0] ? found[0].bound : exact ? points : bound;
    found.push({ places, points, parts: partsOf(problem, places), exact, bound: highest });
  }
  return found;
}

/** The most points any table can have, rounded down, since points are whole. */
function boundOf(problem: PreparedProblem, solve: SolveLinear): number | null {
  const solution = solve(boundingProgram(problem), { relaxed: true });
  return solution && Math.floor(solution.bound + TOLERANCE);
}

/** How many members of a table may come again in the next; null where too few could stay away. */
function mayComeAgain({ candidates, employeesSeats }: PreparedProblem, places: readonly number[]): Earlier | null {
  const free = places.filter((at) => !candidates[at]!.fixed);
  const employees = candidates.filter(({ employees }) => employees);
  // Where all who speak for the employees are needed, they come every time.
  const needed = employees.length === employeesSeats ? free.filter((at) => candidates[at]!.employees).length : 0;
  const away = Math.min(Math.max(DIFFERENT.members, Math.ceil(DIFFERENT.share * free.length)), free.length - needed);
  return away <= 0 ? null : { places: new Set(free), most: free.length - away };
}

/** By the solver, unless the heuristic already found what the relaxed program says cannot be exceeded. */
function tableWith(problem: PreparedProblem, earlier: readonly Earlier[], solve: SolveLinear | null): (Table & { exact: boolean }) | null {
  const good = goodTable(problem, earlier);
  if (!solve) return good && { ...good, exact: false };
  const program = programFor(problem, earlier);
  const relaxed = solve(program, { relaxed: true });
  if (good && relaxed && good.points >= Math.floor(relaxed.bound + TOLERANCE)) return { ...good, exact: true };
  const solution = solve(program);
  if (!solution) return good && { ...good, exact: false };
  const places = problem.candidates.flatMap((_, at) => (solution.values[at]! > 0.5 ? [at] : []));
  const points = sumOf(partsOf(problem, places));
  return { ...(good && good.points >= points ? good : { places, points }), exact: true };
}
