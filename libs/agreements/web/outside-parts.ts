import { useViewer } from '@knotenpunkt/identity/web';
import { graphql, readFragment, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';

const OUTSIDE = graphql(`
  fragment OutsidePromiseParts on OutsidePromise {
    id
    version
    text
    dueOn
    way
    saidOn
    saidBy
    proof
    state
    answerBy
    remindedOn
    decidedOn
    objection
    availableActions
    actor {
      id
      name
      shortName
      slug
      kind
    }
    purpose {
      type
      id
      title
      slug
    }
  }
`);

const OUTSIDE_PROMISES = graphql(`
  query OutsidePromises($purposeId: ID, $actorId: ID) {
    outsidePromises(purposeId: $purposeId, actorId: $actorId) {
      id
      ...OutsidePromiseParts
    }
  }
`);

/** What an organisation is said to have promised elsewhere, as it is shown. */
export type ShownOutside = ResultOf<typeof OUTSIDE>;

/** What the viewer may read of what was promised elsewhere; follows changes. Visitors are not asked for it, they get nothing. */
export function useOutsidePromises({ purposeId = null, actorId = null }: { purposeId?: string | null; actorId?: string | null } = {}) {
  const viewer = useViewer();
  const member = viewer !== null && (viewer.mandates.length > 0 || viewer.coordinator || viewer.platformAdministrator);
  const { data, previousData, error, refetch } = useQuery(
    OUTSIDE_PROMISES,
    member ? { variables: { purposeId, actorId }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const refresh = () => {
    if (member) void refetch();
  };
  useLiveChanges(['initiative', 'alliance'], refresh);
  const all = readFragment(OUTSIDE, (data ?? previousData)?.outsidePromises ?? []);
  return {
    waiting: all.filter(({ state }) => state === 'WAITING'),
    decided: all.filter(({ state }) => state !== 'WAITING'),
    error,
    refresh,
  };
}
