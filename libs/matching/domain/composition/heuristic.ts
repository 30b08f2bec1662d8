import { bridgePoints, mostOf, POINTS } from './objective';
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
/** So many of the most promising (a tenth of it pairs) are looked at again when a table is taken apart; all ten thousand would take ten times as long. */
const LOOKED_AT_AGAIN = 1_000;

/**
 * A good table without a solver: the employees' side first, then again and again whoever gains most, then exchanging,
 * adding and taking away until nothing gains any more (local search). Whoever comes only with another one comes and
 * goes with it. Each member is then left out once, and what is found without it kept if it is better. Null where the
 * earlier tables leave no room for the employees' side. The same problem gives the same table: of two that are alike
 * the one counts that could count more at another table.
 */
export function goodTable(problem: PreparedProblem, earlier: readonly Earlier[] = []): Table | null {
  const promising = byPromise(problem);
  const fixed = problem.candidates.flatMap((one, at) => (one.fixed ? [at] : []));
  let best = new Search(problem, promising, earlier, -1).run(fixed);
  const few = {
    ...promising,
    alone: promising.alone.subarray(0, LOOKED_AT_AGAIN),
    together: promising.together.subarray(0, LOOKED_AT_AGAIN / 10),
  };
  const search = (from: readonly number[], without: number) => new Search(problem, few, earlier, without).run(from);
  for (let improved = best !== null; improved;) {
    improved = false;
    for (const without of best!.places) {
      if (problem.candidates[without]!.fixed) continue;
      const rest = best!.places.filter((at) => at !== without && problem.candidates[at]!.with !== without);
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
  /** By place of a candidate. */
  most: Int32Array;
  alone: Int32Array;
  /** Those who come with another one, highest first together with it. */
  together: Int32Array;
}

function byPromise({ candidates }: PreparedProblem): Promising {
  const most = Int32Array.from(candidates, mostOf);
  const withOther = (at: number) => most[at]! + (candidates[at]!.with < 0 ? 0 : most[candidates[at]!.with]!);
  const places = candidates.map((_, at) => at);
  const together = places.filter((at) => candidates[at]!.with >= 0);
  return {
    most,
    alone: Int32Array.from(places.sort((a, b) => most[b]! - most[a]! || a - b)),
    together: Int32Array.from(together.sort((a, b) => withOther(b) - withOther(a) || a - b)),
  };
}

/** Who joins, in this order, and by how much the value changes. */
interface Joining {
  places: number[];
  gain: number;
}

/** One search, from given members to a table that no single step betters. */
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
    this.join(from);
    while (this.missing > 0) {
      const next = this.best(-Infinity, 1);
      if (!next) return null;
      this.join(next.places);
    }
    for (let next = this.best(0, 0); next; next = this.best(0, 0)) this.join(next.places);
    for (let round = 0; round < MOST_ROUNDS && this.step(); round++);
    return { places: [...this.table.members].sort((a, b) => a - b), points: this.table.points };
  }

  /** Seats of the employees' side that have to be taken and are not. */
  private get missing(): number {
    return Math.max(0, this.problem.employeesSeats - this.table.employeesSeats);
  }

  private join(places: readonly number[]): void {
    for (const at of places) this.table.add(at);
  }

  private leave(places: readonly number[]): void {
    for (const at of places) this.table.remove(at);
  }

  /** Whoever gains most, and more than `above`, alone or with another one; so many of them of the employees' side. */
  private best(above: number, employees: number, not = -1): Joining | null {
    const room = MOST_MEMBERS - this.table.members.length;
    const left = this.earlier.map(({ places, most }) => most - this.table.members.filter((at) => places.has(at)).length);
    const fits = (...joining: number[]) =>
      this.earlier.every(({ places }, at) => joining.filter((place) => places.has(place)).length <= left[at]!);
    const free = (at: number) => at !== not && at !== this.without && !this.table.has(at);
    const { candidates } = this.problem;
    let [found, most] = [-1, above];
    const forLonely = this.table.forLonely;
    if (room >= 1 && employees <= 1)
      for (const at of this.promising.alone) {
        if (this.promising.most[at]! + forLonely <= most) break;
        if (this.table.gainAtMost(at) <= most || !free(at) || (employees > 0 && !candidates[at]!.employees)) continue;
        const gain = this.table.gain(at);
        const { with: along } = candidates[at]!;
        if (gain <= most || !fits(at) || (along >= 0 && !this.table.has(along))) continue;
        [found, most] = [at, gain];
      }
    if (room >= 2 && employees <= 1)
      for (const at of this.promising.together) {
        const along = candidates[at]!.with;
        if (this.promising.most[at]! + this.promising.most[along]! + forLonely + POINTS.inReach <= most) break;
        if (
          this.gainTogetherAtMost(along, at) <= most ||
          !free(at) ||
          !free(along) ||
          !fits(at, along) ||
          (employees > 0 && !candidates[at]!.employees)
        )
          continue;
        const gain = this.gainTogether(along, at);
        if (gain > most) [found, most] = [at, gain];
      }
    if (found < 0) return null;
    const along = candidates[found]!.with;
    return { places: along < 0 || this.table.has(along) ? [found] : [along, found], gain: most };
  }

  /** The two may reach each other, and their communities may be apart. */
  private gainTogetherAtMost(along: number, at: number): number {
    return this.table.gainAtMost(along) + this.table.gainAtMost(at) + POINTS.inReach + bridgePoints(POINTS.bridges.length);
  }

  private gainTogether(along: number, at: number): number {
    const gain = this.table.gain(along);
    this.table.add(along);
    const both = gain + this.table.gain(at);
    this.table.remove(along);
    return both;
  }

  /** The best of all single steps: one more, one less, or one for another; each with whoever comes with it. False where none gains. */
  private step(): boolean {
    const add = this.best(0, 0);
    let chosen = { gain: add?.gain ?? 0, out: [] as number[], in: add?.places ?? [] };
    for (const out of [...this.table.members].sort((a, b) => a - b)) {
      if (this.problem.candidates[out]!.fixed) continue;
      const leaving = [...this.table.members.filter((at) => this.problem.candidates[at]!.with === out), out];
      const before = this.table.points;
      this.leave(leaving);
      const lost = before - this.table.points;
      if (this.missing === 0 && -lost > chosen.gain) chosen = { gain: -lost, out: leaving, in: [] };
      const other = this.best(chosen.gain + lost, this.missing, out);
      if (other) chosen = { gain: other.gain - lost, out: leaving, in: other.places };
      this.join(leaving.toReversed());
    }
    if (chosen.gain <= 0) return false;
    this.leave(chosen.out);
    this.join(chosen.in);
    return true;
  }
}
