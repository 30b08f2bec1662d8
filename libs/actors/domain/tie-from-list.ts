import type { DeclaredTie } from './relation';

/** Parts of a tie that a table tells and may change. */
export const LISTED_TIE_PARTS = ['label', 'sinceOn'] as const;
export type ListedTiePart = (typeof LISTED_TIE_PARTS)[number];
export type ListedTieParts = Partial<Pick<DeclaredTie, ListedTiePart>>;

/** What a table tells of two that do something together. */
export interface ListedTieFacts extends Pick<DeclaredTie, 'id' | 'fromId' | 'toId' | ListedTiePart> {
  /** Which table, in words. */
  sourceNote: string;
}

/** The tie as it is stored: stated by a table, said by neither of the two. */
export function tieFromList(told: ListedTieFacts): DeclaredTie {
  return { ...told, confirmed: false };
}

/** The two of a tie, whoever said it first. */
export function pairOf({ fromId, toId }: Pick<DeclaredTie, 'fromId' | 'toId'>): string {
  return [fromId, toId].sort().join('|');
}
