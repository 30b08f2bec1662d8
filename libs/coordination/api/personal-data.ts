import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'coordination',
  texts: { de, en },
  processings: {
    contactRequests: { of: ['ASKER'], ground: 'PUBLIC_TASK', days: 365 },
    introductions: { of: ['ACCOUNT_HOLDER'], ground: 'LEGITIMATE_INTEREST', days: null },
    desk: { of: ['ACCOUNT_HOLDER'], ground: 'PUBLIC_TASK', days: null },
    lists: { of: ['NAMED'], ground: 'PUBLIC_TASK', days: 1 },
  },
  tables: {
    'public.contact_request': {
      none: ['id', 'region_id', 'to_actor_id', 'version', 'created_at'],
      organisation: ['state'],
      personal: ['name', 'email', 'organisation', 'message'],
      rows: {
        processing: 'contactRequests',
        whose: { column: 'email', is: 'MAIL', goesAlong: true },
        exported: ['name', 'email', 'organisation', 'message', 'created_at', 'state', 'to_actor_id'],
        erasure: { how: 'ROW' },
        forget: { after: 'created_at' },
        actor: 'to_actor_id',
      },
    },
    'public.introduction': {
      none: ['id', 'region_id', 'first_id', 'second_id', 'asked_by_id', 'text_version', 'outcome_id', 'version'],
      organisation: ['purpose', 'reason', 'state', 'asked_on', 'answer_by', 'agreed_on', 'met_on', 'ended_on', 'outcome', 'outcome_note'],
    },
    'public.introduction_side': {
      none: ['introduction_id', 'actor_id'],
      organisation: ['side', 'answer', 'note', 'note_shared', 'answered_on'],
      personal: ['person_id'],
      rows: {
        processing: 'introductions',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['answer', 'note', 'answered_on', 'actor_id'],
        erasure: { how: 'BLANK', columns: { person_id: null } },
        actor: 'actor_id',
        correctedAt: '/vorstellungen',
      },
    },
    'public.letter': {
      none: ['sending_id', 'waiting_key', 'region_id'],
      organisation: ['sent_on', 'left_out'],
    },
    'public.letter_template': {
      none: ['id', 'region_id', 'version'],
      organisation: ['name', 'subject', 'text'],
    },
    'public.thread': {
      none: ['id', 'region_id', 'subject_type', 'subject_id', 'step_actor_id', 'version'],
      organisation: ['title', 'next_step', 'follow_up_on', 'state', 'opened_on', 'attended_on', 'done_on', 'closing'],
      personal: ['owner_id', 'deputy_id'],
      rows: {
        processing: 'desk',
        whose: { column: ['owner_id', 'deputy_id'], is: 'PERSON' },
        // Title and step of a thread speak of others, who did not leave that to whoever looks after it.
        exported: ['state', 'opened_on', 'follow_up_on'],
        erasure: { how: 'BLANK', columns: { owner_id: null, deputy_id: null } },
        correctedAt: '/koordination',
      },
    },
    'public.thread_actor': {
      none: ['thread_id', 'actor_id', 'position'],
    },
    'public.thread_correction': {
      none: ['thread_id', 'actor_id', 'version'],
      organisation: ['text', 'written_on', 'noted_on'],
    },
    'public.thread_list': {
      none: ['id', 'region_id', 'read_at'],
      organisation: ['missing', 'ignored', 'opened'],
      personal: ['rows'],
      rows: {
        processing: 'lists',
        whose: null,
        mentions: { columns: { rows: 'jsonb' }, by: 'ADDRESS' },
        exported: [],
        erasure: { how: 'KEEP' },
        forget: { after: 'read_at' },
      },
    },
    'public.thread_note': {
      none: ['thread_id'],
      organisation: ['text'],
    },
    'public.rectification': {
      none: ['id', 'actor_id', 'subject_type', 'subject_id', 'region_id', 'version'],
      organisation: ['text', 'said_on', 'seen_on'],
      personal: ['person_id'],
      rows: {
        processing: 'introductions',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['text', 'said_on', 'actor_id'],
        erasure: { how: 'BLANK', columns: { person_id: null } },
        actor: 'actor_id',
      },
    },
  },
};
