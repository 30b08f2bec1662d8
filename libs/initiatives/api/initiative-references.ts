import type { ActorReference } from '@knotenpunkt/identity/api';

/** A Vorhaben that had ended when another organisation came in the place of this one. */
const ENDED = (row: string) => `${row}.state IN ('FINISHED', 'ABANDONED') AND coalesce(${row}.ended_on < $3, true)`;
const initiative = (by: string) => [{ table: 'initiative', by, bumps: true, aggregate: 'initiative' }];

/** Where this room names organisations. */
export const initiativeReferences: readonly ActorReference[] = [
  {
    table: 'participation',
    columns: ['actor_id'],
    kind: 'INITIATIVE',
    // Who leads is no partner of itself.
    excess: 'EXISTS (SELECT FROM initiative i WHERE i.id = t.initiative_id AND i.lead_id IN ($1, $2))',
    past: `t.actor_id = $1 AND (t.state NOT IN ('INVITED', 'ACCEPTED', 'STATED') OR t.until_on < $3)
      OR EXISTS (SELECT FROM initiative i WHERE i.id = t.initiative_id AND ${ENDED('i')})`,
    clash: 'o.initiative_id = t.initiative_id',
    rank: (row) => `(CASE ${row}.state WHEN 'ACCEPTED' THEN 5 WHEN 'STATED' THEN 4 WHEN 'INVITED' THEN 3 WHEN 'LEFT' THEN 2 ELSE 1 END)`,
    owners: initiative('initiative_id'),
  },
  { table: 'initiative', columns: ['lead_id'], kind: 'INITIATIVE', past: ENDED('t'), owners: initiative('id') },
  {
    table: 'event_participation',
    columns: ['actor_id'],
    kind: 'EVENT',
    past: 'EXISTS (SELECT FROM event e WHERE e.id = t.event_id AND e.date_on < $3)',
    clash: 'o.event_id = t.event_id',
    rank: (row) => `(${row}.role = 'HOST')::int`,
    owners: [{ table: 'event', by: 'event_id', bumps: true, aggregate: 'event' }],
  },
];
