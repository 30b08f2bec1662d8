import type { ReactNode, Ref } from 'react';
import { FieldError } from './FieldFrame';
import './form.css';

export interface FileFieldProps {
  id: string;
  /** What the button says. */
  label: string;
  /** Kinds the browser offers, such as `image/png,image/jpeg`; a help, no check. */
  accept: string;
  /** What is wrong with the file and how to mend it. */
  error?: string;
  onChoose: (file: File) => void;
  ref?: Ref<HTMLInputElement>;
  /** Buttons beside it: what is done with the file. */
  children?: ReactNode;
}

/** Chooses a file. The native input, which speaks the language of the browser, lies over a label that looks like a button. */
export function FileField({ id, label, accept, error, onChoose, ref, children }: FileFieldProps) {
  return (
    <div className={error ? 'kn-field kn-field--error' : 'kn-field'}>
      <div className="kn-file-row">
        <span className="kn-file">
          <input
            ref={ref}
            className="kn-file__input"
            id={id}
            type="file"
            accept={accept}
            aria-describedby={error && `${id}-error`}
            aria-invalid={error ? true : undefined}
            onChange={({ target }) => {
              const file = target.files?.[0];
              // So that the same file can be chosen again.
              target.value = '';
              if (file) onChoose(file);
            }}
          />
          <label className="kn-button kn-button--secondary" htmlFor={id}>
            {label}
          </label>
        </span>
        {children}
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}
