import { idFrom, newId } from '@knotenpunkt/kernel';
import type { CloserLook } from './cases';

/** What stands on the desk of the coordination of the region of OWN, made before the walk by `prepare-desk.ts`. */
export const desk = {
  /** A coordinator's list that was read and not taken over. */
  list: idFrom('walk', 'thread-list'),
  /** A text the region keeps for letters. */
  template: idFrom('walk', 'letter-template'),
  /** A table that was compared. */
  table: idFrom('walk', 'import'),
  /** Entries that may be the same, and two that became one. */
  pair: [idFrom('harkenrode', 'actor', 'a025'), idFrom('harkenrode', 'actor', 'a026')] as const,
  merge: idFrom('walk', 'merge'),
  succession: idFrom('walk', 'succession'),
  succeeded: idFrom('walk', 'succeeded'),
};

/** Arguments of what the coordination does at its desk. */
export function deskArguments(): Record<string, () => Record<string, unknown>> {
  return {
    threadList: () => ({ id: desk.list }),
    importBatch: () => ({ id: desk.table }),
    importRows: () => ({ id: desk.table }),
    possibleDuplicates: () => ({ said: { name: 'Gießerei Nordkamp' } }),
    actorMerge: () => ({ id: desk.merge }),
    mergePreview: () => ({ firstId: desk.pair[0], secondId: desk.pair[1] }),
    rejectDuplicate: () => ({ input: { firstId: desk.pair[0], secondId: desk.pair[1] } }),
    reopenDuplicate: () => ({ input: { firstId: desk.pair[0], secondId: desk.pair[1] } }),
    mergeActors: () => ({
      input: { id: newId(), keptId: desk.pair[0], keptVersion: 99_999, mergedId: desk.pair[1], mergedVersion: 99_999, takes: [] },
    }),
    unmergeActors: () => ({ input: { id: desk.merge, expectedVersion: 99_999 } }),
    succession: () => ({ id: desk.succession }),
    successionPreview: () => ({ predecessorId: desk.pair[0], successorId: desk.pair[1] }),
    // A day that has not come: who may propose it is told so, and nothing is proposed.
    proposeSuccession: () => ({
      input: { id: newId(), predecessorId: desk.pair[0], successorId: desk.pair[1], sinceOn: '2999-01-01', note: '' },
    }),
    agreeToSuccession: () => ({ input: { id: desk.succession, expectedVersion: 99_999 } }),
    declineSuccession: () => ({ input: { id: desk.succession, expectedVersion: 99_999, reason: 'Walk' } }),
    confirmSuccession: () => ({ input: { id: desk.succession, expectedVersion: 99_999, ground: 'Walk' } }),
    undoSuccession: () => ({ input: { id: desk.succeeded, expectedVersion: 99_999 } }),
    // Nobody has seen this version: who may do it is told so, and the table stays.
    matchImportColumns: () => ({ input: { id: desk.table, expectedVersion: 99_999, fields: ['name'], defaultKind: 'OTHER' } }),
    decideImportRows: () => ({ input: { id: desk.table, expectedVersion: 99_999, lines: [2], decision: 'NOT_SAME' } }),
    chooseImportActor: () => ({
      input: { id: desk.table, expectedVersion: 99_999, lines: [2], field: 'actor', words: 'Walk', actorId: null },
    }),
    commitImport: () => ({ input: { id: desk.table, expectedVersion: 99_999, sourceNote: 'Walk' } }),
    undoImport: () => ({ input: { id: desk.table, expectedVersion: 99_999 } }),
    discardImport: () => ({ input: { id: desk.table, expectedVersion: 99_999 } }),
    // Who may write is told that nobody was chosen, and no mail goes out.
    sendLetters: () => ({ input: { id: newId(), keys: [], subject: 'Betreff', text: 'Text' } }),
    saveLetterTemplate: () => ({ input: { id: desk.template, name: 'Walk', subject: 'Betreff', text: 'Text' } }),
    // Nobody has seen this version: who may throw it away is told so.
    removeLetterTemplate: () => ({ input: { id: desk.template, expectedVersion: 99_999 } }),
    takeThreadList: () => ({ input: { id: desk.list, chosen: [] } }),
  };
}

/** Fields of a table that answer to who asks. */
export const DESK_LOOKS: Record<string, CloserLook> = {
  'ImportBatch.availableActions': {
    ask: `{ importBatch(id: "${desk.table}") { availableActions } }`,
    found: ({ importBatch }: { importBatch: { availableActions: string[] } | null }) => importBatch && importBatch.availableActions,
  },
  'Succession.availableActions': {
    ask: `{ succession(id: "${desk.succession}") { availableActions } }`,
    found: ({ succession }: { succession: { availableActions: string[] } | null }) => succession && succession.availableActions,
  },
  'ActorMerge.availableActions': {
    ask: `{ actorMerge(id: "${desk.merge}") { availableActions } }`,
    found: ({ actorMerge }: { actorMerge: { availableActions: string[] } | null }) => actorMerge && actorMerge.availableActions,
  },
};
