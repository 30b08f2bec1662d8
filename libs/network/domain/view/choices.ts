export const COLOURS = ['kind', 'community', 'theme', 'degree', 'broker', 'age'] as const;
export const SIZES = ['ties', 'strength', 'broker', 'same'] as const;
export const LABELS = ['short', 'name', 'city', 'none'] as const;
export const ARRANGEMENTS = ['communities', 'rings', 'map', 'matrix', 'timeline'] as const;
export const FORMS = ['picture', 'list'] as const;
/** 0: the whole network; else only what lies so many ties around the chosen. */
export const STEPS = [0, 1, 2, 3] as const;
/** More actors are not chosen at once. */
export const MOST_CHOSEN = 8;
