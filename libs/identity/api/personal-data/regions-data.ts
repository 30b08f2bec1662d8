import { NO_TEXTS, type PersonalDataOfRoom } from '@knotenpunkt/kernel';

/** What the regions hold: nothing of persons. */
export const regionsData: PersonalDataOfRoom = {
  room: 'regions',
  texts: { de: NO_TEXTS, en: NO_TEXTS },
  processings: {},
  tables: {
    'public.region': {
      none: ['id', 'slug', 'name_de', 'name_en', 'language', 'time_zone', 'extent', 'example', 'source_note', 'as_of'],
    },
    'public.region_outlines': {
      none: ['region_id', 'version', 'content'],
    },
  },
};
