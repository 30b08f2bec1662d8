import { useId, type ReactNode } from 'react';
import './parts.css';

export interface SectionProps {
  title: string;
  /** Beside the title: a link ("Alle 64") or a number. */
  beside?: ReactNode;
  /** One muted sentence below the title. */
  explanation?: ReactNode;
  /** h2 by default; h3 inside another section. */
  level?: 2 | 3;
  /** A heavy line below the title, as over the groups of a table. */
  ruled?: boolean;
  id?: string;
  children: ReactNode;
}

/** A part of a page with its title; a landmark under that name. */
export function Section({ title, beside, explanation, level = 2, ruled = false, id, children }: SectionProps) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`kn-section kn-section--${level}`} aria-labelledby={headingId} id={id}>
      <header className={ruled ? 'kn-section__head kn-section__head--ruled' : 'kn-section__head'}>
        <Heading id={headingId} className="kn-section__title">
          {title}
        </Heading>
        {beside !== undefined && beside !== null ? <div className="kn-section__beside">{beside}</div> : null}
      </header>
      {explanation ? <p className="kn-section__explanation">{explanation}</p> : null}
      {children}
    </section>
  );
}
