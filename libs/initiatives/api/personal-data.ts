import { NO_TEXTS, type PersonalDataOfRoom } from '@knotenpunkt/kernel';

/** What this room holds: organisations and what they do, nothing of persons. */
export const personalData: PersonalDataOfRoom = {
  room: 'initiatives',
  texts: { de: NO_TEXTS, en: NO_TEXTS },
  processings: {},
  tables: {
    'public.initiative': {
      none: [
        'id',
        'region_id',
        'slug',
        'start_precision',
        'end_precision',
        'lead_id',
        'lead_certainty',
        'part_of_id',
        'search_text',
        'version',
        'created_at',
      ],
      organisation: [
        'title',
        'kind',
        'state',
        'summary',
        'description',
        'themes',
        'wanted',
        'start_on',
        'end_on',
        'next_step',
        'budget',
        'results',
        'lead_since_on',
        'ended_on',
        'end_reason',
        'source_note',
      ],
    },
    'public.participation': {
      none: ['initiative_id', 'actor_id', 'position'],
      organisation: ['role', 'state', 'since_on', 'until_on', 'answer_by'],
    },
    'public.event': {
      none: ['id', 'region_id', 'initiative_id', 'date_precision', 'version'],
      organisation: [
        'title',
        'format',
        'date_on',
        'start_time',
        'end_time',
        'venue',
        'for_whom',
        'registration',
        'livestream',
        'state',
        'approximate_participants',
      ],
    },
    'public.event_participation': {
      none: ['event_id', 'actor_id', 'position'],
      organisation: ['role'],
    },
  },
};
