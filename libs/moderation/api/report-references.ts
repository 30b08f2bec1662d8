import type { ActorReference } from '@knotenpunkt/identity/api';

/** Where this room names organisations. */
export const reportReferences: readonly ActorReference[] = [
  {
    table: 'content_report',
    columns: ['subject_id'],
    kind: 'REPORT',
    only: `t.subject_type = 'ACTOR'`,
    past: 'true',
    owners: [{ table: 'content_report', by: 'id', bumps: true }],
  },
];
