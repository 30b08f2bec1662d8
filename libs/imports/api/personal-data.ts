import { FORGOTTEN_AFTER_DAYS } from '@knotenpunkt/imports/domain';
import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

const UNTIL_TAKEN_OVER = { processing: 'tables', whose: null, exported: [], erasure: { how: 'KEEP' } } as const;

/** What this room holds: where entries come from, and tables that may name persons until they are taken over. */
export const personalData: PersonalDataOfRoom = {
  room: 'imports',
  texts: { de, en },
  processings: {
    tables: { of: ['NAMED'], ground: 'PUBLIC_TASK', days: FORGOTTEN_AFTER_DAYS, job: 'imports.sweep' },
    merges: { of: ['ACCOUNT_HOLDER', 'NAMED'], ground: 'PUBLIC_TASK', days: null },
  },
  tables: {
    'public.external_id': {
      none: ['region_id', 'source', 'key', 'aggregate', 'aggregate_id', 'digest', 'imported_at'],
    },
    'public.imported_participation': {
      none: ['project_key', 'actor_key', 'leads', 'line'],
    },
    'public.import_batch': {
      none: ['id', 'region_id', 'version', 'fields', 'rows', 'total', 'done', 'cursor', 'created_at', 'attended_at'],
      organisation: ['kind', 'file_name', 'state', 'default_kind', 'source_note', 'committed_at', 'undone_at'],
      personal: ['columns'],
      rows: { ...UNTIL_TAKEN_OVER, mentions: { columns: { columns: 'jsonb' }, by: 'ADDRESS' } },
    },
    'public.import_row': {
      none: [
        'batch_id',
        'line',
        'identity',
        'decided_id',
        'target_id',
        'target_version',
        'refers',
        'written_id',
        'written_version',
        'before_version',
      ],
      organisation: ['label', 'fate', 'changes', 'candidates', 'decision', 'before', 'kept', 'taken_back'],
      personal: ['cells', 'problems', 'choices'],
      rows: { ...UNTIL_TAKEN_OVER, mentions: { columns: { cells: 'text[]', problems: 'jsonb', choices: 'jsonb' }, by: 'ADDRESS' } },
    },
    'public.import_memory': {
      none: ['region_id', 'kind', 'headings', 'fields', 'default_kind', 'remembered_at'],
    },
    'public.import_trait': {
      none: ['id', 'region_id', 'version', 'compared'],
      organisation: ['archived', 'name_key', 'short_key', 'host', 'address'],
    },
    'public.duplicate_pair': {
      none: ['region_id', 'first_id', 'second_id', 'rank'],
      organisation: ['reasons', 'rejected_on'],
    },
    'public.actor_merge': {
      none: ['id', 'region_id', 'kept_id', 'merged_id', 'version'],
      organisation: ['kept_name', 'merged_name', 'takes', 'change', 'moved', 'merged_at', 'since_on', 'undone_at', 'left_over'],
    },
    'public.succession': {
      none: ['id', 'region_id', 'predecessor_id', 'successor_id', 'invitation_ids', 'version'],
      organisation: [
        ...['predecessor_name', 'successor_name', 'since_on', 'note', 'proposed_by', 'proposed_on', 'predecessor_agreed_on'],
        ...['successor_agreed_on', 'state', 'ground', 'decided_on', 'past'],
      ],
    },
    'public.succession_begin': {
      none: ['edge_id', 'succession_id', 'begins_on'],
    },
    'public.actor_merge_move': {
      none: ['merge_id', 'place', 'table_name', 'before', 'after'],
      personal: ['kind', 'row_key', 'set_aside', 'person_id'],
      rows: {
        processing: 'merges',
        whose: { column: 'person_id', is: 'PERSON' },
        mentions: { columns: { set_aside: 'jsonb' }, by: 'ADDRESS', rowsGo: true },
        exported: ['kind', 'set_aside'],
        erasure: { how: 'ROW' },
      },
    },
  },
};
