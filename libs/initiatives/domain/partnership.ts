import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { PARTNER_ROLES, type Initiative, type InitiativeCode, type Partner, type PartnerRole, type PartnerState } from './initiative';

/** For how long an invitation waits for an answer. */
export const INVITATION_DAYS = 30;

const OPEN: readonly Initiative['state'][] = ['IDEA', 'ACTIVE'];

function withPartner(initiative: Initiative, partner: Partner): Initiative {
  const known = initiative.partners.some(({ actorId }) => actorId === partner.actorId);
  return {
    ...initiative,
    partners: known
      ? initiative.partners.map((each) => (each.actorId === partner.actorId ? partner : each))
      : [...initiative.partners, partner],
  };
}

/** Asks an organisation to join. One that declined or left may be asked again; one that is only stated by others too. */
export function invitePartner(
  viewer: Viewer,
  initiative: Initiative,
  wish: { actorId: Id; role: PartnerRole },
  today: LocalDate,
): Result<Initiative, InitiativeCode> {
  const { leadId, partners, state } = initiative;
  if (!actsFor(viewer, leadId)) return refuse('NOT_PERMITTED');
  if (!OPEN.includes(state)) return refuse('STATE_DIFFERS');
  if (initiative.hidden) return refuse('ENTRY_HIDDEN');
  if (!PARTNER_ROLES.includes(wish.role)) return refuse('ROLE_UNKNOWN', { field: 'role' });
  if (wish.actorId === leadId) return refuse('PARTNER_IS_LEAD', { field: 'actorId' });
  const present = partners.find(({ actorId }) => actorId === wish.actorId);
  if (present?.state === 'ACCEPTED' || present?.state === 'INVITED') return refuse('PARTNER_TWICE', { field: 'actorId' });
  const { actorId, role } = wish;
  const answerBy = addDays(today, INVITATION_DAYS);
  return ok(withPartner(initiative, { actorId, role, state: 'INVITED', sinceOn: null, untilOn: null, answerBy }));
}

function change(
  viewer: Viewer,
  initiative: Initiative,
  about: { actorId: Id; from: PartnerState; otherwise: InitiativeCode; by: 'PARTNER' | 'LEAD' },
  next: Partial<Partner>,
): Result<Initiative, InitiativeCode> {
  if (!actsFor(viewer, about.by === 'LEAD' ? initiative.leadId : about.actorId)) return refuse('NOT_PERMITTED');
  if (!OPEN.includes(initiative.state)) return refuse('STATE_DIFFERS');
  if (initiative.hidden && next.state === 'ACCEPTED') return refuse('ENTRY_HIDDEN');
  const partner = initiative.partners.find(({ actorId }) => actorId === about.actorId);
  if (partner?.state !== about.from) return refuse(about.otherwise);
  return ok(withPartner(initiative, { ...partner, ...next }));
}

/** The invited organisation joins; from today on both work together. */
export function acceptInvitation(
  viewer: Viewer,
  initiative: Initiative,
  actorId: Id,
  today: LocalDate,
): Result<Initiative, InitiativeCode> {
  return change(
    viewer,
    initiative,
    { actorId, from: 'INVITED', otherwise: 'NOT_INVITED', by: 'PARTNER' },
    { state: 'ACCEPTED', sinceOn: today },
  );
}

export function declineInvitation(viewer: Viewer, initiative: Initiative, actorId: Id): Result<Initiative, InitiativeCode> {
  return change(viewer, initiative, { actorId, from: 'INVITED', otherwise: 'NOT_INVITED', by: 'PARTNER' }, { state: 'DECLINED' });
}

/** Closes the invitations whose last day is over: silence is no consent, and whoever asked may ask somebody else. */
export function closeUnanswered(initiative: Initiative, today: LocalDate): Initiative {
  const over = ({ state, answerBy }: Partner) => state === 'INVITED' && answerBy !== null && answerBy < today;
  return { ...initiative, partners: initiative.partners.map((each) => (over(each) ? { ...each, state: 'UNANSWERED' } : each)) };
}

/** A partner goes; what it did stays. */
export function leaveInitiative(viewer: Viewer, initiative: Initiative, actorId: Id, today: LocalDate): Result<Initiative, InitiativeCode> {
  return change(
    viewer,
    initiative,
    { actorId, from: 'ACCEPTED', otherwise: 'NOT_A_PARTNER', by: 'PARTNER' },
    { state: 'LEFT', untilOn: today },
  );
}

/** The lead takes an invitation back, or parts from a partner. */
export function removePartner(viewer: Viewer, initiative: Initiative, actorId: Id, today: LocalDate): Result<Initiative, InitiativeCode> {
  const invited = initiative.partners.some((partner) => partner.actorId === actorId && partner.state === 'INVITED');
  return invited
    ? change(viewer, initiative, { actorId, from: 'INVITED', otherwise: 'NOT_A_PARTNER', by: 'LEAD' }, { state: 'DECLINED' })
    : change(viewer, initiative, { actorId, from: 'ACCEPTED', otherwise: 'NOT_A_PARTNER', by: 'LEAD' }, { state: 'LEFT', untilOn: today });
}
