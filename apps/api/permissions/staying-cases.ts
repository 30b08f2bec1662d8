import { idFrom, newId, type Id } from '@knotenpunkt/kernel';

/** By which OWN is asked whether its entries are right; `prepare-staying.ts` keeps its hash. */
export const RIGHT_TOKEN = 'walk-stimmt-noch';
/** An organisation of the region that is out of its directory. */
export const ARCHIVED = idFrom('harkenrode', 'actor', 'hammerschmiede');

/** Nobody has seen this version: who may do it is told so, and all stays as it is. */
const NO_VERSION = 99_999;

/** Arguments of what is asked and answered so that entries stay true. */
export function stayingArguments(own: Id, entry: Id): Record<string, () => Record<string, unknown>> {
  return {
    confirmationQuestion: () => ({ token: RIGHT_TOKEN }),
    answerConfirmation: () => ({ input: { token: RIGHT_TOKEN, expectedVersion: NO_VERSION } }),
    undoArchiving: () => ({ input: { token: RIGHT_TOKEN, expectedVersion: NO_VERSION } }),
    // OWN has confirmed its entries today, so that nobody is written to.
    askWhetherRight: () => ({ input: { id: newId(), actorIds: [own] } }),
    setConfirmationPeriod: () => ({ input: { afterDays: 180, expectedVersion: NO_VERSION } }),
    keptVersions: () => ({ actorId: own }),
    keptEntries: () => ({ actorId: own }),
    comparedVersions: () => ({ actorId: own, older: 1, newer: 2 }),
    restoreProfileVersion: () => ({ input: { actorId: own, version: 1, expectedVersion: NO_VERSION } }),
    restoreEntryVersion: () => ({ input: { id: entry, version: 1, expectedVersion: NO_VERSION } }),
    restoreActor: () => ({ input: { actorId: ARCHIVED, expectedVersion: NO_VERSION } }),
  };
}
