import type { ReactNode } from 'react';
import './action-bar.css';

export interface ActionBarProps {
  /** What it is about, in one bold sentence or more. */
  children: ReactNode;
  /** A muted sentence below. */
  explanation?: ReactNode;
  /** The buttons, the main one last. */
  actions: ReactNode;
}

/** The foot of a page where something is decided: stays in sight at the lower edge of the window. */
export function ActionBar({ children, explanation, actions }: ActionBarProps) {
  return (
    <div className="kn-action-bar kn-no-print">
      <div className="kn-action-bar__text">
        <p>{children}</p>
        {explanation ? <p className="kn-action-bar__explanation">{explanation}</p> : null}
      </div>
      <div className="kn-action-bar__actions">{actions}</div>
    </div>
  );
}
