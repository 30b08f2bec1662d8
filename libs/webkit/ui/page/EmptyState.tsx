import type { ReactNode } from 'react';
import './parts.css';

/** Where nothing is yet: what belongs here, and the first step (a button or link). */
export function EmptyState({ children, step }: { children: ReactNode; step?: ReactNode }) {
  return (
    <div className="kn-empty">
      <p>{children}</p>
      {step ? <div>{step}</div> : null}
    </div>
  );
}
