import { NO_TEXTS, type PersonalDataOfRoom } from '@knotenpunkt/kernel';

/** What this room holds: where entries come from, nothing of persons. */
export const personalData: PersonalDataOfRoom = {
  room: 'imports',
  texts: { de: NO_TEXTS, en: NO_TEXTS },
  processings: {},
  tables: {
    'public.external_id': {
      none: ['region_id', 'source', 'key', 'aggregate', 'aggregate_id', 'digest', 'imported_at'],
    },
    'public.imported_participation': {
      none: ['project_key', 'actor_key', 'leads', 'line'],
    },
    'public.import_batch': {
      none: ['id', 'region_id', 'version', 'columns', 'fields', 'rows', 'total', 'done', 'cursor', 'created_at', 'attended_at'],
      organisation: ['kind', 'file_name', 'state', 'default_kind', 'source_note', 'committed_at', 'undone_at'],
    },
    'public.import_row': {
      none: ['batch_id', 'line', 'identity', 'decided_id', 'target_id', 'target_version', 'written_id', 'written_version', 'before_version'],
      organisation: ['cells', 'label', 'fate', 'problems', 'changes', 'candidates', 'decision', 'before', 'kept', 'taken_back'],
    },
    'public.import_memory': {
      none: ['region_id', 'kind', 'headings', 'fields', 'default_kind', 'remembered_at'],
    },
    'public.import_trait': {
      none: ['id', 'region_id', 'version'],
      organisation: ['name_key', 'host', 'address'],
    },
  },
};
