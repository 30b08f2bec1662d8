import { partsOf, type Parts } from './objective';
import type { PreparedProblem } from './problem';
import { RunningTable } from './running-table';

/** Somebody who could sit in a member's place, and the change of each part of the objective. */
export interface Swap {
  place: number;
  change: Parts;
}

/**
 * Who could come in a member's place, whatever counts most first. Only whoever adds something to the others, and who
 * leaves no seat of the employees' side empty that could be taken. Nobody for a member with whom another one came.
 */
export function swapsFor(problem: PreparedProblem, places: readonly number[], member: number, limit: number): Swap[] {
  const rest = places.filter((at) => at !== member);
  if (rest.some((at) => problem.candidates[at]!.with === member)) return [];
  const table = new RunningTable(problem);
  for (const at of rest) table.add(at);
  const short = table.employeesSeats < problem.employeesSeats;
  const before = partsOf(problem, places);
  return problem.candidates
    .flatMap(({ employees, with: along }, place) => {
      if (place === member || table.has(place) || (short && !employees) || (along >= 0 && !table.has(along))) return [];
      const gain = table.gain(place);
      return gain > 0 ? [{ place, gain }] : [];
    })
    .sort((a, b) => b.gain - a.gain || a.place - b.place)
    .slice(0, limit)
    .map(({ place }) => ({ place, change: changeOf(before, partsOf(problem, [...rest, place])) }));
}

function changeOf(before: Parts, after: Parts): Parts {
  const change = (part: keyof Parts) => after[part] - before[part];
  return {
    coverage: change('coverage'),
    seats: change('seats'),
    reach: change('reach'),
    bridges: change('bridges'),
    willingness: change('willingness'),
    size: change('size'),
  };
}
