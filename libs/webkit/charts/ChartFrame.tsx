import { useId, type ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './charts.css';

export interface ChartFrameProps {
  title: string;
  /** What is shown, and how to read it, in a sentence. */
  description: string;
  /** The same numbers as a table. */
  table: ReactNode;
  children: (ids: { title: string; description: string }) => ReactNode;
}

/** What every chart has: its title, what it tells, and the same as a table, which whoever sees no picture opens. */
export function ChartFrame({ title, description, table, children }: ChartFrameProps) {
  const t = useMessages('webkit');
  const id = useId();
  const ids = { title: `${id}title`, description: `${id}description` };
  return (
    <figure className="kn-chart" aria-labelledby={ids.title}>
      <figcaption>
        <h3 id={ids.title}>{title}</h3>
        <p id={ids.description} className="kn-muted">
          {description}
        </p>
      </figcaption>
      {children(ids)}
      <details className="kn-chart__table">
        <summary>{t('charts.asTable')}</summary>
        {table}
      </details>
    </figure>
  );
}
