/**
 * The twelve kinds of actor, in the order in which the interface lists them. UNION covers works and staff councils as
 * well: they sit on the employees' bench and act under a mandate of their own. Names are in the catalogue of messages:
 * `kinds` (one organisation, several), `legend` (the kind in a list of kinds), `benches` (the kind at an alliance's table).
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

/** Kinds of actor that are also something others are members of. */
export const KINDS_WITH_MEMBERS: readonly ActorKind[] = ['NETWORK', 'BODY'];

export function isActorKind(text: string): text is ActorKind {
  return (ACTOR_KINDS as readonly string[]).includes(text);
}

/** Compares two kinds by their place in the list, for sorting. */
export function byKindOrder(a: ActorKind, b: ActorKind): number {
  return ACTOR_KINDS.indexOf(a) - ACTOR_KINDS.indexOf(b);
}
