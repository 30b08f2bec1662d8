import { LIMITS } from '@knotenpunkt/actors/domain';
import { THEMES, themeLabel } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { CheckboxGroup, type FieldBinding } from '@knotenpunkt/webkit/ui';
import { TagPicker } from './TagPicker';
import { useCompetences } from './useCompetences';
import './actors.css';

type Binding = FieldBinding<string[]>;

/** Fields of action to choose from, drivers first. */
export function ThemePicker({ max = LIMITS.themes, ...field }: Binding & { max?: number }) {
  const t = useMessages('actors');
  const language = useLanguage();
  return (
    <div className="actors-themes">
      <CheckboxGroup
        {...field}
        label={t('pickers.themes')}
        hint={t('pickers.themesHint', { max })}
        optional
        small
        choices={THEMES.map(({ id }) => ({
          value: id,
          label: themeLabel(id, language),
          disabled: field.value.length >= max && !field.value.includes(id),
        }))}
      />
    </div>
  );
}

/** Competences: found by a word, shown as removable tags. */
export function CompetencePicker(field: Binding) {
  const t = useMessages('actors');
  const language = useLanguage();
  const catalogue = useCompetences();
  return (
    <TagPicker
      {...field}
      label={t('pickers.competences')}
      hint={t('pickers.competencesHint')}
      find={(text) => (catalogue?.search(text, 12) ?? []).map(({ competence }) => ({ id: competence.id, text: competence[language] }))}
      nameOf={(id) => catalogue?.label(id, language) ?? id}
    />
  );
}
