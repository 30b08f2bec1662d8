/** Raised whenever something else is stored than before: what an earlier version of the product stored is then made anew. */
export const FORMAT = 2;

/** What is stored of each version of a network. */
export type NetworkFile = 'COLUMNS' | 'REGIONS' | 'PAST' | 'FINDINGS';

/** Up to so many actors a network counts as small: it is made anew after each change, and a page may wait for it. */
export const SMALL_NETWORK = 2_000;

/** How far work on a network is: facts are read, ties derived, places found, columns packed. */
export const PHASES = ['FACTS', 'TIES', 'PLACES', 'PACKING'] as const;
export type Phase = (typeof PHASES)[number];
