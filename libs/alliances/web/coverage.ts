import type { ReactNode } from 'react';
import type { Coverage } from '@knotenpunkt/webkit/ui';

/** Somebody who sits at a table or could, with what is known of it for one question. */
export interface TableActor {
  id: string;
  slug: string;
  name: string;
  /** As one calls it in talk; the name where there is no other. */
  shortName: string;
  kind: string;
  /** By wanted competence; what is left out is not known. */
  covers: Record<string, Coverage>;
  /** Why it belongs there: a sentence, or several. */
  why: ReactNode;
  /** What else changes if it comes in another's place, beside seats and competences: in words, where somebody knows. */
  also?: { gains: readonly string[]; losses: readonly string[] };
}

const WORTH: Record<Coverage, number> = { none: 0, half: 1, full: 2 };

/**
 * Which wanted competences an actor brings, as far as its own entries say: an offer tagged with one covers it, a
 * competence of its Steckbrief contributes.
 */
export function coversOf(
  actor: { competences: readonly string[]; offers: readonly { competences: readonly string[] }[] },
  wanted: readonly string[],
): Record<string, Coverage> {
  const covers: Record<string, Coverage> = {};
  for (const id of wanted) {
    if (actor.offers.some(({ competences }) => competences.includes(id))) covers[id] = 'full';
    else if (actor.competences.includes(id)) covers[id] = 'half';
  }
  return covers;
}

/** How far a table covers each wanted competence: as far as the best of those who sit there. */
export function coverageAt(table: readonly Pick<TableActor, 'covers'>[], wanted: readonly string[]): Record<string, Coverage> {
  const best = (id: string) =>
    table.reduce<Coverage>((so, { covers }) => (WORTH[covers[id] ?? 'none'] > WORTH[so] ? (covers[id] ?? 'none') : so), 'none');
  return Object.fromEntries(wanted.map((id) => [id, best(id)]));
}

/** A wanted bench, or whichever a seat is on. */
export interface WantedSeats {
  kind: string;
  minimum: number;
}

/** What one change of a table means for one competence or one bench. */
export type TableChange =
  { type: 'COMPETENCE'; id: string; before: Coverage; after: Coverage } | { type: 'BENCH'; id: string; before: number; after: number };

/** What a table wins and loses by a change, benches first. Seats beyond a bench's minimum count for nothing. */
export function changesOf(
  before: readonly Pick<TableActor, 'kind' | 'covers'>[],
  after: readonly Pick<TableActor, 'kind' | 'covers'>[],
  question: { benches: readonly WantedSeats[]; competences: readonly string[] },
): { gains: TableChange[]; losses: TableChange[] } {
  const seats = (table: readonly { kind: string }[], { kind, minimum }: WantedSeats) =>
    Math.min(minimum, table.filter((one) => one.kind === kind).length);
  const [old, now] = [coverageAt(before, question.competences), coverageAt(after, question.competences)];
  const changes = [
    ...question.benches.map((bench) => {
      const [was, is] = [seats(before, bench), seats(after, bench)];
      return { by: is - was, change: { type: 'BENCH' as const, id: bench.kind, before: was, after: is } };
    }),
    ...question.competences.map((id) => {
      const [was, is] = [old[id]!, now[id]!];
      return { by: WORTH[is] - WORTH[was], change: { type: 'COMPETENCE' as const, id, before: was, after: is } };
    }),
  ];
  return {
    gains: changes.filter(({ by }) => by > 0).map(({ change }) => change),
    losses: changes.filter(({ by }) => by < 0).map(({ change }) => change),
  };
}

/** What a change is worth altogether, to put the best first: a seat as much as a competence fully covered. */
export function worthOf({ gains, losses }: { gains: readonly TableChange[]; losses: readonly TableChange[] }): number {
  const worth = (change: TableChange) =>
    change.type === 'BENCH' ? 2 * (change.after - change.before) : WORTH[change.after] - WORTH[change.before];
  return [...gains, ...losses].reduce((sum, change) => sum + worth(change), 0);
}
