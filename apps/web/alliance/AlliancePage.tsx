import { AlliancePage as Alliance } from '@knotenpunkt/alliances/web';
import { OpenThreadButton } from '@knotenpunkt/coordination/web';
import { Replacements } from '@knotenpunkt/matching/web';
import { ReportButton } from '@knotenpunkt/moderation/web';

/** `/allianzen/:slug`, with the way to a thread about it, and with who could take the chairs that were left empty. */
export function AlliancePage() {
  return (
    <Alliance
      actions={({ id, title, state, isHidden }) => (
        <>
          {['FORMED', 'ACTIVE', 'CONCLUDED'].includes(state) && !isHidden ? <ReportButton type="ALLIANCE" id={id} title={title} /> : null}
          <OpenThreadButton start={{ subject: { type: 'ALLIANCE', id }, title }} />
        </>
      )}
      replacements={(given) => <Replacements {...given} />}
    />
  );
}
