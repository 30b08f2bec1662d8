import { Navigate, type Location } from 'react-router';

const LED_ON = 'led on';

/** Stands in for a page whose address only leads on to another. */
export function LeadOn({ to }: { to: string }) {
  return <Navigate replace to={to} state={LED_ON} />;
}

/** Whether a page stands there because another address led on to it: nobody has gone anywhere by it. */
export function wasLedOn({ state }: Location<unknown>): boolean {
  return state === LED_ON;
}
