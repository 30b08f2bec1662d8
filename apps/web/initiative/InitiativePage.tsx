import { InitiativePage as Initiative } from '@knotenpunkt/initiatives/web';
import { WhoCouldJoin } from '@knotenpunkt/matching/web';

/** `/vorhaben/:slug`, with who could bring what it still looks for. */
export function InitiativePage() {
  return <Initiative whoCouldJoin={(initiative) => <WhoCouldJoin initiative={initiative} />} />;
}
