import type { Grade } from '@knotenpunkt/kernel';
import { ACTOR_KINDS, kindToken, type ActorKind } from '@knotenpunkt/webkit/ui';

/** The colours of the picture in the theme that is shown, read from the tokens: a canvas knows no custom properties. */
export interface Palette {
  ground: string;
  text: string;
  muted: string;
  action: string;
  hull: string;
  kinds: Record<ActorKind, string>;
  ties: Record<Grade, string>;
  font: string;
}

/** Reads the palette where the picture stands, so that a picture on another ground gets that ground's colours. */
export function readPalette(host: HTMLElement): Palette {
  const style = getComputedStyle(host);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ground: token('--kn-network'),
    text: token('--kn-text'),
    muted: token('--kn-muted'),
    action: token('--kn-action'),
    hull: token('--kn-hull'),
    kinds: Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, token(kindToken(kind))])) as Record<ActorKind, string>,
    ties: { WORKS_TOGETHER: token('--kn-tie-works-together'), STATED: token('--kn-tie-stated'), MET: token('--kn-tie-met') },
    font: token('--kn-font'),
  };
}
