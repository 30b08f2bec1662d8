import { idFrom } from '@knotenpunkt/kernel';

/** What stands on the desk of the coordination of the region of OWN, made before the walk by `prepare-desk.ts`. */
export const desk = {
  /** A coordinator's list that was read and not taken over. */
  list: idFrom('walk', 'thread-list'),
};

/** Arguments of what the coordination does at its desk. */
export function deskArguments(): Record<string, () => Record<string, unknown>> {
  return {
    threadList: () => ({ id: desk.list }),
    takeThreadList: () => ({ input: { id: desk.list, chosen: [] } }),
  };
}
