import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'matching',
  texts: { de, en },
  processings: {
    corrections: { of: ['ACCOUNT_HOLDER'], ground: 'LEGITIMATE_INTEREST', days: null },
  },
  tables: {
    'public.match_correction': {
      none: ['actor_id', 'region_id'],
      organisation: ['competence', 'kind', 'said_on'],
      personal: ['person_id'],
      rows: {
        processing: 'corrections',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['competence', 'kind', 'said_on', 'actor_id'],
        quiet: ['competence'],
        erasure: { how: 'BLANK', columns: { person_id: null } },
        actor: 'actor_id',
      },
    },
    'public.match_dismissal': {
      none: ['actor_id', 'suggested_id', 'region_id', 'created_at'],
      organisation: ['reason', 'note', 'again_on'],
      personal: ['person_id'],
      rows: {
        processing: 'corrections',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['reason', 'note', 'created_at', 'actor_id'],
        erasure: { how: 'BLANK', columns: { person_id: null } },
        actor: 'actor_id',
      },
    },
    'public.match_learned': {
      none: ['region_id', 'version', 'learned', 'learned_on'],
    },
    'public.match_outcome': {
      none: ['id', 'region_id', 'asker_id', 'suggested_id', 'challenge_id', 'entry_id', 'certainty', 'objected_by_id'],
      organisation: ['kind', 'probability', 'basis', 'shown_on', 'accepted_on', 'introduced_on', 'objected_on'],
    },
    'public.matching_anchor': {
      none: ['model', 'text', 'vector'],
    },
    'public.matching_text': {
      none: ['entry_id', 'region_id', 'direction', 'audience', 'model', 'hash', 'read_at'],
    },
    'public.matching_vector': {
      none: ['entry_id', 'place', 'vector'],
    },
  },
};
