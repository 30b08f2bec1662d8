import type { ReactNode } from 'react';
import './page.css';

/** The space around a page's content. `narrow` keeps running text and forms at a width one likes to read. */
export function Page({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={narrow ? 'kn-page kn-page--narrow' : 'kn-page'}>{children}</div>;
}

/** Columns beside each other that fall below each other where there is no room. */
export function Columns({ count, children }: { count: 2 | 3; children: ReactNode }) {
  return <div className={`kn-columns kn-columns--${count}`}>{children}</div>;
}

/** One column: its sections stand below each other. */
export function Column({ children }: { children: ReactNode }) {
  return <div className="kn-column">{children}</div>;
}

export interface WithAsideProps {
  /** What stands beside: to the left (filters) or the right (details). Below 960 px it goes above or below. */
  aside: ReactNode;
  side: 'start' | 'end';
  /** What the part beside is called, for screen readers. */
  asideLabel: string;
  /** Draw the part beside on the quiet ground. */
  quiet?: boolean;
  children: ReactNode;
}

/** A page with a part beside it, parted by a line that runs from header to end. */
export function WithAside({ aside, side, asideLabel, quiet = false, children }: WithAsideProps) {
  const beside = (
    <aside className={quiet ? 'kn-aside kn-aside--quiet' : 'kn-aside'} aria-label={asideLabel}>
      {aside}
    </aside>
  );
  return (
    <div className={`kn-with-aside kn-with-aside--${side}`}>
      {side === 'start' ? beside : null}
      <div className="kn-page">{children}</div>
      {side === 'end' ? beside : null}
    </div>
  );
}

export interface AsideFiltersProps {
  /** What opens them on small screens. */
  summary: string;
  /** Something is filtered: then they stand open. */
  inUse: boolean;
  children: ReactNode;
}

/** Filters beside a list: in sight on wide screens, below 960 px behind a line that opens them, so that the list comes first. */
export function AsideFilters({ summary, inUse, children }: AsideFiltersProps) {
  return (
    <>
      <div className="kn-aside-filters--wide">{children}</div>
      <details className="kn-aside-filters--narrow" open={inUse || undefined}>
        <summary>{summary}</summary>
        {children}
      </details>
    </>
  );
}
