import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'network',
  texts: { de, en },
  processings: {
    views: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: null },
  },
  tables: {
    'public.network_delta': {
      none: ['region_id', 'audience', 'version', 'seq', 'content', 'bytes'],
    },
    'public.network_file': {
      none: ['region_id', 'audience', 'version', 'file', 'bytes'],
    },
    'public.network_measure': {
      none: [
        'region_id',
        'day',
        'origin',
        'analysed_on',
        'seq',
        'made_at',
        'actors',
        'ties',
        'density',
        'components',
        'largest_share',
        'centralisation',
        'isolated',
        'new_ties',
        'faded_ties',
        'sampled',
        'benches',
        'brokers',
        'isolated_actors',
      ],
    },
    'public.network_measuring': {
      none: ['region_id', 'first_on', 'wanted', 'done'],
    },
    'public.network_note': {
      none: ['id', 'region_id', 'actor_id', 'other_id', 'version'],
      organisation: ['text', 'written_on'],
    },
    'public.network_progress': {
      none: ['region_id', 'seq', 'phase', 'part', 'changed_at'],
    },
    'public.network_round': {
      none: ['id', 'region_id', 'owner_actor_id', 'visibility', 'version'],
      organisation: ['kept_on', 'changed_on'],
      personal: ['owner_person_id', 'name', 'sentence'],
      rows: {
        processing: 'views',
        whose: { column: 'owner_person_id', is: 'PERSON' },
        exported: ['name', 'sentence', 'kept_on', 'changed_on'],
        erasure: { how: 'ROW' },
        correctedAt: '/netzwerk/ansichten',
      },
    },
    'public.network_round_stop': {
      none: ['round_id', 'place', 'view_id'],
      personal: ['sentence'],
      rows: {
        processing: 'views',
        whose: { column: 'round_id', is: 'ROW', of: 'public.network_round', key: 'id' },
        exported: ['sentence', 'place'],
        erasure: { how: 'ROW' },
        correctedAt: '/netzwerk/ansichten',
      },
    },
    'public.network_snapshot': {
      none: ['region_id', 'seq', 'made_at', 'analysed_on', 'fingerprint', 'positions', 'communities'],
    },
    'public.network_version': {
      none: ['region_id', 'audience', 'version', 'format', 'seq', 'as_of', 'analysed_on', 'placed_at', 'actors', 'content', 'made_at'],
    },
    'public.network_view': {
      none: ['id', 'region_id', 'owner_actor_id', 'visibility', 'version'],
      organisation: ['kept_on', 'changed_on', 'archived'],
      personal: ['owner_person_id', 'name', 'sentence', 'value', 'frame', 'places'],
      rows: {
        processing: 'views',
        whose: { column: 'owner_person_id', is: 'PERSON' },
        exported: ['name', 'sentence', 'kept_on', 'changed_on', 'value'],
        quiet: ['value'],
        erasure: { how: 'ROW' },
        correctedAt: '/netzwerk/ansichten',
      },
    },
    'public.network_view_note': {
      none: ['view_id', 'actor_id'],
      personal: ['text'],
      rows: {
        processing: 'views',
        whose: { column: 'view_id', is: 'ROW', of: 'public.network_view', key: 'id' },
        exported: ['text', 'actor_id'],
        erasure: { how: 'ROW' },
        actor: 'actor_id',
        correctedAt: '/netzwerk/ansichten',
      },
    },
  },
};
