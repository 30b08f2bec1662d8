import { AlliancePage as Alliance } from '@knotenpunkt/alliances/web';
import { OpenThreadButton } from '@knotenpunkt/coordination/web';

/** `/allianzen/:slug`, with the way to a thread about it. */
export function AlliancePage() {
  return <Alliance actions={({ id, title }) => <OpenThreadButton start={{ subject: { type: 'ALLIANCE', id }, title }} />} />;
}
