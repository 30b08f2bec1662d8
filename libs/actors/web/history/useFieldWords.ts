import type { HistoryField } from '@knotenpunkt/actors/domain';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { useClassifications } from '../useClassifications';
import { useCompetences } from '../useCompetences';

/** The values of a part of a Steckbrief, an offer or a need as one reads them: names instead of codes. */
export function useFieldWords(): (field: HistoryField, values: readonly string[]) => string {
  const t = useMessages('actors');
  const language = useLanguage();
  const format = useFormat();
  const competences = useCompetences();
  const classes = useClassifications();
  const named = (field: HistoryField, value: string): string => {
    switch (field) {
      case 'themes':
        return themeLabel(value, language);
      case 'competences':
        return competences?.label(value, language) ?? value;
      case 'sector':
        return classes?.sectors.find(value)?.[language] ?? value;
      case 'occupations':
        return classes?.occupations.find(value)?.[language] ?? value;
      case 'kind':
        return t(`webkit:kinds.${value}`);
      case 'size':
        return t(`profile.sizes.${value}`);
      case 'audience':
        return t(`entries.audiences.${value}`);
      case 'state':
        return t(`history.states.${value}`);
      case 'archived':
        return t(`history.archived.${value}`);
      case 'fromOn':
      case 'untilOn':
        return format.date(value);
      default:
        return value;
    }
  };
  return (field, values) => values.map((value) => named(field, value)).join(', ');
}
