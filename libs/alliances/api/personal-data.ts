import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'alliances',
  texts: { de, en },
  processings: {
    offers: { of: ['ACCOUNT_HOLDER'], ground: 'LEGITIMATE_INTEREST', days: null },
  },
  tables: {
    'public.alliance': {
      none: ['id', 'region_id', 'slug', 'challenge_id', 'drafted_by_id', 'version', 'created_at'],
      organisation: [
        'title',
        'purpose',
        'state',
        'named_gaps',
        'gaps_note',
        'formed_on',
        'activated_on',
        'concluded_on',
        'effect',
        'employees_note',
        'called_off_on',
        'call_off_reason',
        'employees_asked',
      ],
    },
    'public.alliance_admission': {
      none: ['id', 'alliance_id', 'actor_id', 'proposed_by_id', 'version'],
      organisation: ['bench', 'commitment', 'due_on', 'reason', 'state', 'asked_on', 'decided_on'],
    },
    'public.alliance_departure': {
      none: ['id', 'alliance_id', 'actor_id'],
      organisation: ['bench', 'commitment', 'since', 'leaves_on', 'reason', 'said_on', 'done'],
    },
    'public.alliance_document': {
      none: ['id', 'alliance_id', 'entered_by_id', 'audience', 'file_hash', 'file_type', 'file_bytes', 'replaces_id', 'version'],
      organisation: ['title', 'kind', 'dated_on', 'url', 'entered_on', 'removed_on', 'removed_reason'],
    },
    'public.alliance_member': {
      none: ['alliance_id', 'actor_id', 'position'],
      organisation: [
        'bench',
        'commitment',
        'due_on',
        'state',
        'stance',
        'contribution_kind',
        'amount',
        'amount_unit',
        'from_on',
        'joined_on',
      ],
    },
    'public.alliance_milestone': {
      none: ['alliance_id', 'id'],
      organisation: ['text', 'due_on', 'reached_on'],
    },
    'public.alliance_offer': {
      none: ['id', 'alliance_id', 'actor_id', 'round_version', 'made_version'],
      organisation: ['state', 'former', 'offered', 'offered_on'],
      personal: ['person_id'],
      rows: {
        processing: 'offers',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['offered_on', 'state', 'offered', 'actor_id'],
        quiet: ['offered'],
        erasure: { how: 'BLANK', columns: { person_id: null } },
        actor: 'actor_id',
      },
    },
    'public.alliance_review': {
      none: ['alliance_id', 'id'],
      organisation: ['reviewed_on', 'decision', 'summary'],
    },
    'public.alliance_stand': {
      none: ['statement_id', 'actor_id', 'position'],
      organisation: ['stand', 'note', 'said_on'],
    },
    'public.alliance_statement': {
      none: ['id', 'alliance_id', 'audience', 'minutes_id', 'replaces_id', 'entered_by_id', 'version'],
      organisation: ['kind', 'text', 'stated_on', 'concerns', 'evidence_url', 'meeting', 'entered_on', 'confirmed_on', 'withdrawn_on'],
    },
    'public.alliance_task': {
      none: ['id', 'alliance_id', 'entered_by_id', 'minutes_id', 'taken_by_id', 'version'],
      organisation: ['text', 'due_on', 'given_back', 'dropped_on'],
    },
  },
};
