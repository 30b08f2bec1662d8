import { ACTOR_KINDS, type ActorKind } from '@knotenpunkt/kernel';

/**
 * The kinds of actor lie in the kernel, since the client draws them too; what they are called stands in the catalogue of messages here:
 * `kinds` (one organisation, several), `legend` (the kind in a list of kinds), `benches` (the kind at an alliance's table).
 */
export { ACTOR_KINDS, type ActorKind };

/** Kinds of actor that are also something others are members of. */
export const KINDS_WITH_MEMBERS: readonly ActorKind[] = ['NETWORK', 'BODY'];

export function isActorKind(text: string): text is ActorKind {
  return (ACTOR_KINDS as readonly string[]).includes(text);
}

/** Compares two kinds by their place in the list, for sorting. */
export function byKindOrder(a: ActorKind, b: ActorKind): number {
  return ACTOR_KINDS.indexOf(a) - ACTOR_KINDS.indexOf(b);
}
