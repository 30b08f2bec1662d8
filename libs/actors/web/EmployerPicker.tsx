import { useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { CloseIcon, type FieldBinding } from '@knotenpunkt/webkit/ui';
import { ActorPicker } from './ActorPicker';
import type { Steckbrief } from './useSteckbrief';
import './actors.css';

interface EmployerPickerProps extends FieldBinding<string | null> {
  /** The council. */
  actor: Pick<Steckbrief, 'id' | 'employer' | 'councils'>;
}

/** The organisation whose people elected a council: found by its name, shown as a removable tag; another one takes its place. */
export function EmployerPicker({ actor, value, onChange, ...field }: EmployerPickerProps) {
  const t = useMessages('actors');
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const named = [chosen, actor.employer].find((each) => each?.id === value);
  // One that has left the directory, or comes from a draft, has no name here.
  const name = named?.name ?? t('edit.employerChosen');
  return (
    <div>
      <ActorPicker
        // A choice becomes a tag; the field starts again for another one.
        key={value}
        {...field}
        label={t('edit.employer')}
        hint={t('edit.employerHint')}
        optional
        value={null}
        onChange={(id, found) => {
          if (id === null) return;
          setChosen(found);
          onChange(id);
        }}
        without={[actor.id, ...actor.councils.map(({ id }) => id), ...(value === null ? [] : [value])]}
      />
      {value === null ? null : (
        <ul className="actors-chosen">
          <li>
            <button type="button" className="actors-chip" aria-label={t('pickers.remove', { name })} onClick={() => onChange(null)}>
              {name}
              <CloseIcon />
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
