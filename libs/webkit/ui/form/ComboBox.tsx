import { useState, type ReactNode } from 'react';
import { Button, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ChevronIcon } from '../actions/icons';
import { describedBy, FieldError, Optional, type FieldProps } from './FieldFrame';
import { useListStaysWithField } from './useListStaysWithField';
import '../overlay/overlay.css';

export interface ComboOption {
  id: string;
  /** What is written in the field when it is chosen, and what is searched in. */
  text: string;
  /** How the entry looks in the list, for instance with a KindMark. */
  content?: ReactNode;
}

export interface ComboBoxProps extends FieldProps {
  options: readonly ComboOption[];
  /** The chosen option's id, or null. */
  value: string | null;
  onChange: (id: string | null) => void;
  /** Given: the list is found by the server, `options` are its answer; otherwise the options given are filtered here. */
  onSearch?: (text: string) => void;
}

/** One of many: write a part of the name and choose from what fits. */
export function ComboBox({ options, value, onChange, onSearch, onLeave, ...field }: ComboBoxProps) {
  const t = useMessages('webkit');
  const { id, label, hint, error, optional, disabled } = field;
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  useListStaysWithField(box, isOpen);
  // Everything outside an open dialog is out of reach: inside one the list has to open within it.
  const dialog = box?.closest('dialog') ?? undefined;
  return (
    <AriaComboBox
      ref={setBox}
      className={error ? 'kn-field kn-field--error' : 'kn-field'}
      items={onSearch ? options : undefined}
      defaultItems={onSearch ? undefined : options}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      onInputChange={onSearch}
      onOpenChange={setOpen}
      onBlur={onLeave}
      isDisabled={disabled}
      isInvalid={Boolean(error)}
      allowsEmptyCollection
      aria-label={label}
    >
      <label className="kn-field__label" htmlFor={id}>
        {label}
        <Optional optional={optional} />
      </label>
      {hint ? (
        <div className="kn-field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      <span className="kn-combo">
        <Input id={id} className="kn-input" aria-describedby={describedBy(field)} />
        <Button className="kn-combo__open" aria-label={t('actions.open')}>
          <ChevronIcon />
        </Button>
      </span>
      <FieldError id={id} error={error} />
      <Popover className="kn-popover kn-popover--field" placement="bottom start" UNSTABLE_portalContainer={dialog}>
        <ListBox<ComboOption> className="kn-menu" renderEmptyState={() => <p className="kn-popover__empty">{t('form.nothingFits')}</p>}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text} className="kn-option">
              {option.content ?? option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
