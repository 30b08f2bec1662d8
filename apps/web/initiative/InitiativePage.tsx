import { OpenThreadButton } from '@knotenpunkt/coordination/web';
import { InitiativePage as Initiative } from '@knotenpunkt/initiatives/web';
import { WhoCouldJoin } from '@knotenpunkt/matching/web';
import { ReportButton } from '@knotenpunkt/moderation/web';

/** `/vorhaben/:slug`, with who could bring what it still looks for, and the way to a thread about it. */
export function InitiativePage() {
  return (
    <Initiative
      whoCouldJoin={(initiative) => <WhoCouldJoin initiative={initiative} />}
      actions={({ id, title, state, isHidden }) => (
        <>
          {state === 'PROPOSED' || isHidden ? null : <ReportButton type="INITIATIVE" id={id} title={title} />}
          <OpenThreadButton start={{ subject: { type: 'INITIATIVE', id }, title }} />
        </>
      )}
    />
  );
}
