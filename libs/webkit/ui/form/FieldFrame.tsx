import type { ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './form.css';

/** What all fields have in common. */
export interface FieldProps {
  /** Comes from `form.field(…)`; needed for the label and for links from the error summary. */
  id: string;
  name: string;
  label: string;
  /** One sentence below the label: what belongs here, with an example. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string;
  /** Marked as "freiwillig"; fields are needed unless they say so. */
  optional?: boolean;
  disabled?: boolean;
  /** Called when the field is left; the form checks it then. */
  onLeave?: () => void;
}

/** What connects an input with its hint and its error for screen readers. */
export function describedBy({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>, more?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`, more].filter(Boolean).join(' ') || undefined;
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  // The place is always there, so that a screen reader hears the message when it arrives.
  return (
    <div id={`${id}-error`} className="kn-field__error" aria-live="polite">
      {error}
    </div>
  );
}

export function Optional({ optional }: { optional?: boolean }) {
  const t = useMessages('webkit');
  return optional ? <span className="kn-field__optional"> ({t('form.optional')})</span> : null;
}

/** Label, hint, error and, between them, the input itself. */
export function FieldFrame({ id, label, hint, error, optional, children }: Omit<FieldProps, 'name'> & { children: ReactNode }) {
  return (
    <div className={error ? 'kn-field kn-field--error' : 'kn-field'}>
      <label className="kn-field__label" htmlFor={id} id={`${id}-label`}>
        {label}
        <Optional optional={optional} />
      </label>
      {hint ? (
        <div className="kn-field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}
