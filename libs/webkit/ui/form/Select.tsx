import { describedBy, FieldFrame, type FieldProps } from './FieldFrame';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> extends FieldProps {
  value: Value;
  onChange: (value: Value) => void;
  options: readonly Option<Value>[];
  /** The first entry, which chooses nothing: "Alle Felder", "Bitte wählen". */
  none?: string;
  /** 36 px high, in tools. */
  small?: boolean;
}

/** One of a few: the browser's own list. */
export function Select<Value extends string>({ value, onChange, onLeave, options, none, small = false, ...field }: SelectProps<Value>) {
  return (
    <FieldFrame {...field}>
      <span className={small ? 'kn-select kn-select--small' : 'kn-select'}>
        <select
          className="kn-input"
          id={field.id}
          name={field.name}
          value={value}
          disabled={field.disabled}
          aria-required={field.optional || none !== undefined ? undefined : true}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field)}
          onChange={(event) => onChange(event.target.value as Value)}
          onBlur={onLeave}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </FieldFrame>
  );
}
