import { NO_TEXTS, type PersonalDataOfRoom } from '@knotenpunkt/kernel';

/** What this room holds: questions of organisations, nothing of persons. */
export const personalData: PersonalDataOfRoom = {
  room: 'challenges',
  texts: { de: NO_TEXTS, en: NO_TEXTS },
  processings: {},
  tables: {
    'public.challenge': {
      none: ['id', 'region_id', 'slug', 'asked_by_id', 'search_text', 'version', 'created_at'],
      organisation: [
        'question',
        'context',
        'concerns',
        'themes',
        'competences',
        'benches',
        'until_on',
        'state',
        'origin',
        'refusal_reason',
        'published_on',
        'closed_on',
      ],
    },
  },
};
