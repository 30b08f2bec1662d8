import type { ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './marks.css';

/** State of a Zusage or any other act with a deadline. `due`: to be done today. */
export type ActState = 'overdue' | 'open' | 'due' | 'kept' | 'withdrawn';

/** States are strokes, never filled shapes: those mean actors. */
function Stroke({ state }: { state: ActState }) {
  switch (state) {
    case 'overdue':
      return <path d="M8 2.2v7.4M8 13.1v.3" />;
    case 'open':
    case 'due':
      return <path d="M2.6 8h.01M8 8h.01M13.4 8h.01" />;
    case 'kept':
      return <path d="M2.5 8.6 6.2 12.3 13.5 3.8" />;
    case 'withdrawn':
      return <path d="M5.8 2.8 2.6 6l3.2 3.2M2.8 6h6.7a3.7 3.7 0 0 1 0 7.4H7.6" />;
  }
}

export interface StateMarkProps {
  state: ActState;
  /** The words beside the mark, such as "seit 12 Tagen überfällig". Left out, the state's name is said to screen readers. */
  children?: ReactNode;
}

export function StateMark({ state, children }: StateMarkProps) {
  const t = useMessages('webkit');
  const mark = (
    <svg
      className="kn-state__mark"
      width="14"
      height="14"
      viewBox="0 0 16 16"
      {...(children ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`states.${state}`) })}
    >
      <Stroke state={state} />
    </svg>
  );
  return (
    <span className={`kn-state kn-state--${state}`}>
      {mark}
      {children ? <span>{children}</span> : null}
    </span>
  );
}
