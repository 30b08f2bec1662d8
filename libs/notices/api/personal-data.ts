import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'notices',
  texts: { de, en },
  processings: {
    questions: { of: ['RECIPIENT'], ground: 'PUBLIC_TASK', days: 30 },
    following: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: null },
  },
  tables: {
    'public.mail_question': {
      none: ['id', 'region_id', 'subject_id', 'subject_version', 'actor_id'],
      organisation: ['kind', 'asked_on', 'until_on', 'remind_on', 'ended'],
      personal: ['name', 'email', 'language', 'token_hashes'],
      rows: {
        processing: 'questions',
        whose: { column: 'email', is: 'MAIL', goesAlong: true },
        exported: ['name', 'email', 'asked_on', 'until_on', 'kind', 'actor_id'],
        quiet: ['kind'],
        erasure: { how: 'ROW' },
        forget: { after: 'until_on' },
        actor: 'actor_id',
      },
    },
    'public.following': {
      none: ['region_id'],
      personal: ['person_id', 'type', 'target_id', 'since'],
      rows: {
        processing: 'following',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['type', 'since', 'target_id'],
        erasure: { how: 'ROW' },
        correctedAt: '/folgen',
      },
    },
    'public.reader': {
      none: ['region_id'],
      personal: ['person_id', 'seen_at', 'seen_before_at', 'digest', 'digest_sent_at', 'token_hashes'],
      rows: {
        processing: 'following',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['seen_at', 'digest', 'digest_sent_at'],
        erasure: { how: 'ROW' },
        correctedAt: '/folgen',
      },
    },
  },
};
