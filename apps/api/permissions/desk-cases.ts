import { idFrom, newId } from '@knotenpunkt/kernel';

/** What stands on the desk of the coordination of the region of OWN, made before the walk by `prepare-desk.ts`. */
export const desk = {
  /** A coordinator's list that was read and not taken over. */
  list: idFrom('walk', 'thread-list'),
  /** A text the region keeps for letters. */
  template: idFrom('walk', 'letter-template'),
};

/** Arguments of what the coordination does at its desk. */
export function deskArguments(): Record<string, () => Record<string, unknown>> {
  return {
    threadList: () => ({ id: desk.list }),
    // Who may write is told that nobody was chosen, and no mail goes out.
    sendLetters: () => ({ input: { id: newId(), keys: [], subject: 'Betreff', text: 'Text' } }),
    saveLetterTemplate: () => ({ input: { id: desk.template, name: 'Walk', subject: 'Betreff', text: 'Text' } }),
    // Nobody has seen this version: who may throw it away is told so.
    removeLetterTemplate: () => ({ input: { id: desk.template, expectedVersion: 99_999 } }),
    takeThreadList: () => ({ input: { id: desk.list, chosen: [] } }),
  };
}
