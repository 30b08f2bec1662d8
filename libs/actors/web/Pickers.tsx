import { LIMITS } from '@knotenpunkt/actors/domain';
import { THEMES, themeLabel } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { CheckboxGroup, CloseIcon, ComboBox, type FieldBinding } from '@knotenpunkt/webkit/ui';
import { useState } from 'react';
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
export function CompetencePicker({ value, onChange, ...field }: Binding) {
  const t = useMessages('actors');
  const language = useLanguage();
  const catalogue = useCompetences();
  const [text, setText] = useState('');
  const found = catalogue?.search(text, 12).filter(({ competence }) => !value.includes(competence.id)) ?? [];
  return (
    <div>
      <ComboBox
        // A choice becomes a tag; the field starts again for the next one.
        key={value.length}
        {...field}
        label={t('pickers.competences')}
        hint={t('pickers.competencesHint')}
        optional
        value={null}
        onSearch={setText}
        onChange={(id) => {
          if (id !== null) onChange([...value, id]);
        }}
        options={found.map(({ competence }) => ({ id: competence.id, text: competence[language] }))}
      />
      {value.length > 0 ? (
        <ul className="actors-chosen">
          {value.map((id) => {
            const name = catalogue?.label(id, language) ?? id;
            return (
              <li key={id}>
                <button
                  type="button"
                  className="actors-chip"
                  aria-label={t('pickers.remove', { name })}
                  onClick={() => onChange(value.filter((each) => each !== id))}
                >
                  {name}
                  <CloseIcon />
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
