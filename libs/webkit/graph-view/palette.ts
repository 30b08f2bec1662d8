import type { Grade } from '@knotenpunkt/kernel';
import { ACTOR_KINDS, kindToken, type ActorKind } from '@knotenpunkt/webkit/ui';

/** How a mark is filled, so that colours which mean something are told apart without seeing them. */
export const MARK_PATTERNS = ['full', 'hole', 'bar', 'upright', 'slash', 'cross'] as const;
export type MarkPattern = (typeof MARK_PATTERNS)[number];

/** A colour that marks may have instead of that of their kind: a token with its dashes, or a colour. */
export interface MarkColour {
  colour: string;
  pattern: MarkPattern;
}

/** The colours of the picture in the theme that is shown, read from the tokens: a canvas knows no custom properties. */
export interface Palette {
  ground: string;
  text: string;
  muted: string;
  action: string;
  hull: string;
  /** A line around grounds where contrast is wanted; else empty. */
  hullLine: string;
  kinds: Record<ActorKind, string>;
  ties: Record<Grade, string>;
  decor: MarkColour[];
  font: string;
}

/** What changes colours besides the theme. */
export const CONTRAST_QUERIES = ['(forced-colors: active)', '(prefers-contrast: more)'];

/** Reads the palette where the picture stands, so that a picture on another ground gets that ground's colours. */
export function readPalette(host: HTMLElement, decor: readonly MarkColour[] = []): Palette {
  // Cytoscape knows no names of system colours: the browser tells what they are.
  const probe = document.createElement('span');
  probe.className = 'kn-network__probe';
  host.append(probe);
  const style = getComputedStyle(probe);
  const colour = (value: string) => {
    probe.style.color = value.startsWith('--') ? `var(${value})` : value;
    return style.color;
  };
  const palette: Palette = {
    ground: colour('--kn-network'),
    text: colour('--kn-text'),
    muted: colour('--kn-muted'),
    action: colour('--kn-action'),
    hull: colour('--kn-hull'),
    hullLine: CONTRAST_QUERIES.some((query) => matchMedia(query).matches) ? colour('--kn-muted') : '',
    kinds: Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, colour(kindToken(kind))])) as Record<ActorKind, string>,
    ties: { WORKS_TOGETHER: colour('--kn-tie-works-together'), STATED: colour('--kn-tie-stated'), MET: colour('--kn-tie-met') },
    decor: decor.map((one) => ({ ...one, colour: colour(one.colour) })),
    font: style.getPropertyValue('--kn-font').trim(),
  };
  probe.remove();
  return palette;
}
