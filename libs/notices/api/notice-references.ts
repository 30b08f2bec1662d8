import type { ActorReference } from '@knotenpunkt/identity/api';

/** Where this room names organisations. */
export const noticeReferences: readonly ActorReference[] = [
  // Links in mails that are out go on working, for the entry that stays.
  { table: 'mail_question', columns: ['actor_id'], kind: 'MAIL' },
  { table: 'mail_question', columns: ['subject_id'], kind: 'MAIL' },
  {
    table: 'following',
    columns: ['target_id'],
    kind: 'FOLLOWING',
    only: `t.type = 'ACTOR'`,
    clash: `o.type = t.type AND o.person_id = t.person_id AND o.region_id = t.region_id`,
  },
];
