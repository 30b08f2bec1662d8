/**
 * The twelve kinds of actor, in the order in which the interface lists them; what they are called stands with the themes. UNION covers
 * works and staff councils as well: they sit on the employees' bench and act under a mandate of their own.
 */
export const ACTOR_KINDS = [
  'ADMINISTRATION',
  'COMPANY',
  'CHAMBER',
  'UNION',
  'ASSOCIATION',
  'SCIENCE',
  'EDUCATION',
  'CIVIL_SOCIETY',
  'MEDIA',
  'NETWORK',
  'BODY',
  'OTHER',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * The shape of each kind in a box of 24 × 24, drawn so that all look equally large. Hue alone never tells a kind:
 * the shape goes with it everywhere. The ring has a hole, hence the even-odd rule.
 */
export const KIND_SHAPES: Record<ActorKind, string> = {
  ADMINISTRATION: 'M4 4h16v16H4z',
  COMPANY: 'M12 2.8a9.2 9.2 0 1 1 0 18.4 9.2 9.2 0 0 1 0-18.4z',
  CHAMBER: 'M12 2l8.7 5v10L12 22l-8.7-5V7z',
  UNION: 'M12 2.8 22 20.6H2z',
  ASSOCIATION: 'M12 1.4 22.6 12 12 22.6 1.4 12z',
  SCIENCE: 'M12 .8c1 6.4 4.8 10.2 11.2 11.2-6.4 1-10.2 4.8-11.2 11.2-1-6.4-4.8-10.2-11.2-11.2C7.2 11 11 7.2 12 .8z',
  EDUCATION: 'M12 2.6 21.4 10v11H2.6V10z',
  CIVIL_SOCIETY: 'M12 5.15A5 5 0 1 1 18.85 12 5 5 0 1 1 12 18.85 5 5 0 1 1 5.15 12 5 5 0 1 1 12 5.15z',
  MEDIA: 'M4 2.2 21.6 12 4 21.8z',
  NETWORK: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zm0 4.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
  BODY: 'M6.8 6.6h10.4a5.4 5.4 0 0 1 0 10.8H6.8a5.4 5.4 0 0 1 0-10.8z',
  OTHER: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
};

/** A kind as the server names it; anything unknown counts as OTHER, so that a new kind never breaks a page. */
export function toKind(kind: string): ActorKind {
  return (ACTOR_KINDS as readonly string[]).includes(kind) ? (kind as ActorKind) : 'OTHER';
}

/** The hues of the marks on light ground, as in the style sheet; what is printed and what leaves the product has no style sheet. */
export const KIND_HUES: Record<ActorKind, string> = {
  ADMINISTRATION: '#1c64b7',
  COMPANY: '#c06000',
  CHAMBER: '#7e5503',
  UNION: '#f9425c',
  ASSOCIATION: '#6f0779',
  SCIENCE: '#836cf6',
  EDUCATION: '#119053',
  CIVIL_SOCIETY: '#c0168a',
  MEDIA: '#1695ba',
  NETWORK: '#02463a',
  BODY: '#6a2000',
  OTHER: '#535c6a',
};

/** The circle that stands for a mark's size has this radius in the box of 24 in which the shapes are drawn. */
export const NOMINAL = 9.2;
export const HALF_BOX = 12;

/** Radius of a mark in pixels at the scale where everything is in view: 5.5 + 1.75·√ties. */
export function radiusOf(degree: number): number {
  return 5.5 + 1.75 * Math.sqrt(Math.max(0, degree));
}
