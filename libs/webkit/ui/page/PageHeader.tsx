import { useEffect, type ReactNode } from 'react';
import { useRegion } from '@knotenpunkt/webkit/data';
import './page.css';

/** Sets the title of the browser's tab: "Spedition Hellwald – Harkenrode (Beispiel) – Knotenpunkt". */
export function usePageTitle(title: string): void {
  const { name } = useRegion();
  useEffect(() => {
    document.title = [title, name, 'Knotenpunkt'].filter(Boolean).join(' – ');
  }, [title, name]);
}

export interface PageHeaderProps {
  title: string;
  /** The mark before the title, usually a KindMark of 28. */
  mark?: ReactNode;
  /** A picture of what the page is about, before title and facts. */
  picture?: ReactNode;
  /** One line in body size that says what this is. */
  lead?: ReactNode;
  /** A quiet explanation below the title, as on lists. */
  explanation?: ReactNode;
  /** Tags and facts in one line. */
  facts?: ReactNode;
  breadcrumbs?: ReactNode;
  /** Links and buttons to the right; one main button at most. */
  actions?: ReactNode;
  /** A question is set smaller than a name. */
  kind?: 'name' | 'question';
}

/** The head of a page: its only h1. Sets the browser's title as well. */
export function PageHeader({ title, mark, picture, lead, explanation, facts, breadcrumbs, actions, kind = 'name' }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className="kn-page-header">
      <div className="kn-page-header__text">
        {breadcrumbs}
        <div className="kn-page-header__named">
          {picture}
          <div className="kn-page-header__words">
            <h1 className={kind === 'question' ? 'kn-title kn-title--question' : 'kn-title'}>
              {mark}
              <span>{title}</span>
            </h1>
            {lead ? <p className="kn-lead">{lead}</p> : null}
            {explanation ? <p className="kn-explanation">{explanation}</p> : null}
            {facts ? <div className="kn-facts">{facts}</div> : null}
          </div>
        </div>
      </div>
      {actions ? <div className="kn-page-header__actions">{actions}</div> : null}
    </header>
  );
}
