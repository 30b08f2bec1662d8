import { useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { CloseIcon, ComboBox, type FieldBinding } from '@knotenpunkt/webkit/ui';
import './actors.css';

interface TagPickerProps extends FieldBinding<string[]> {
  label: string;
  hint: string;
  /** What fits the text that is being typed. What is chosen already is left out here. */
  find: (text: string) => { id: string; text: string; content?: string }[];
  nameOf: (id: string) => string;
}

/** Things found by a word, shown as removable tags. */
export function TagPicker({ find, nameOf, value, onChange, ...field }: TagPickerProps) {
  const t = useMessages('actors');
  const [text, setText] = useState('');
  return (
    <div>
      <ComboBox
        // A choice becomes a tag; the field starts again for the next one.
        key={value.join(' ')}
        {...field}
        optional
        value={null}
        onSearch={setText}
        onChange={(id) => {
          if (id !== null) onChange([...value, id]);
        }}
        options={find(text).filter(({ id }) => !value.includes(id))}
      />
      {value.length > 0 ? (
        <ul className="actors-chosen">
          {value.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="actors-chip"
                aria-label={t('pickers.remove', { name: nameOf(id) })}
                onClick={() => onChange(value.filter((each) => each !== id))}
              >
                {nameOf(id)}
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
