import type { ActorReference, KeptReference } from '@knotenpunkt/identity/api';

/** Where this room names organisations. */
export const importReferences: readonly ActorReference[] = [
  // The next table that has the number means the entry that stays.
  {
    table: 'succession',
    columns: ['successor_id'],
    kind: 'MERGED',
    past: 'true',
    owners: [{ table: 'succession', by: 'id', bumps: true }],
  },
  { table: 'external_id', columns: ['aggregate_id'], kind: 'NUMBER', only: `t.aggregate = 'actor'` },
];

export const importReferencesKept: readonly KeptReference[] = [
  { table: 'actor_merge', columns: ['kept_id', 'merged_id'], why: 'which two became one, and when' },
  { table: 'succession', columns: ['predecessor_id'], why: 'what became part of another is told by that' },
  { table: 'duplicate_pair', columns: ['first_id', 'second_id'], why: 'an entry that is given up has no pairs while it is' },
  {
    table: 'import_row',
    columns: ['decided_id', 'target_id', 'written_id'],
    why: 'what a table wrote; taking it back finds it changed since',
  },
];
