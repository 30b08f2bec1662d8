import type { Id } from '@knotenpunkt/kernel';
import { withoutStruck } from './corrections';
import type { MatchedEntry } from './entry';

/** COVERS: offers it in an entry of its own. CONTRIBUTES: can do it, but does not offer it in so many words. */
export const COVERS = ['COVERS', 'CONTRIBUTES'] as const;
export type Cover = (typeof COVERS)[number];

/** What of a question's wanted competences one actor brings. */
export interface Covered {
  competence: string;
  cover: Cover;
  /** The offer that says so; null when it is known from the Steckbrief only. */
  entryId: Id | null;
  /** Neither offer nor Steckbrief says so: the actor added it to what is held on it. */
  stated?: boolean;
}

/** How much a cover counts next to a full one. */
export const COVER_WORTH: Record<Cover, number> = { COVERS: 1, CONTRIBUTES: 0.5 };

/**
 * Which of the wanted competences an actor covers: an offer tagged with one covers it; an offer that names it in its
 * text, or a competence of the Steckbrief, contributes. What the actor struck is not covered, what it added contributes.
 * In the order wanted.
 */
export function coverageOf(
  actor: { competences: readonly string[]; offers: readonly MatchedEntry[]; struck?: readonly string[]; added?: readonly string[] },
  wanted: readonly string[],
  namedIn: (offer: MatchedEntry) => readonly string[],
): Covered[] {
  return withoutStruck(wanted, actor.struck).flatMap((competence): Covered[] => {
    const tagged = actor.offers.find((offer) => offer.competences.includes(competence));
    if (tagged) return [{ competence, cover: 'COVERS', entryId: tagged.id }];
    const named = actor.offers.find((offer) => namedIn(offer).includes(competence));
    if (named) return [{ competence, cover: 'CONTRIBUTES', entryId: named.id }];
    if (actor.competences.includes(competence)) return [{ competence, cover: 'CONTRIBUTES', entryId: null }];
    return actor.added?.includes(competence) ? [{ competence, cover: 'CONTRIBUTES', entryId: null, stated: true }] : [];
  });
}
