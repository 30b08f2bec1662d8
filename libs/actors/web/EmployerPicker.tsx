import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { CloseIcon, type FieldBinding } from '@knotenpunkt/webkit/ui';
import { ActorPicker } from './ActorPicker';
import './actors.css';

const NAMED = graphql(`
  query NamedEmployer($id: ID!) {
    actorById(id: $id) {
      id
      name
    }
  }
`);

interface Named {
  id: string;
  name: string;
}

interface EmployerPickerProps extends FieldBinding<string | null> {
  /** Who stands there already. */
  employer?: Named | null;
  /** Who cannot be the employer: the council itself, and councils of its own. */
  without?: readonly string[];
}

/** The organisation whose people elected a council: found by its name, shown as a removable tag; another one takes its place. */
export function EmployerPicker({ employer = null, without = [], value, onChange, ...field }: EmployerPickerProps) {
  const t = useMessages('actors');
  const [chosen, setChosen] = useState<Named | null>(null);
  const known = [chosen, employer].find((each) => each?.id === value);
  // A draft has the choice without its name.
  const { data } = useQuery(NAMED, value === null || known ? skipToken : { variables: { id: value } });
  // Who has left the directory has no name here.
  const name = known?.name ?? data?.actorById?.name ?? t('edit.employerChosen');
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
        without={[...without, ...(value === null ? [] : [value])]}
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
