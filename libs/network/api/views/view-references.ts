import type { ActorReference } from '@knotenpunkt/identity/api';

const own = (table: string) => [{ table, by: 'id', bumps: true }];

/** Where this room names organisations. */
export const viewReferences: readonly ActorReference[] = [
  { table: 'network_view', columns: ['owner_actor_id'], kind: 'VIEW', owners: own('network_view') },
  { table: 'network_round', columns: ['owner_actor_id'], kind: 'VIEW', owners: own('network_round') },
  // What a view shows of an organisation is kept as JSON, by its id.
  { table: 'network_view', columns: ['value'], kind: 'VIEW', owners: own('network_view') },
  { table: 'network_view', columns: ['places'], kind: 'VIEW', owners: own('network_view') },
  { table: 'network_view_note', columns: ['actor_id'], kind: 'VIEW', clash: 'o.view_id = t.view_id' },
  { table: 'network_note', columns: ['actor_id', 'other_id'], kind: 'NOTE', ordered: true, owners: own('network_note') },
];
