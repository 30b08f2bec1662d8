import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { coordinates, isFormed, type Alliance } from './alliance';
import { isWorking, presentMembers } from './membership/admission';
import { STATEMENT_KINDS, mayBeStated } from './statements/statement';

export const WORK_ACTIONS = [
  'proposeAllianceAdmission',
  'leaveAlliance',
  'enterAllianceStatement',
  'offerAllianceTask',
  'addAllianceDocument',
] as const;
export type WorkAction = (typeof WORK_ACTIONS)[number];

/** What a viewer may add to an alliance that is formed. */
export function workActions(viewer: Viewer, alliance: Alliance): WorkAction[] {
  const isMember = presentMembers(alliance).some(({ actorId }) => actsFor(viewer, actorId));
  const working = isWorking(alliance);
  const may: Record<WorkAction, boolean> = {
    proposeAllianceAdmission: working && (isMember || coordinates(viewer)),
    leaveAlliance: working && isMember,
    enterAllianceStatement: isMember && STATEMENT_KINDS.some((kind) => mayBeStated(alliance, kind)),
    offerAllianceTask: working && isMember,
    addAllianceDocument: isMember && isFormed(alliance),
  };
  return WORK_ACTIONS.filter((action) => may[action]);
}
