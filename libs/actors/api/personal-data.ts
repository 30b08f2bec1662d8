import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'actors',
  texts: { de, en },
  processings: {
    confirmations: { of: ['RECIPIENT'], ground: 'PUBLIC_TASK', days: 30 },
    history: { of: ['ACCOUNT_HOLDER'], ground: 'PUBLIC_TASK', days: null },
    contacts: { of: ['CONTACT_PERSON'], ground: 'LEGITIMATE_INTEREST', days: null },
    searches: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: null },
    registrations: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: 1095 },
  },
  tables: {
    'public.actor': {
      none: [
        'id',
        'region_id',
        'slug',
        'sort_name',
        'parent_id',
        'employer_id',
        'merged_into_id',
        'provenance',
        'search_text',
        'version',
        'created_at',
        'logo_hash',
      ],
      organisation: [
        'name',
        'short_name',
        'kind',
        'summary',
        'description',
        'themes',
        'competences',
        'street',
        'postal_code',
        'city',
        'district',
        'lon',
        'lat',
        'website',
        'size',
        'sector',
        'section',
        'occupations',
        'collective',
        'source_note',
        'confirmed_on',
        'archived',
        'proposable',
      ],
    },
    'public.actor_contact': {
      none: ['id', 'actor_id', 'position'],
      personal: ['name', 'role', 'email', 'phone', 'visibility'],
      rows: {
        processing: 'contacts',
        whose: { column: 'email', is: 'MAIL' },
        exported: ['name', 'role', 'email', 'phone', 'visibility', 'actor_id'],
        erasure: { how: 'ROW' },
        actor: 'actor_id',
      },
    },
    'public.registration': {
      none: ['id', 'region_id', 'version'],
      organisation: ['actor_id', 'claims', 'name', 'kind', 'city', 'website', 'summary', 'state', 'way', 'asked_on', 'decided_on'],
      // The note of whoever verified may name others: whom was called.
      personal: ['person_id', 'position', 'evidence', 'question', 'answer', 'note', 'reason'],
      rows: {
        processing: 'registrations',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['name', 'position', 'evidence', 'question', 'answer', 'state', 'reason', 'asked_on', 'decided_on', 'actor_id'],
        erasure: { how: 'ROW' },
        forget: { after: 'decided_on' },
        actor: 'actor_id',
        correctedAt: '/konto/organisationen',
      },
    },
    'public.saved_search': {
      none: ['id', 'region_id', 'version'],
      personal: ['person_id', 'name', 'address', 'mail', 'known', 'found', 'created_at'],
      rows: {
        processing: 'searches',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['name', 'address', 'mail', 'created_at'],
        erasure: { how: 'ROW' },
        correctedAt: '/suchen',
      },
    },
    'public.competence_word': {
      none: ['id', 'region_id', 'actor_id', 'plain', 'concerned', 'version'],
      organisation: ['written', 'state', 'term', 'reason', 'proposed_on', 'decided_on'],
    },
    'public.actor_slug': {
      none: ['region_id', 'slug', 'actor_id'],
    },
    'public.entry': {
      none: ['id', 'actor_id', 'region_id', 'audience', 'search_text', 'version', 'created_at'],
      organisation: ['direction', 'title', 'text', 'themes', 'competences', 'from_on', 'until_on', 'confirmed_on', 'state'],
    },
    'public.confirmation_period': {
      none: ['region_id', 'version'],
      organisation: ['after_days'],
    },
    'public.confirmation_request': {
      none: ['id', 'region_id', 'actor_id'],
      organisation: ['asked_on', 'until_on', 'remind_on', 'answer', 'answered_on'],
    },
    'public.confirmation_link': {
      none: ['request_id'],
      personal: ['hash', 'answer', 'name', 'email', 'language', 'until_on'],
      rows: {
        processing: 'confirmations',
        whose: { column: 'email', is: 'MAIL' },
        exported: ['name', 'email', 'until_on'],
        erasure: { how: 'ROW' },
        forget: { after: 'until_on' },
      },
    },
    'public.actor_version': {
      none: ['actor_id', 'version'],
      organisation: ['said'],
      personal: ['person_id', 'at', 'act'],
      rows: {
        processing: 'history',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['at', 'act', 'actor_id'],
        quiet: ['act'],
        erasure: { how: 'BLANK', columns: { person_id: null } },
        actor: 'actor_id',
      },
    },
    'public.entry_version': {
      none: ['entry_id', 'version'],
      organisation: ['said'],
      personal: ['person_id', 'at', 'act'],
      rows: {
        processing: 'history',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['at', 'act'],
        quiet: ['act'],
        erasure: { how: 'BLANK', columns: { person_id: null } },
      },
    },
    'public.declared_tie': {
      none: ['id', 'from_id', 'to_id', 'version', 'created_at'],
      organisation: ['label', 'since_on', 'confirmed'],
    },
    'public.membership': {
      none: ['member_id', 'of_id', 'certainty', 'created_at'],
      organisation: ['since_on'],
    },
  },
};
