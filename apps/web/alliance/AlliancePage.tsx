import { AlliancePage as Alliance } from '@knotenpunkt/alliances/web';
import { OpenThreadButton } from '@knotenpunkt/coordination/web';
import { Replacements } from '@knotenpunkt/matching/web';

/** `/allianzen/:slug`, with the way to a thread about it, and with who could take the chairs that were left empty. */
export function AlliancePage() {
  return (
    <Alliance
      actions={({ id, title }) => <OpenThreadButton start={{ subject: { type: 'ALLIANCE', id }, title }} />}
      replacements={(given) => <Replacements {...given} />}
    />
  );
}
