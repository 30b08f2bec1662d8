import { useCompetences } from '@knotenpunkt/actors/web';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';

/** A part of what a table is worth that a change of it wins or loses. */
export interface ChangedPart {
  type: 'BENCH' | 'COMPETENCE' | 'SPARE' | 'REACH' | 'BRIDGES' | 'WILLINGNESS';
  id: string | null;
}

/** What changes at a table, in words; `without`: what is told elsewhere. */
export function useChangeWords(
  without: readonly ChangedPart['type'][] = [],
): (sign: 'gain' | 'loss', changes: readonly ChangedPart[]) => string[] {
  const t = useMessages('matching');
  const language = useLanguage();
  const catalogue = useCompetences();
  const nameOf = ({ type, id }: ChangedPart) => {
    if (id === null) return '';
    return type === 'BENCH' ? t(`themes:benches.${id}`) : (catalogue?.label(id, language) ?? id);
  };
  return (sign, changes) =>
    changes.filter(({ type }) => !without.includes(type)).map((change) => t(`proposals.${sign}.${change.type}`, { name: nameOf(change) }));
}
