import type { ActorReference } from '@knotenpunkt/identity/api';

const alliance = (by: string) => [{ table: 'alliance', by, bumps: true, aggregate: 'alliance' }];
/** An alliance that had come to its end when another organisation came in the place of this one. */
const ENDED = (id: string) => `EXISTS (SELECT FROM alliance a WHERE a.id = ${id} AND least(a.concluded_on, a.called_off_on) < $3)`;
/** Who wrote or took something: it has a version of its own. */
const written = (table: string, column: string, past: string): ActorReference => ({
  table,
  columns: [column],
  kind: 'ALLIANCE',
  past,
  owners: [{ table, by: 'id', bumps: true }],
});

/** Where this room names organisations. */
export const allianceReferences: readonly ActorReference[] = [
  { table: 'alliance', columns: ['drafted_by_id'], kind: 'ALLIANCE', past: ENDED('t.id'), owners: alliance('id') },
  {
    table: 'alliance_member',
    columns: ['actor_id'],
    kind: 'ALLIANCE',
    past: ENDED('t.alliance_id'),
    clash: 'o.alliance_id = t.alliance_id',
    rank: (row) => `(CASE ${row}.state WHEN 'MEMBER' THEN 3 WHEN 'INVITED' THEN 2 ELSE 1 END)`,
    owners: alliance('alliance_id'),
  },
  {
    table: 'alliance_offer',
    columns: ['actor_id'],
    kind: 'ALLIANCE',
    past: `t.state <> 'WAITING'`,
    clash: `o.alliance_id = t.alliance_id AND o.state = 'WAITING' AND t.state = 'WAITING'`,
  },
  { table: 'alliance_admission', columns: ['actor_id'], kind: 'ALLIANCE', past: `t.state <> 'OPEN'` },
  { table: 'alliance_admission', columns: ['proposed_by_id'], kind: 'ALLIANCE', past: `t.state <> 'OPEN'` },
  {
    table: 'alliance_departure',
    columns: ['actor_id'],
    kind: 'ALLIANCE',
    past: 't.done',
    clash: 'o.alliance_id = t.alliance_id AND NOT o.done AND NOT t.done',
  },
  written('alliance_statement', 'entered_by_id', 'true'),
  {
    table: 'alliance_stand',
    columns: ['actor_id'],
    kind: 'ALLIANCE',
    past: 't.stand IS NOT NULL',
    clash: 'o.statement_id = t.statement_id',
    rank: (row) => `(${row}.stand IS NOT NULL)::int`,
  },
  written('alliance_task', 'entered_by_id', 'true'),
  written('alliance_task', 'taken_by_id', 't.dropped_on < $3'),
  written('alliance_document', 'entered_by_id', 'true'),
];
