import type { ReactNode } from 'react';
import './legend.css';

export interface LegendEntry<Id extends string> {
  id: Id;
  /** A KindMark or a GradeLine, silent. */
  mark: ReactNode;
  label: string;
  count?: ReactNode;
}

export interface LegendProps<Id extends string> {
  title: string;
  entries: LegendEntry<Id>[];
  /** What is taken back now. */
  dimmed: readonly Id[];
  onChange: (dimmed: Id[]) => void;
}

/** A legend that filters: each entry can be taken back and shown again. */
export function Legend<Id extends string>({ title, entries, dimmed, onChange }: LegendProps<Id>) {
  const toggle = (id: Id) => onChange(dimmed.includes(id) ? dimmed.filter((each) => each !== id) : [...dimmed, id]);
  return (
    <div className="kn-legend" role="group" aria-label={title}>
      <p className="kn-legend__title" aria-hidden>
        {title}
      </p>
      {entries.map(({ id, mark, label, count }) => (
        <button key={id} type="button" className="kn-legend__entry" aria-pressed={!dimmed.includes(id)} onClick={() => toggle(id)}>
          <span className="kn-legend__mark">{mark}</span>
          <span className="kn-legend__label">{label}</span>
          {count === undefined ? null : <span className="kn-legend__count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
