import type { ActorReference, KeptReference } from '@knotenpunkt/identity/api';

const teller = (by: string) => ({ table: 'actor', by, aggregate: 'actor' });

/** Where this room names organisations. */
export const ownReferences: readonly ActorReference[] = [
  { table: 'actor', columns: ['merged_into_id'], kind: 'MERGED', past: 'true' },
  { table: 'actor', columns: ['parent_id'], kind: 'PART', stays: 't.id = $2' },
  { table: 'actor', columns: ['employer_id'], kind: 'COUNCIL', stays: 't.id = $2', owners: [{ table: 'actor', by: 'id', bumps: true }] },
  {
    table: 'actor_contact',
    columns: ['actor_id'],
    kind: 'CONTACT',
    stays: `EXISTS (SELECT FROM actor_contact o WHERE o.actor_id = $2 AND lower(o.name) = lower(t.name) AND lower(o.email) = lower(t.email) AND o.phone = t.phone)`,
  },
  { table: 'competence_word', columns: ['actor_id'], kind: 'WORD', owners: [{ table: 'competence_word', by: 'id', bumps: true }] },
  { table: 'confirmation_request', columns: ['actor_id'], kind: 'MAIL', past: 'true' },
  {
    table: 'entry',
    columns: ['actor_id'],
    kind: 'ENTRY',
    past: `t.state <> 'OPEN' OR t.until_on < $3`,
    owners: [{ table: 'entry', by: 'id', bumps: true }],
  },
  {
    table: 'membership',
    columns: ['member_id', 'of_id'],
    kind: 'MEMBERSHIP',
    twice: 'DIRECTED',
    rank: (row) => `(CASE ${row}.certainty WHEN 'CONFIRMED' THEN 3 WHEN 'REPORTED' THEN 2 ELSE 1 END)`,
    owners: [teller('member_id')],
  },
  {
    table: 'declared_tie',
    columns: ['from_id', 'to_id'],
    kind: 'TIE',
    twice: 'EITHER',
    // What one of the two said counts more than what a table told of them.
    rank: (row) => `(${row}.confirmed::int * 2 + (${row}.source_note IS NULL)::int)`,
    owners: [{ table: 'declared_tie', by: 'id', bumps: true }, teller('from_id')],
  },
  {
    table: 'registration',
    columns: ['actor_id'],
    kind: 'MANDATE_REQUEST',
    past: 'true',
    clash: `o.person_id = t.person_id AND o.claims AND t.claims AND o.state IN ('ASKED', 'QUESTIONED') AND t.state IN ('ASKED', 'QUESTIONED')`,
    owners: [{ table: 'registration', by: 'id', bumps: true }],
  },
  { table: 'registration', columns: ['employer_id'], kind: 'COUNCIL', owners: [{ table: 'registration', by: 'id', bumps: true }] },
];

export const ownReferencesKept: readonly KeptReference[] = [
  { table: 'actor_slug', columns: ['actor_id'], why: 'an earlier address leads to the entry it was of, and from there on' },
  { table: 'actor_version', columns: ['actor_id'], why: 'what an entry said stays what it said' },
];
