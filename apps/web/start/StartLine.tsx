import { AskLine } from '@knotenpunkt/matching/web';
import { contact } from '../contact';

/** The line to write in, with the way to whoever answers. */
export function StartLine() {
  return <AskLine contact={contact} />;
}
