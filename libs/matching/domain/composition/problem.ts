import type { Id } from '@knotenpunkt/kernel';
import type { Cover } from '../coverage';
import type { Neighbours } from '../shared-partners';

/** Somebody who could come, as the objective sees it. */
export interface Composable {
  id: Id;
  bench: string;
  /** By wanted competence; what is left out is not known. */
  covers: ReadonlyMap<string, Cover>;
  /** How likely it comes and stays, 0 to 1. */
  willingness: number;
  /** Whom it works with most; null for whoever belongs to no group. */
  community: string | null;
  /** Comes only where this one sits: the employer whose employees it speaks for. */
  with: Id | null;
  /** It sits at the table in any case. */
  fixed: boolean;
}

/** What a table is composed for, from what one reader may see. */
export interface CompositionProblem {
  /** So many at the table should bring it. */
  competences: readonly { id: string; minimum: number }[];
  benches: readonly { kind: string; minimum: number }[];
  /** The bench of the employees' side and its seats, where the question concerns them. */
  employees: { bench: string; seats: number } | null;
  candidates: readonly Composable[];
  neighbours: Neighbours;
  /** Pairs of communities that hardly meet. */
  apart: readonly (readonly [string, string])[];
}

/** More people than this no longer sit at one table. */
export const MOST_MEMBERS = 12;

/** How far a competence is covered, in halves. */
export const HALVES: Record<Cover, number> = { COVERS: 2, CONTRIBUTES: 1 };

/** A candidate with numbers in place of names. */
export interface Prepared {
  id: Id;
  /** Place of its bench in `benches`; -1 where nobody asked for that bench. */
  bench: number;
  /** Places of the competences it covers, and how far, in halves. */
  competences: readonly number[];
  halves: readonly number[];
  willingness: number;
  /** Place of its community among those that are apart from another; -1 for all others. */
  community: number;
  employees: boolean;
  /** Place of the one it comes with; -1 for whoever may come alone. */
  with: number;
  fixed: boolean;
  /** Itself and whoever it works with, as numbers of nodes. */
  around: Int32Array;
}

/** A problem in the order of the candidates' ids: the order in which they came changes nothing. */
export interface PreparedProblem {
  candidates: readonly Prepared[];
  /** How many should bring each competence. */
  competences: readonly number[];
  /** Seats wanted on each bench. */
  benches: readonly number[];
  /** Seats of the employees' side that can be taken, and must be. */
  employeesSeats: number;
  /** Seats of the employees' side nobody here could take. */
  employeesMissing: number;
  nodes: number;
  communities: number;
  /** Whether two communities hardly meet: row by row, 1 for yes. */
  apart: Uint8Array;
}

/** Sorts by id, and puts numbers in place of names. Wants fewer fixed than may sit at a table. */
export function prepare(problem: CompositionProblem): PreparedProblem {
  const { benches, employees, neighbours } = problem;
  const sorted = [...problem.candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
  const competenceAt = new Map(problem.competences.map(({ id }, at) => [id, at]));
  const benchAt = new Map(benches.map(({ kind }, at) => [kind, at]));
  const names = [...new Set(problem.apart.flat())].sort();
  const communityAt = new Map(names.map((name, at) => [name, at]));
  const apart = new Uint8Array(names.length ** 2);
  for (const [a, b] of problem.apart) {
    const [at, other] = [communityAt.get(a)!, communityAt.get(b)!];
    if (at !== other) apart[at * names.length + other] = apart[other * names.length + at] = 1;
  }
  const placeOf: ReadonlyMap<Id, number> = new Map(sorted.map(({ id }, at) => [id, at]));
  const nodeOf = new Map(placeOf);
  const node = (id: Id) => {
    if (!nodeOf.has(id)) nodeOf.set(id, nodeOf.size);
    return nodeOf.get(id)!;
  };
  const candidates = sorted.map((one): Prepared => {
    const covers = [...one.covers].flatMap(([id, cover]) => (competenceAt.has(id) ? [{ at: competenceAt.get(id)!, cover }] : []));
    covers.sort((a, b) => a.at - b.at);
    return {
      id: one.id,
      bench: benchAt.get(one.bench) ?? -1,
      competences: covers.map(({ at }) => at),
      halves: covers.map(({ cover }) => HALVES[cover]),
      willingness: one.willingness,
      community: one.community === null ? -1 : (communityAt.get(one.community) ?? -1),
      with: one.with === null || one.with === one.id || one.fixed ? -1 : (placeOf.get(one.with) ?? -1),
      employees: employees !== null && one.bench === employees.bench,
      fixed: one.fixed,
      around: Int32Array.from([node(one.id), ...Array.from(neighbours.get(one.id) ?? [], node)]),
    };
  });
  const fixed = candidates.filter((one) => one.fixed);
  if (fixed.length >= MOST_MEMBERS) throw new RangeError('a table that is full has no room for a proposal');
  const employeesSeats = employees ? Math.min(employees.seats, seatsToHave(candidates)) : 0;
  return {
    candidates,
    competences: problem.competences.map(({ minimum }) => minimum),
    benches: benches.map(({ minimum }) => minimum),
    employeesSeats,
    employeesMissing: (employees?.seats ?? 0) - employeesSeats,
    nodes: nodeOf.size,
    communities: names.length,
    apart,
  };
}

/** How many of the employees' side could sit at a table of at most twelve, with those they come with. */
function seatsToHave(candidates: readonly Prepared[]): number {
  const coming = new Set(candidates.flatMap((one, at) => (one.fixed ? [at] : [])));
  let seats = [...coming].filter((at) => candidates[at]!.employees).length;
  // Alone or with somebody who sits there they need one chair, else two.
  for (const chairs of [1, 2])
    candidates.forEach((one, at) => {
      const needs = one.with < 0 || coming.has(one.with) ? [at] : [at, one.with];
      if (!one.employees || coming.has(at) || needs.length > chairs || coming.size + needs.length > MOST_MEMBERS) return;
      for (const place of needs) coming.add(place);
      seats += 1;
    });
  return seats;
}
