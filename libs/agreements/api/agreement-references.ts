import type { ActorReference } from '@knotenpunkt/identity/api';

/** Where this room names organisations. */
export const agreementReferences: readonly ActorReference[] = [
  {
    table: 'consent_answer',
    columns: ['actor_id'],
    kind: 'CONSENT',
    // An answer counts more than silence; of two answers that of the entry that stays.
    past: `EXISTS (SELECT FROM consent_round r WHERE r.id = t.round_id AND r.state <> 'OPEN')`,
    clash: 'o.round_id = t.round_id',
    rank: (row) => `(${row}.answer IS NOT NULL)::int`,
  },
  // What one promised the other would be a promise to itself.
  {
    table: 'commitment',
    columns: ['actor_id'],
    kind: 'COMMITMENT',
    stays: 't.to_actor_id = $2',
    past: 't.decided_on < $3',
    owners: [{ table: 'commitment', by: 'id', bumps: true }],
  },
  {
    table: 'commitment',
    columns: ['to_actor_id'],
    kind: 'COMMITMENT',
    stays: 't.actor_id IN ($1, $2)',
    past: 't.decided_on < $3',
    owners: [{ table: 'commitment', by: 'id', bumps: true }],
  },
  {
    table: 'outside_promise',
    columns: ['actor_id'],
    kind: 'PROMISE',
    past: 't.decided_on < $3',
    owners: [{ table: 'outside_promise', by: 'id', bumps: true }],
  },
];
