import type { ActorReference } from '@knotenpunkt/identity/api';

/** Where this room names organisations. */
export const challengeReferences: readonly ActorReference[] = [
  {
    table: 'challenge',
    columns: ['asked_by_id'],
    kind: 'CHALLENGE',
    past: `t.state IN ('CLOSED', 'REFUSED') AND coalesce(t.closed_on < $3, true)`,
    owners: [{ table: 'challenge', by: 'id', bumps: true, aggregate: 'challenge' }],
  },
];
