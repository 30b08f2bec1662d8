import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './platform.messages.de.json' with { type: 'json' };
import en from './platform.messages.en.json' with { type: 'json' };

/** What the services of the platform hold: every column of their tables. */
export const platformData: PersonalDataOfRoom = {
  room: 'platform',
  texts: { de, en },
  processings: {
    mails: { of: ['RECIPIENT'], ground: 'CONTRACT', days: 90 },
  },
  tables: {
    'public.outbox': {
      none: ['id', 'aggregate', 'aggregate_id', 'region_id', 'created_at', 'due_at', 'attempts', 'set_aside_at', 'error'],
    },
    'public.graph_fact': {
      none: ['owner_type', 'owner_id', 'region_id', 'version', 'seq', 'facts', 'audience'],
    },
    'public.outgoing_mail': {
      none: ['id', 'created_at', 'sent_at', 'leaves_nothing'],
      personal: ['recipient', 'subject', 'body'],
      rows: {
        processing: 'mails',
        whose: { column: 'recipient', is: 'MAIL' },
        mentions: { columns: { subject: 'text', body: 'text' }, by: 'NAME' },
        exported: ['recipient', 'subject', 'created_at', 'sent_at'],
        erasure: { how: 'ROW' },
        forget: { after: 'created_at' },
      },
    },
    'public.file': {
      none: ['hash', 'mime', 'width', 'height', 'kept_at'],
      organisation: ['bytes', 'small'],
    },
    'public.backup': {
      none: ['taken_at', 'seq', 'rows', 'bytes', 'file'],
    },
    'public.migrations': {
      none: ['id', 'timestamp', 'name'],
    },
    // The queue is a library's own (pg-boss). Jobs carry ids and nothing else; the walk with a marked person proves it.
    'pgboss.bam': { none: ['*'] },
    'pgboss.instance': { none: ['*'] },
    'pgboss.job': { none: ['*'] },
    'pgboss.job_dependency': { none: ['*'] },
    'pgboss.queue': { none: ['*'] },
    'pgboss.queue_stats': { none: ['*'] },
    'pgboss.schedule': { none: ['*'] },
    'pgboss.subscription': { none: ['*'] },
    'pgboss.version': { none: ['*'] },
    'pgboss.warning': { none: ['*'] },
  },
};
