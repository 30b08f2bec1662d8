/** Who may see a fact. Each audience sees what the ones before it see: PUBLIC < MEMBERS < COORDINATORS. */
export const AUDIENCES = ['PUBLIC', 'MEMBERS', 'COORDINATORS'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Whether a reader who belongs to `reader` may see what is meant for `fact`. */
export function mayRead(reader: Audience, fact: Audience): boolean {
  return AUDIENCES.indexOf(reader) >= AUDIENCES.indexOf(fact);
}

/** The narrower of two audiences: what is derived from two facts is shown only to those who may see both. */
export function narrower(a: Audience, b: Audience): Audience {
  return mayRead(a, b) ? a : b;
}
