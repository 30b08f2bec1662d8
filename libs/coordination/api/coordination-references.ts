import type { ActorReference, ReferenceOwner } from '@knotenpunkt/identity/api';

const introduction = (by: string): ReferenceOwner[] => [{ table: 'introduction', by, bumps: true, aggregate: 'introduction' }];
const thread = (by: string): ReferenceOwner[] => [{ table: 'thread', by, bumps: true, aggregate: 'thread' }];

/** An introduction stays as it is where the other entry has a side in it, or the same two are being introduced already. */
const INTRODUCED_ALREADY = `EXISTS (SELECT FROM introduction_side o WHERE o.introduction_id = t.id AND o.actor_id = $2)
  OR t.state IN ('ASKED', 'AGREED', 'MET') AND EXISTS (SELECT FROM introduction o WHERE o.id <> t.id AND o.region_id = t.region_id
    AND o.state IN ('ASKED', 'AGREED', 'MET') AND $2 IN (o.first_id, o.second_id)
    AND (CASE WHEN o.first_id = $2 THEN o.second_id ELSE o.first_id END) = (CASE WHEN t.first_id = $1 THEN t.second_id ELSE t.first_id END))`;
/** A thread that is done belongs to what was. */
const DONE = `EXISTS (SELECT FROM thread d WHERE d.id = t.thread_id AND d.state = 'DONE')`;
/** After the ends have gone over: those that stayed. */
const STAYED = (introductionId: string) =>
  `EXISTS (SELECT FROM introduction i WHERE i.id = ${introductionId} AND $1 IN (i.first_id, i.second_id))`;

/** Where this room names organisations. */
export const coordinationReferences: readonly ActorReference[] = [
  {
    table: 'contact_request',
    columns: ['to_actor_id'],
    kind: 'CONTACT_REQUEST',
    past: `t.state <> 'ASKED'`,
    owners: [{ table: 'contact_request', by: 'id', bumps: true }],
  },
  {
    table: 'introduction',
    columns: ['first_id', 'second_id'],
    kind: 'INTRODUCTION',
    stays: INTRODUCED_ALREADY,
    past: 't.ended_on < $3',
    owners: introduction('id'),
  },
  { table: 'introduction', columns: ['asked_by_id'], kind: 'INTRODUCTION', stays: '$1 IN (t.first_id, t.second_id)' },
  {
    table: 'introduction_side',
    columns: ['actor_id'],
    kind: 'INTRODUCTION',
    stays: `${STAYED('t.introduction_id')} OR EXISTS (SELECT FROM introduction_side o WHERE o.introduction_id = t.introduction_id AND o.actor_id = $2)`,
    owners: introduction('introduction_id'),
  },
  { table: 'thread', columns: ['step_actor_id'], kind: 'THREAD', past: `t.state = 'DONE'`, owners: thread('id') },
  {
    table: 'thread',
    columns: ['subject_id'],
    kind: 'THREAD',
    only: `t.subject_type = 'ACTOR'`,
    past: `t.state = 'DONE'`,
    owners: thread('id'),
  },
  {
    table: 'thread_actor',
    columns: ['actor_id'],
    kind: 'THREAD',
    past: DONE,
    clash: 'o.thread_id = t.thread_id',
    owners: thread('thread_id'),
  },
  {
    table: 'thread_correction',
    columns: ['actor_id'],
    kind: 'CORRECTION',
    past: DONE,
    clash: 'o.thread_id = t.thread_id',
    owners: [],
  },
  {
    table: 'rectification',
    columns: ['actor_id'],
    kind: 'CORRECTION',
    past: 'true',
    clash: 'o.subject_type = t.subject_type AND o.subject_id = t.subject_id',
    owners: [{ table: 'rectification', by: 'id', bumps: true }],
  },
];
