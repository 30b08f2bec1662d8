import type { Entry } from './entry';

/** Parts of an offer or need that a table tells and may change. */
export const LISTED_ENTRY_PARTS = ['title', 'text', 'themes', 'competences', 'fromOn', 'untilOn'] as const;
export type ListedEntryPart = (typeof LISTED_ENTRY_PARTS)[number];
export type ListedEntryParts = Partial<Pick<Entry, ListedEntryPart>>;

/** What a table tells of an offer or need. */
export interface ListedEntryFacts extends Pick<Entry, 'id' | 'actorId' | 'direction' | ListedEntryPart> {
  /** Which table, in words. */
  sourceNote: string;
}

/** The entry as it is stored: taken from a table, confirmed by nobody, seen by all as what is known of the organisation from outside is. */
export function entryFromList(told: ListedEntryFacts, regionId: Entry['regionId']): Entry {
  return { ...told, regionId, audience: 'PUBLIC', state: 'OPEN', confirmedOn: null, version: 1 };
}

/** The first of these that fit beside what their actors have already; `open`: how many entries each of them has. */
export function fittingEntries<Told extends Pick<Entry, 'actorId'>>(
  told: readonly Told[],
  open: ReadonlyMap<string, number>,
  most: number,
): Told[] {
  const count = new Map(open);
  return told.filter(({ actorId }) => {
    const now = count.get(actorId) ?? 0;
    count.set(actorId, now + 1);
    return now < most;
  });
}
