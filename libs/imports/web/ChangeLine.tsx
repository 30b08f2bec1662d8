import { useCompetences } from '@knotenpunkt/actors/web';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import type { Batch, ImportRow } from './useImport';

/** What stands there, and what the list says, in the words of pages. */
export function ChangeLine({ kind, change: { field, before, after } }: { kind: Batch['kind']; change: ImportRow['changes'][number] }) {
  const t = useMessages('imports');
  const wordsOf = useWordsOf(kind, field);
  const words = (value: string) => (value === '' ? <em>{t('import.empty')}</em> : wordsOf(value));
  return (
    <span>
      {t(`import.fields.${field}`)}: <del>{words(before)}</del> → <ins>{words(after)}</ins>
    </span>
  );
}

function useWordsOf(kind: Batch['kind'], field: string): (value: string) => string {
  const tKinds = useMessages('themes');
  const tActors = useMessages('actors');
  const tInitiatives = useMessages('initiatives');
  const t = useMessages('imports');
  const format = useFormat();
  const language = useLanguage();
  const catalogue = useCompetences();
  const each = (value: string, nameOf: (id: string) => string) => format.list(value.split(', ').map(nameOf));
  if (kind === 'ACTORS' && field === 'kind') return (value) => tKinds(`legend.${value}`);
  if (kind === 'ACTORS' && field === 'size') return (value) => tActors(`profile.sizes.${value}`);
  if (kind === 'INITIATIVES' && field === 'kind') return (value) => tInitiatives(`kinds.${value}`);
  if (field.endsWith('Precision')) return (value) => t(`import.precisions.${value}`);
  if (field === 'themes') return (value) => each(value, (id) => themeLabel(id, language));
  if (field === 'competences') return (value) => each(value, (id) => catalogue?.label(id, language) ?? id);
  if (field.endsWith('On')) return (value) => format.date(value);
  return (value) => value;
}
