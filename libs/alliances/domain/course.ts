import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, isLocalDate, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { coordinates, isFormed, keeps, leads, type Alliance } from './alliance';
import { ALLIANCE_LIMITS, type AllianceCode } from './alliance-text';
import { mayDiffer } from './review';

export type CourseCode = AllianceCode | 'NOT_A_MEMBER' | 'MILESTONE_UNKNOWN' | 'MILESTONE_REACHED' | 'TOO_MANY_MILESTONES' | 'DAY_INVALID';

/** Whether a draft may be thrown away: nobody was asked, so nothing is left of it. */
export function checkDiscard(viewer: Viewer, alliance: Alliance): Result<null, CourseCode> {
  if (!leads(viewer, alliance)) return refuse('NOT_PERMITTED');
  return alliance.state === 'DRAFT' ? ok(null) : refuse('STATE_DIFFERS');
}

/** Nothing comes of it, and why: read by those who were asked. */
export function callOffAlliance(viewer: Viewer, alliance: Alliance, reason: string, today: LocalDate): Result<Alliance, CourseCode> {
  if (!leads(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (alliance.state !== 'INVITING') return refuse('STATE_DIFFERS');
  const text = checkText('reason', reason, { max: ALLIANCE_LIMITS.reason });
  return text.ok ? ok({ ...alliance, state: 'CALLED_OFF', calledOffOn: today, callOffReason: text.value }) : text;
}

/** Work has begun. */
export function activateAlliance(viewer: Viewer, alliance: Alliance, today: LocalDate): Result<Alliance, CourseCode> {
  if (!keeps(viewer, alliance)) return refuse('NOT_PERMITTED');
  return alliance.state === 'FORMED' ? ok({ ...alliance, state: 'ACTIVE', activatedOn: today }) : refuse('STATE_DIFFERS');
}

/** Whether an organisation may promise something for an alliance: a member does, while the alliance works. */
export function checkPromiser(viewer: Viewer, { state, members }: Alliance, actorId: Id): Result<null, CourseCode> {
  if (!actsFor(viewer, actorId)) return refuse('NOT_PERMITTED');
  if (!members.some((member) => member.actorId === actorId && member.state === 'MEMBER')) return refuse('NOT_A_MEMBER');
  return state === 'FORMED' || state === 'ACTIVE' ? ok(null) : refuse('STATE_DIFFERS');
}

/** The end, with what came of it: also when that is little. */
export function concludeAlliance(viewer: Viewer, alliance: Alliance, effect: string, today: LocalDate): Result<Alliance, CourseCode> {
  if (!keeps(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (alliance.state !== 'FORMED' && alliance.state !== 'ACTIVE') return refuse('STATE_DIFFERS');
  const text = checkText('effect', effect, { max: ALLIANCE_LIMITS.effect });
  return text.ok ? ok({ ...alliance, state: 'CONCLUDED', concludedOn: today, effect: text.value }) : text;
}

function isOver({ state }: Alliance): boolean {
  return state === 'CONCLUDED' || state === 'CALLED_OFF';
}

/** Before it is formed whoever leads it sets milestones, afterwards every member does. */
function mayPlan(viewer: Viewer, alliance: Alliance): boolean {
  return isFormed(alliance) ? keeps(viewer, alliance) : leads(viewer, alliance);
}

export function addMilestone(
  viewer: Viewer,
  alliance: Alliance,
  wish: { id: Id; text: string; dueOn: LocalDate },
  today: LocalDate,
): Result<Alliance, CourseCode> {
  if (!mayPlan(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (isOver(alliance)) return refuse('STATE_DIFFERS');
  if (alliance.milestones.length >= ALLIANCE_LIMITS.milestones) {
    return refuse('TOO_MANY_MILESTONES', { params: { max: ALLIANCE_LIMITS.milestones } });
  }
  const text = checkText('text', wish.text, { max: ALLIANCE_LIMITS.milestone });
  if (!text.ok) return text;
  if (!isLocalDate(wish.dueOn) || wish.dueOn < today) return refuse('DAY_INVALID', { field: 'dueOn' });
  const milestone = { id: wish.id, text: text.value, dueOn: wish.dueOn, reachedOn: null };
  return ok({ ...alliance, milestones: [...alliance.milestones, milestone] });
}

export function reachMilestone(viewer: Viewer, alliance: Alliance, id: Id, today: LocalDate): Result<Alliance, CourseCode> {
  if (!keeps(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (alliance.state !== 'FORMED' && alliance.state !== 'ACTIVE') return refuse('STATE_DIFFERS');
  const milestone = alliance.milestones.find((each) => each.id === id);
  if (!milestone) return refuse('MILESTONE_UNKNOWN');
  if (milestone.reachedOn !== null) return refuse('MILESTONE_REACHED');
  const reached = { ...milestone, reachedOn: today };
  return ok({ ...alliance, milestones: alliance.milestones.map((each) => (each.id === id ? reached : each)) });
}

export const ALLIANCE_ACTIONS = [
  'changeAllianceDraft',
  'inviteToAlliance',
  'discardAllianceDraft',
  'callOffAlliance',
  'answerAllianceInvitation',
  'reviseAlliance',
  'undoAllianceOffer',
  'replaceAllianceMember',
  'formAlliance',
  'activateAlliance',
  'concludeAlliance',
  'addAllianceMilestone',
  'reachAllianceMilestone',
  'promiseForAlliance',
  'stateAllianceStance',
  'reviewAlliance',
] as const;
export type AllianceAction = (typeof ALLIANCE_ACTIONS)[number];

/** What a viewer may do next; whether it succeeds may still depend on the answers of others. */
export function allianceActions(viewer: Viewer, alliance: Alliance): AllianceAction[] {
  const { state, members } = alliance;
  const [leading, keeping] = [leads(viewer, alliance), keeps(viewer, alliance)];
  const working = state === 'FORMED' || state === 'ACTIVE';
  const may: Record<AllianceAction, boolean> = {
    changeAllianceDraft: leading && state === 'DRAFT',
    inviteToAlliance: leading && state === 'DRAFT',
    discardAllianceDraft: leading && state === 'DRAFT',
    callOffAlliance: leading && state === 'INVITING',
    answerAllianceInvitation: state === 'INVITING' && members.some(({ actorId }) => actsFor(viewer, actorId)),
    undoAllianceOffer: leading && state === 'INVITING',
    reviseAlliance: leading && state === 'INVITING',
    replaceAllianceMember: leading && state === 'INVITING',
    formAlliance: leading && state === 'INVITING',
    activateAlliance: keeping && state === 'FORMED',
    concludeAlliance: keeping && working,
    addAllianceMilestone: !isOver(alliance) && mayPlan(viewer, alliance),
    promiseForAlliance: working && members.some(({ actorId, state: as }) => as === 'MEMBER' && actsFor(viewer, actorId)),
    stateAllianceStance: members.some(({ actorId }) => mayDiffer(viewer, alliance, actorId)),
    reviewAlliance: keeping && working,
    reachAllianceMilestone: keeping && working && alliance.milestones.some(({ reachedOn }) => reachedOn === null),
  };
  return ALLIANCE_ACTIONS.filter((action) => may[action]);
}

/** Whether the viewer may begin an alliance: coordinators, and whoever may promise for an organisation. */
export function mayDraft(viewer: Viewer): boolean {
  return coordinates(viewer) || viewer.mandates.some(({ actorId }) => actsFor(viewer, actorId));
}
