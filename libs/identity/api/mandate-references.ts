import type { ActorReference, KeptReference } from './actor-references';

const rank = (row: 't' | 'o') =>
  `(CASE ${row}.role WHEN 'ADMINISTRATOR' THEN 4 WHEN 'DELEGATE' THEN 3 WHEN 'SUBSTITUTE' THEN 2 ELSE 1 END)`;

/** Where this room names organisations. */
export const mandateReferences: readonly ActorReference[] = [
  {
    table: 'mandate',
    columns: ['actor_id'],
    kind: 'MANDATE',
    // Nobody comes to act for another organisation by this: they are invited to.
    past: 'true',
    // Who acts for both acts once, with the stronger mandate.
    clash: `o.person_id = t.person_id AND coalesce(o.until_on, 'infinity') >= current_date AND coalesce(t.until_on, 'infinity') >= current_date
      AND NOT EXISTS (SELECT FROM mandate_invitation i WHERE i.hands_over IN (o.id, t.id))`,
    spares: ['mandate_invitation'],
    rank,
  },
  {
    table: 'mandate_request',
    columns: ['actor_id'],
    kind: 'MANDATE_REQUEST',
    past: 'true',
    clash: `o.email = t.email AND o.state = 'ASKED' AND t.state = 'ASKED'`,
  },
  {
    table: 'mandate_invitation',
    columns: ['actor_id'],
    kind: 'MANDATE_REQUEST',
    past: 'true',
    clash: `o.email = t.email AND o.state = 'OPEN' AND t.state = 'OPEN'`,
    owners: [{ table: 'mandate_invitation', by: 'id', bumps: true }],
  },
];

export const mandateReferencesKept: readonly KeptReference[] = [
  { table: 'act', columns: ['actor_id', 'other_actor_id'], why: 'what was done stays done by whom it was done' },
  { table: 'hidden_subject', columns: ['subject_id'], why: 'what is hidden is archived, and takes part in no merging' },
  { table: 'audit_entry', columns: ['actor_id'], why: 'the audit trail is only appended to' },
];
