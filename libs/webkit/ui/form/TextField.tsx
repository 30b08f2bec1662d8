import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { describedBy, FieldFrame, type FieldProps } from './FieldFrame';

interface Text {
  value: string;
  onChange: (value: string) => void;
}

export interface TextFieldProps extends FieldProps, Text {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'password' | 'tel' | 'url' | 'number'>;
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  autoFocus?: boolean;
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  onLeave,
  type = 'text',
  autoComplete = 'off',
  inputMode,
  autoFocus,
  ...field
}: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        className="kn-input"
        id={field.id}
        name={field.name}
        type={type}
        value={value}
        disabled={field.disabled}
        autoComplete={autoComplete}
        inputMode={inputMode}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        aria-required={!field.optional || undefined}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </FieldFrame>
  );
}

export interface TextAreaProps extends FieldProps, Text {
  rows?: number;
  /** Counts what is left; more can be written and is refused with a sentence, so that pasting loses nothing. */
  max?: number;
}

/** Several lines of text, with a counter that speaks when little is left. */
export function TextArea({ value, onChange, onLeave, rows = 4, max, ...field }: TextAreaProps) {
  const t = useMessages('webkit');
  const left = max === undefined ? null : max - [...value].length;
  const counterId = `${field.id}-left`;
  return (
    <FieldFrame {...field}>
      <textarea
        className="kn-input kn-input--area"
        id={field.id}
        name={field.name}
        rows={rows}
        value={value}
        disabled={field.disabled}
        aria-required={!field.optional || undefined}
        aria-invalid={field.error || (left ?? 0) < 0 ? true : undefined}
        aria-describedby={describedBy(field, left === null ? undefined : counterId)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      {left === null ? null : (
        <div
          id={counterId}
          className={left < 0 ? 'kn-field__counter kn-overdue' : 'kn-field__counter'}
          aria-live={left <= 20 ? 'polite' : 'off'}
        >
          {left >= 0 ? t('form.left', { count: left }) : t('form.over', { count: -left })}
        </div>
      )}
    </FieldFrame>
  );
}

export interface DateFieldProps extends FieldProps, Text {
  min?: string;
  max?: string;
}

/** Without a last day browsers take years of six digits, which is no day anybody means. */
const LAST_DAY = '9999-12-31';

/** A day, as `YYYY-MM-DD` or empty: the browser's own date input, which every aid knows. */
export function DateField({ value, onChange, onLeave, min, max = LAST_DAY, ...field }: DateFieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        className="kn-input kn-input--date"
        id={field.id}
        name={field.name}
        type="date"
        value={value}
        min={min}
        max={max}
        disabled={field.disabled}
        aria-required={!field.optional || undefined}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </FieldFrame>
  );
}
