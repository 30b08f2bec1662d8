import type { ActorKind } from '@knotenpunkt/kernel';

export { KIND_SHAPES, ACTOR_KINDS, toKind, type ActorKind } from '@knotenpunkt/kernel';

/** The name of the token that holds a kind's hue, with its dashes: `--kn-kind-civil-society`. */
export function kindToken(kind: ActorKind): string {
  return `--kn-kind-${kind.toLowerCase().replaceAll('_', '-')}`;
}
