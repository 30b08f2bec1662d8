import type { ActorReference } from '@knotenpunkt/identity/api';

/** Where this room names organisations. */
export const matchingReferences: readonly ActorReference[] = [
  { table: 'match_dismissal', columns: ['actor_id', 'suggested_id'], kind: 'SUGGESTION', twice: 'DIRECTED' },
  {
    table: 'match_outcome',
    columns: ['asker_id', 'suggested_id'],
    kind: 'SUGGESTION',
    twice: 'DIRECTED',
    past: 'true',
    clash: 'o.challenge_id IS NOT DISTINCT FROM t.challenge_id',
    rank: (row) => `(${row}.accepted_on IS NOT NULL)::int + (${row}.introduced_on IS NOT NULL)::int`,
  },
  { table: 'match_outcome', columns: ['objected_by_id'], kind: 'SUGGESTION', stays: '$1 IN (t.asker_id, t.suggested_id)', past: 'true' },
  { table: 'match_correction', columns: ['actor_id'], kind: 'CORRECTION', past: 'true', clash: 'o.competence = t.competence' },
];
