import type { ReactNode } from 'react';
import './choices.css';
import { FieldError, Optional, type FieldProps } from './FieldFrame';

export interface Choice<Value extends string = string> {
  value: Value;
  label: ReactNode;
  /** A sentence below the label. */
  hint?: string;
  /** To the right, usually how many there are. */
  count?: ReactNode;
  disabled?: boolean;
}

interface GroupProps<Value extends string> extends FieldProps {
  choices: readonly Choice<Value>[];
  /** Close lines for filters at the side; 44 px a line in forms otherwise. */
  small?: boolean;
}

function Group({ id, label, hint, error, optional, small, children }: Omit<FieldProps, 'name'> & { small?: boolean; children: ReactNode }) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={['kn-field', 'kn-choices', small && 'kn-choices--small', error && 'kn-field--error'].filter(Boolean).join(' ')}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend className="kn-field__label">
        {label}
        <Optional optional={optional} />
      </legend>
      {hint ? (
        <div className="kn-field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

function Line({ choice, children }: { choice: Choice; children: ReactNode }) {
  return (
    <label className="kn-choice">
      {children}
      <span className="kn-choice__label">
        {choice.label}
        {choice.hint ? <span className="kn-choice__hint">{choice.hint}</span> : null}
      </span>
      {choice.count === undefined ? null : <span className="kn-choice__count">{choice.count}</span>}
    </label>
  );
}

export interface CheckboxGroupProps<Value extends string> extends GroupProps<Value> {
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

/** Any number of several. The order of the answer is that of the choices. */
export function CheckboxGroup<Value extends string>({ choices, value, onChange, onLeave, name, ...field }: CheckboxGroupProps<Value>) {
  const toggle = (changed: Value, on: boolean) =>
    onChange(choices.map((choice) => choice.value).filter((each) => (each === changed ? on : value.includes(each))));
  return (
    <Group {...field}>
      {choices.map((choice) => (
        <Line key={choice.value} choice={choice}>
          <input
            type="checkbox"
            className="kn-check"
            name={name}
            value={choice.value}
            checked={value.includes(choice.value)}
            disabled={field.disabled || choice.disabled}
            onChange={(event) => toggle(choice.value, event.target.checked)}
            onBlur={onLeave}
          />
        </Line>
      ))}
    </Group>
  );
}

export interface RadioGroupProps<Value extends string> extends GroupProps<Value> {
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of several, all of them in sight. */
export function RadioGroup<Value extends string>({ choices, value, onChange, onLeave, name, ...field }: RadioGroupProps<Value>) {
  return (
    <Group {...field}>
      {choices.map((choice) => (
        <Line key={choice.value} choice={choice}>
          <input
            type="radio"
            className="kn-check kn-check--radio"
            name={`${field.id}-${name}`}
            value={choice.value}
            checked={value === choice.value}
            disabled={field.disabled || choice.disabled}
            onChange={() => onChange(choice.value)}
            onBlur={onLeave}
          />
        </Line>
      ))}
    </Group>
  );
}

export interface CheckboxProps {
  id: string;
  name: string;
  label: ReactNode;
  hint?: string;
  error?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  onLeave?: () => void;
}

/** A single yes or no. */
export function Checkbox({ id, name, label, hint, error, value, onChange, onLeave }: CheckboxProps) {
  return (
    <div className={error ? 'kn-field kn-field--error' : 'kn-field'}>
      <Line choice={{ value: name, label, hint }}>
        <input
          type="checkbox"
          className="kn-check"
          id={id}
          name={name}
          checked={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
          onBlur={onLeave}
        />
      </Line>
      <FieldError id={id} error={error} />
    </div>
  );
}
