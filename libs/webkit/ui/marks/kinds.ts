import type { MarkKind } from '@knotenpunkt/kernel';

export { KIND_SHAPES, MARK_KINDS as ACTOR_KINDS, toKind, type MarkKind as ActorKind } from '@knotenpunkt/kernel';

/** The name of the token that holds a kind's hue, with its dashes: `--kn-kind-civil-society`. */
export function kindToken(kind: MarkKind): string {
  return `--kn-kind-${kind.toLowerCase().replaceAll('_', '-')}`;
}
