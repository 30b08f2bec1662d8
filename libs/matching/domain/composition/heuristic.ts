import { mostOf } from './objective';
import { MOST_MEMBERS, type PreparedProblem } from './problem';
import { RunningTable } from './running-table';

/** A table proposed before: at most so many of its members may come again. */
export interface Earlier {
  places: ReadonlySet<number>;
  most: number;
}

/** A table, by places of candidates in ascending order. */
export interface Table {
  places: number[];
  points: number;
}

/** More rounds than this were never needed; they end by themselves, because each gains a whole point. */
const MOST_ROUNDS = 200;
/** So many of the most promising are looked at again when a table is taken apart; ten thousand would take ten times as long. */
const LOOKED_AT_AGAIN = 1_000;

/**
 * A good table without a solver: the employees' side first, then again and again whoever gains most, then exchanging,
 * adding and taking away until nothing gains any more (local search). Each member is then left out once, and what is
 * found without it kept if it is better. Null where the earlier tables leave no room for the employees' side. The
 * same problem gives the same table: of two that are alike the one counts that could count more at another table.
 */
export function goodTable(problem: PreparedProblem, earlier: readonly Earlier[] = []): Table | null {
  const promising = byPromise(problem);
  const fixed = problem.candidates.flatMap((one, at) => (one.fixed ? [at] : []));
  let best = new Search(problem, promising, earlier, -1).run(fixed);
  const few = { places: promising.places.subarray(0, LOOKED_AT_AGAIN), most: promising.most };
  const search = (from: readonly number[], without: number) => new Search(problem, few, earlier, without).run(from);
  for (let improved = best !== null; improved;) {
    improved = false;
    for (const without of best!.places) {
      if (problem.candidates[without]!.fixed) continue;
      const rest = best!.places.filter((at) => at !== without);
      const other = search(rest, without);
      if (!other || other.points <= best!.points) continue;
      // Whoever was left out may come back in somebody else's place.
      best = search(other.places, -1);
      improved = true;
      break;
    }
  }
  return best;
}

/** Candidates with the most that each could ever count, highest first: a search for more than that ends there. */
interface Promising {
  places: Int32Array;
  most: Int32Array;
}

function byPromise({ candidates }: PreparedProblem): Promising {
  const most = candidates.map(mostOf);
  const places = candidates.map((_, at) => at).sort((a, b) => most[b]! - most[a]! || a - b);
  return { places: Int32Array.from(places), most: Int32Array.from(places, (at) => most[at]!) };
}

/** One search, from the fixed members to a table that no single step betters. */
class Search {
  private readonly table: RunningTable;
  private readonly problem: PreparedProblem;
  private readonly earlier: readonly Earlier[];
  private readonly promising: Promising;
  private readonly without: number;

  constructor(problem: PreparedProblem, promising: Promising, earlier: readonly Earlier[], without: number) {
    this.problem = problem;
    this.promising = promising;
    this.earlier = earlier;
    this.without = without;
    this.table = new RunningTable(problem);
  }

  run(from: readonly number[]): Table | null {
    for (const at of from) this.table.add(at);
    while (this.table.employeesSeats < this.problem.employeesSeats) {
      const next = this.best((at) => this.problem.candidates[at]!.employees, -Infinity);
      if (next === null) return null;
      this.table.add(next.at);
    }
    for (let next = this.best(); next; next = this.best()) this.table.add(next.at);
    for (let round = 0; round < MOST_ROUNDS && this.step(); round++);
    return { places: [...this.table.members].sort((a, b) => a - b), points: this.table.points };
  }

  /** Whoever gains most, and more than `above`. */
  private best(among: (at: number) => boolean = () => true, above = 0): { at: number; gain: number } | null {
    if (this.table.members.length >= MOST_MEMBERS) return null;
    const used = this.earlier.filter(({ places, most }) => this.table.members.filter((at) => places.has(at)).length >= most);
    const forLonely = this.table.forLonely;
    let [found, most] = [-1, above];
    for (let next = 0; next < this.promising.places.length; next++) {
      if (this.promising.most[next]! + forLonely <= most) break;
      const at = this.promising.places[next]!;
      if (this.table.gainAtMost(at) <= most || this.table.has(at) || at === this.without || !among(at)) continue;
      const gain = this.table.gain(at);
      if (gain <= most || used.some(({ places }) => places.has(at))) continue;
      [found, most] = [at, gain];
    }
    return found < 0 ? null : { at: found, gain: most };
  }

  /** The best of all single steps: one more, one less, or one for another. False where none gains. */
  private step(): boolean {
    const add = this.best();
    let chosen = { gain: add?.gain ?? 0, out: -1, in: add?.at ?? -1 };
    for (const out of [...this.table.members].sort((a, b) => a - b)) {
      const { fixed, employees } = this.problem.candidates[out]!;
      if (fixed) continue;
      const before = this.table.points;
      this.table.remove(out);
      const lost = before - this.table.points;
      const short = this.table.employeesSeats < this.problem.employeesSeats;
      if (!short && -lost > chosen.gain) chosen = { gain: -lost, out, in: -1 };
      const other = this.best((at) => at !== out && (!short || !employees || this.problem.candidates[at]!.employees), chosen.gain + lost);
      if (other) chosen = { gain: other.gain - lost, out, in: other.at };
      this.table.add(out);
    }
    if (chosen.gain <= 0) return false;
    if (chosen.out >= 0) this.table.remove(chosen.out);
    if (chosen.in >= 0) this.table.add(chosen.in);
    return true;
  }
}
