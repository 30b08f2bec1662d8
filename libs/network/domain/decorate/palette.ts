import type { NetworkView } from '../view/view';
import { REST, type Colouring } from './classes';

/** How a mark is filled, so that classes are told apart without their colours. As the picture knows them. */
export type ClassPattern = 'full' | 'hole' | 'bar' | 'upright' | 'slash' | 'cross';

/** What a class looks like: the name of a colour token with its dashes, and a pattern. The shape stays that of the kind. */
export interface Swatch {
  colour: string;
  pattern: ClassPattern;
}

/** Colours of classes in no order; with the patterns six times as many. */
export const CLASS_HUES = 6;
/** Tones of classes in an order, from the least. */
export const STEP_TONES = 5;
const PATTERNS: readonly ClassPattern[] = ['full', 'hole', 'bar', 'slash', 'upright', 'cross'];
/** Where tones cannot be told apart. */
const STEP_PATTERNS: readonly ClassPattern[] = ['cross', 'upright', 'bar', 'slash', 'full'];
const REST_COLOUR = '--kn-class-rest';

/**
 * What the classes look like, in their order; null where colours tell kinds. `withPatterns`: tones have patterns as well, for whoever has
 * set colours of their own.
 */
export function swatchesOf(colour: NetworkView['colour'], { classes }: Colouring, { withPatterns = false } = {}): Swatch[] | null {
  if (colour === 'kind') return null;
  const ordered = colour === 'degree' || colour === 'broker' || colour === 'age';
  const steps = classes.filter(({ id }) => id !== REST).length;
  return classes.map(({ id }, at) => {
    // Hollow: of whom nothing is known.
    if (id === REST) return { colour: REST_COLOUR, pattern: 'hole' };
    if (!ordered)
      return { colour: `--kn-class-${(at % CLASS_HUES) + 1}`, pattern: PATTERNS[Math.floor(at / CLASS_HUES) % PATTERNS.length]! };
    // Fewer classes lie further apart.
    const tone = steps < 2 ? STEP_TONES : Math.round((at * (STEP_TONES - 1)) / (steps - 1)) + 1;
    return { colour: `--kn-step-${tone}`, pattern: withPatterns ? STEP_PATTERNS[tone - 1]! : 'full' };
  });
}
