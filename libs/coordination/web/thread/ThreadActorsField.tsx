import { ActorPicker } from '@knotenpunkt/actors/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { CloseIcon, KindMark, type FieldBinding } from '@knotenpunkt/webkit/ui';

export interface ChosenActor {
  id: string;
  name: string;
  kind: string;
}

interface ThreadActorsFieldProps extends FieldBinding<ChosenActor[]> {
  label: string;
  hint?: string;
  max: number;
}

/** Organisations found by a part of their name, shown with the sign of their kind, each of which can be taken out again. */
export function ThreadActorsField({ value, onChange, max, ...field }: ThreadActorsFieldProps) {
  const t = useMessages('coordination');
  return (
    <div>
      {value.length < max ? (
        <ActorPicker
          // A choice becomes a chip; the field starts again for the next one.
          key={value.map(({ id }) => id).join()}
          {...field}
          optional
          value={null}
          without={value.map(({ id }) => id)}
          onChange={(_, actor) => {
            if (actor) onChange([...value, { id: actor.id, name: actor.name, kind: actor.kind }]);
          }}
        />
      ) : (
        <p className="kn-field__label">{field.label}</p>
      )}
      {value.length > 0 ? (
        <ul className="threads-chosen" aria-label={field.label}>
          {value.map(({ id, name, kind }) => (
            <li key={id}>
              <button
                type="button"
                className="threads-chip"
                aria-label={t('threads.form.remove', { name })}
                onClick={() => onChange(value.filter((each) => each.id !== id))}
              >
                <KindMark kind={kind} size={14} silent />
                {name}
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
