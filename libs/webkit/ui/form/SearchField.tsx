import { useRef } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { CloseIcon, SearchIcon } from '../actions/icons';
import './form.css';

export interface SearchFieldProps {
  /** What is searched, for screen readers; also what stands in the empty field. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter was pressed. */
  onSubmit?: () => void;
  /** The key `/` leads here. Give it to one field of a page. */
  shortcut?: boolean;
  autoFocus?: boolean;
}

/** A field to search with: a lens before, a cross to clear. Escape clears as well. */
export function SearchField({ label, value, onChange, onSubmit, shortcut = false, autoFocus = false }: SearchFieldProps) {
  const t = useMessages('webkit');
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  return (
    <div className="kn-search" role="search">
      <SearchIcon />
      <input
        ref={input}
        className="kn-input"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        aria-label={label}
        placeholder={label}
        value={value}
        data-shortcut={shortcut ? 'search' : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            clear();
          }
          if (event.key === 'Enter') onSubmit?.();
        }}
      />
      {value === '' ? null : (
        <button type="button" className="kn-search__clear" aria-label={t('actions.clear')} onClick={clear}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
