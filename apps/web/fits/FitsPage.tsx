import { IntroduceButton } from '@knotenpunkt/coordination/web';
import { FitsPage as Fits } from '@knotenpunkt/matching/web';
import { contact } from '../contact';

/** `/passungen`: who fits us, and the way to them. */
export function FitsPage() {
  return <Fits contact={contact} introduce={(a, b) => <IntroduceButton a={a} b={b} />} />;
}
