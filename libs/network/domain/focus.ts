import type { Id } from '@knotenpunkt/kernel';
import type { NetworkOverview, OverviewTie } from './columns/network-overview';

/** More a picture cannot show in good time, nor anybody see. */
export const MOST_DRAWN = { actors: 500, ties: 1_000 } as const;

/** The part of a network that is drawn. */
export interface Focus extends Pick<NetworkOverview, 'actors' | 'ties'> {
  /** False where all of it is drawn. */
  partial: boolean;
}

/**
 * What of a large network is drawn: whoever is on the way that is told, the chosen actor with those it is tied to most strongly,
 * then those with the most ties. Of the ties among them: of the way and of the chosen first, then each one's strongest, then the strongest.
 */
export function focusOf(
  { actors, ties }: Pick<NetworkOverview, 'actors' | 'ties'>,
  looked: { chosenId: Id | null; path: readonly Id[] },
  most: { actors: number; ties: number } = MOST_DRAWN,
): Focus {
  if (actors.length <= most.actors && ties.length <= most.ties) return { actors: [...actors], ties: [...ties], partial: false };
  const { chosenId, path } = looked;
  const byStrength = (p: OverviewTie, q: OverviewTie) => q.strength - p.strength || (p.a + p.b < q.a + q.b ? -1 : 1);
  const around = ties.filter(({ a, b }) => a === chosenId || b === chosenId).sort(byStrength);
  const wanted = new Set<Id>([...path, ...(chosenId === null ? [] : [chosenId])]);
  // Half of the room is for those around the chosen one: the other half says where in the whole it stands.
  for (const { a, b } of around.slice(0, Math.floor(most.actors / 2))) wanted.add(a === chosenId ? b : a);
  for (const { id } of actors.toSorted((p, q) => q.degree - p.degree || (p.id < q.id ? -1 : 1))) {
    if (wanted.size >= most.actors) break;
    wanted.add(id);
  }
  const steps = new Set(path.slice(1).map((id, at) => pair(path[at]!, id)));
  const among = ties.filter(({ a, b }) => wanted.has(a) && wanted.has(b)).sort(byStrength);
  const held = new Set<Id>();
  const rank = new Map<OverviewTie, number>();
  for (const tie of among) {
    const first = !held.has(tie.a) || !held.has(tie.b);
    held.add(tie.a).add(tie.b);
    const own = tie.a === chosenId || tie.b === chosenId;
    rank.set(tie, steps.has(pair(tie.a, tie.b)) ? 0 : own ? 1 : first ? 2 : 3);
  }
  return {
    actors: actors.filter(({ id }) => wanted.has(id)),
    // The order among equals is kept: it is by strength.
    ties: among.sort((p, q) => rank.get(p)! - rank.get(q)!).slice(0, most.ties),
    partial: true,
  };
}

function pair(a: Id, b: Id): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
