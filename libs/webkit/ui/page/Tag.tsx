import type { ReactNode } from 'react';
import './parts.css';

/** A short word on the quiet ground: a state ("läuft") or a theme ("Demografie"). Not clickable. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="kn-tag">{children}</span>;
}

/** Facts in one line, parted by a middle dot: "Ostwalden · 160 Beschäftigte". Empty parts are left out. */
export function FactLine({ parts }: { parts: ReactNode[] }) {
  const given = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '');
  return (
    <span className="kn-fact-line">
      {given.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </span>
  );
}

export interface Figure {
  value: string;
  label: string;
  tone?: 'overdue' | 'kept' | 'due';
}

/** Counts as big figures with their word below: "3 überfällig". */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="kn-figures">
      {figures.map(({ value, label, tone }) => (
        <div key={label} className={tone ? `kn-${tone}` : undefined}>
          <dd>{value}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  );
}
