import type { ReactNode } from 'react';
import './entry.css';

/** A list of entries parted by hairlines. `label` names it where no heading does. */
export function EntryList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="kn-entries" aria-label={label}>
      {children}
    </ul>
  );
}

export interface EntryProps {
  /** Usually a link; set in semibold. */
  title: ReactNode;
  /** Before the entry, usually a KindMark of 18. */
  mark?: ReactNode;
  /** Above the title: the state of a Zusage, or a date. */
  over?: ReactNode;
  /** To the right of the title: a Tag, a number, a small button. */
  beside?: ReactNode;
  /** The smallest line: period, source, who answers. */
  meta?: ReactNode;
  /** Links in a line at the end. */
  actions?: ReactNode;
  /** A chosen entry is tinted and has a bar of 3 px. */
  selected?: boolean;
  /** What it says, muted. */
  children?: ReactNode;
}

/** One entry of a list: title, what it says, meta line. */
export function Entry({ title, mark, over, beside, meta, actions, selected = false, children }: EntryProps) {
  return (
    <li className={selected ? 'kn-entry kn-entry--selected' : 'kn-entry'} aria-current={selected || undefined}>
      {mark ? <span className="kn-entry__mark">{mark}</span> : null}
      <div className="kn-entry__body">
        {over ? <div className="kn-entry__over">{over}</div> : null}
        <div className="kn-entry__head">
          <div className="kn-entry__title">{title}</div>
          {beside ? <div className="kn-entry__beside">{beside}</div> : null}
        </div>
        {children ? <div className="kn-entry__text">{children}</div> : null}
        {meta ? <div className="kn-entry__meta">{meta}</div> : null}
        {actions ? <div className="kn-entry__actions">{actions}</div> : null}
      </div>
    </li>
  );
}
