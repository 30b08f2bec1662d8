import type { Id } from '@knotenpunkt/kernel';
import { MOST_MEMBERS, prepare } from './composition/problem';
import { problemOf, Telling, type Exchange, type Surroundings } from './propose-alliances';
import { wantedBenches, type Candidate, type Seat, type TableQuestion } from './table';

const MOST_REPLACEMENTS = 3;

/**
 * Who could come in the place of one who leaves a table, best first: by the objective of whole tables, with the others as they
 * sit there. Whoever was asked before is not named, and nobody who adds nothing to those who stay.
 */
export function proposeReplacements(
  question: TableQuestion,
  all: readonly Candidate[],
  around: Surroundings,
  { staying, leaving, without }: { staying: readonly Seat[]; leaving: Seat; without: readonly Id[] },
): Exchange[] {
  const benchOf = new Map([...staying, leaving].map(({ actorId, bench }) => [actorId, bench]));
  const candidates = all
    .filter(({ actorId }) => benchOf.has(actorId) || !without.includes(actorId))
    .map((one): Candidate => ({ ...one, kind: benchOf.get(one.actorId) ?? one.kind }))
    .sort((a, b) => (a.actorId < b.actorId ? -1 : 1));
  const placeOf = ({ actorId }: Seat) => candidates.findIndex((one) => one.actorId === actorId);
  const at = placeOf(leaving);
  if (at < 0 || staying.length >= MOST_MEMBERS) return [];
  const places = [...staying.map(placeOf).filter((place) => place >= 0), at];
  const problem = prepare(problemOf(question, candidates, new Set(staying.map(({ actorId }) => actorId)), around));
  return new Telling(question, wantedBenches(question), candidates, problem, around).exchanges(places, at, MOST_REPLACEMENTS);
}
