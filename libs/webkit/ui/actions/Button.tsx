import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type To } from 'react-router';
import './actions.css';

export type ButtonKind = 'primary' | 'secondary' | 'plain' | 'danger';

interface Looks {
  /** One `primary` on a screen. `plain` looks like a link, `danger` ends or erases something. */
  kind?: ButtonKind;
  /** 36 px high, for tools and rows; 44 otherwise. */
  small?: boolean;
  /** As wide as the place it stands in. */
  block?: boolean;
}

function classOf({ kind = 'secondary', small = false, block = false }: Looks): string {
  return ['kn-button', `kn-button--${kind}`, small && 'kn-button--small', block && 'kn-button--block'].filter(Boolean).join(' ');
}

export interface ButtonProps extends Looks, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> {
  /** Its work is under way: it stays focusable, does nothing, and says so. */
  busy?: boolean;
  children: ReactNode;
}

/** A button. Type `button` unless said otherwise, so that it never sends a form by accident. */
export function Button({ kind, small, block, busy = false, type = 'button', onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf({ kind, small, block })}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

/** A link that leads somewhere and looks like a button. */
export function LinkButton({ kind, small, block, to, children }: Looks & { to: To; children: ReactNode }) {
  return (
    <Link to={to} className={classOf({ kind, small, block })}>
      {children}
    </Link>
  );
}

/** A button that looks like a link in running text: for acts beside an entry ("Warum?", "Tauschen"). */
export function TextButton({ children, ...rest }: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'>) {
  return (
    <button type="button" {...rest} className="kn-text-button">
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style' | 'aria-label'> {
  /** What it does; said to screen readers and shown when pointed at. */
  label: string;
  children: ReactNode;
}

/** A square of 44 px with a stroke drawing. */
export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className="kn-icon-button" aria-label={label} title={label}>
      {children}
    </button>
  );
}
