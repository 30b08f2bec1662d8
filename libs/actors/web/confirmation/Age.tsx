import { useAge } from './useAge';
import './confirmation.css';

/** How old something is that has not been confirmed for long; nothing where it is current. */
export function Age({ of }: { of: { outdated: boolean; confirmedOn?: string | null } }) {
  const age = useAge();
  return of.outdated && of.confirmedOn ? <span className="actors-age">{age(of.confirmedOn)}</span> : null;
}
