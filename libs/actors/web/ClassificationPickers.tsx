import { useState } from 'react';
import { LIMITS } from '@knotenpunkt/actors/domain';
import type { Classification } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { CloseIcon, ComboBox, type FieldBinding } from '@knotenpunkt/webkit/ui';
import './actors.css';

const MOST_FOUND = 20;

interface PickerProps {
  catalogue: Classification | undefined;
}

/** The classes that fit what is being typed, each with its code, which tells broad from narrow. */
function useFound(catalogue: Classification | undefined, without: readonly string[]) {
  const language = useLanguage();
  const [text, setText] = useState('');
  const found = catalogue?.search(text, MOST_FOUND).filter(({ code }) => !without.includes(code)) ?? [];
  return { setText, options: found.map((each) => ({ id: each.code, text: each[language], content: `${each[language]} · ${each.code}` })) };
}

function Chosen({ codes, catalogue, onRemove }: PickerProps & { codes: readonly string[]; onRemove: (code: string) => void }) {
  const t = useMessages('actors');
  const language = useLanguage();
  if (codes.length === 0) return null;
  return (
    <ul className="actors-chosen">
      {codes.map((code) => {
        const name = catalogue?.label(code, language) ?? code;
        return (
          <li key={code}>
            <button type="button" className="actors-chip" aria-label={t('pickers.remove', { name })} onClick={() => onRemove(code)}>
              {name}
              <CloseIcon />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The one sector an organisation belongs to, found by a word. */
export function SectorPicker({ catalogue, value, onChange, ...field }: FieldBinding<string | null> & PickerProps) {
  const t = useMessages('actors');
  const { setText, options } = useFound(catalogue, value === null ? [] : [value]);
  return (
    <div>
      <ComboBox
        // A choice becomes a tag; the field starts again to choose another one.
        key={value}
        {...field}
        label={t('pickers.sector')}
        hint={t('pickers.sectorHint')}
        optional
        value={null}
        onSearch={setText}
        onChange={(code) => {
          if (code !== null) onChange(code);
        }}
        options={options}
      />
      <Chosen codes={value === null ? [] : [value]} catalogue={catalogue} onRemove={() => onChange(null)} />
    </div>
  );
}

/** What people do in an organisation: some occupations, found by a word. */
export function OccupationPicker({ catalogue, value, onChange, ...field }: FieldBinding<string[]> & PickerProps) {
  const t = useMessages('actors');
  const { setText, options } = useFound(catalogue, value);
  return (
    <div>
      <ComboBox
        key={value.length}
        {...field}
        label={t('pickers.occupations')}
        hint={t('pickers.occupationsHint', { max: LIMITS.occupations })}
        optional
        value={null}
        onSearch={setText}
        onChange={(code) => {
          if (code !== null) onChange([...value, code]);
        }}
        options={options}
      />
      <Chosen codes={value} catalogue={catalogue} onRemove={(code) => onChange(value.filter((each) => each !== code))} />
    </div>
  );
}
