import type { Prepared, PreparedProblem } from './problem';

/**
 * What a table is worth, in points; a competence that is covered counts 100. Whole numbers only, so that a sum is the
 * same in whatever order it is made and two tables are alike or not. The solver and the heuristic both maximise
 *
 *     F(S) = Σ competences  cover(S) + Σ benches  100 · min(seats taken, minimum)
 *          + 10 · members in reach + bridges(S) + Σ members (30 · willingness − 60)
 *
 * over the tables S of at most twelve on which as many of the employees' side sit as are wanted and can be had. That
 * comes before every point: it is no part of the sum, and what cannot be had is a gap with a name. A works or staff
 * council comes only with its employer: it speaks for nobody else's employees.
 *
 * - cover: the best n who bring a competence, n of them wanted, each count 100 where they offer it and 50 where they
 *   can but do not offer it; one more counts 5. Weighted coverage with diminishing returns: monotone and submodular
 *   (Nemhauser, Wolsey & Fisher 1978).
 * - in reach: who works with another member or has a partner in common with one, so that somebody can introduce them.
 *   Two steps are as far as tertius iungens goes (Obstfeld 2005).
 * - bridges: pairs of communities at the table that hardly meet, 10 for the first and 5 for the second: weak ties
 *   bring what is new (Granovetter 1973; Burt 2004), and one such bridge is more than most alliances have. It counts
 *   for the table, nobody is ranked by it.
 * - willingness: 0 to 1, see `willingness` in table.ts (offers that answer, current entries, load).
 * - 60 a member: whoever only is willing (30), in reach (10), in reach of somebody who had nobody (10) and from
 *   elsewhere (10) adds nothing, and somebody in reach (10) who can but does not offer (50) comes only if there is some
 *   sign that it would. So a table is no larger than useful.
 *
 * The weights are set by the owners of the product; nobody has judged whole alliances yet.
 */
export const POINTS = { halfCovered: 50, spare: 5, seat: 100, inReach: 10, bridges: [10, 5], willing: 30, member: 60 } as const;

/** The parts of the objective, in points. Their sum is its value. */
export interface Parts {
  coverage: number;
  seats: number;
  reach: number;
  bridges: number;
  willingness: number;
  /** Below zero. */
  size: number;
}

export const sumOf = ({ coverage, seats, reach, bridges, willingness, size }: Parts): number =>
  coverage + seats + reach + bridges + willingness + size;

/** What somebody's willingness counts, 0 to 30. */
export const willingPoints = (willingness: number): number => Math.round(POINTS.willing * willingness);

/** What so many pairs of communities brought together count. */
export function bridgePoints(pairs: number): number {
  let points = 0;
  for (let pair = 0; pair < pairs && pair < POINTS.bridges.length; pair++) points += POINTS.bridges[pair]!;
  return points;
}

/** How far a competence is covered by those who bring it, each in halves. */
export function coverPoints(fully: number, partly: number, wanted: number): number {
  const full = Math.min(fully, wanted);
  const half = Math.min(partly, wanted - full);
  return (2 * full + half) * POINTS.halfCovered + (fully + partly > wanted ? POINTS.spare : 0);
}

/** The most that somebody can count at any table, but for whom it brings into reach. */
export function mostOf({ bench, halves, willingness, community }: Prepared): number {
  const covers = halves.reduce((sum, half) => sum + half * POINTS.halfCovered, 0);
  const bridges = community < 0 ? 0 : bridgePoints(POINTS.bridges.length);
  return (bench < 0 ? 0 : POINTS.seat) + covers + POINTS.inReach + bridges + willingPoints(willingness) - POINTS.member;
}

/** The parts for the table of these candidates, by their places. */
export function partsOf(problem: PreparedProblem, places: readonly number[]): Parts {
  const members = places.map((at) => problem.candidates[at]!);
  const bringing = (competence: number, halves: number) =>
    members.filter((one) => one.halves[one.competences.indexOf(competence)] === halves).length;
  const reached = members.filter((one) => {
    const around = new Set(one.around);
    return members.some((other) => other !== one && other.around.some((node) => around.has(node)));
  });
  return {
    coverage: problem.competences.reduce((sum, wanted, at) => sum + coverPoints(bringing(at, 2), bringing(at, 1), wanted), 0),
    seats: problem.benches.reduce(
      (sum, minimum, at) => sum + POINTS.seat * Math.min(minimum, members.filter(({ bench }) => bench === at).length),
      0,
    ),
    reach: POINTS.inReach * reached.length,
    bridges: bridgePoints(pairsBridged(problem, places).length),
    willingness: members.reduce((sum, { willingness }) => sum + willingPoints(willingness), 0),
    size: members.length === 0 ? 0 : -POINTS.member * members.length,
  };
}

/** Pairs of communities that hardly meet and both have somebody at the table. */
export function pairsBridged({ candidates, communities, apart }: PreparedProblem, places: readonly number[]): [number, number][] {
  const there = [...new Set(places.map((at) => candidates[at]!.community))].filter((at) => at >= 0).sort((a, b) => a - b);
  return there.flatMap((a, at) => there.slice(at + 1).flatMap((b): [number, number][] => (apart[a * communities + b] ? [[a, b]] : [])));
}

/** How many of the employees' side sit at a table. */
export const employeesAt = ({ candidates }: PreparedProblem, places: readonly number[]): number =>
  places.filter((at) => candidates[at]!.employees).length;

/** Whether somebody sits there without the one it comes with. */
export const comesAlone = ({ candidates }: PreparedProblem, places: readonly number[]): boolean =>
  places.some((at) => candidates[at]!.with >= 0 && !places.includes(candidates[at]!.with));
