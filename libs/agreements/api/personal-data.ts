import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'agreements',
  texts: { de, en },
  processings: {
    answers: { of: ['ACCOUNT_HOLDER'], ground: 'LEGITIMATE_INTEREST', days: null },
    outsidePromises: { of: ['NAMED'], ground: 'LEGITIMATE_INTEREST', days: null },
  },
  tables: {
    'public.commitment': {
      none: ['id', 'region_id', 'actor_id', 'to_actor_id', 'purpose_type', 'purpose_id', 'purpose_slug', 'version'],
      organisation: [
        'purpose_title',
        'text',
        'due_on',
        'original_due_on',
        'state',
        'promised_on',
        'decided_on',
        'evidence',
        'evidence_url',
        'note',
        'next_step',
        'said_outside_on',
        'said_outside_way',
        'contribution_kind',
        'amount',
        'amount_unit',
        'from_on',
      ],
    },
    'public.consent_round': {
      none: ['id', 'region_id', 'subject_type', 'subject_id', 'version', 'opened_at'],
      organisation: ['text', 'deadline_on', 'on_decline', 'state'],
    },
    'public.consent_answer': {
      none: ['round_id', 'actor_id', 'position'],
      organisation: ['answer', 'change', 'reserved_until', 'answered_on'],
      personal: ['person_id'],
      rows: {
        processing: 'answers',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['answer', 'change', 'answered_on', 'actor_id'],
        erasure: { how: 'BLANK', columns: { person_id: null } },
        actor: 'actor_id',
      },
    },
    'public.outside_promise': {
      none: ['id', 'region_id', 'actor_id', 'purpose_type', 'purpose_id', 'purpose_slug', 'version'],
      organisation: [
        'purpose_title',
        'text',
        'due_on',
        'way',
        'said_on',
        'state',
        'entered_on',
        'answer_by',
        'reminded_on',
        'decided_on',
        'objection',
      ],
      personal: ['said_by', 'proof'],
      rows: {
        processing: 'outsidePromises',
        whose: null,
        exported: [],
        erasure: { how: 'KEEP' },
      },
    },
  },
};
