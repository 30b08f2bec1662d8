import type { Certainty, KnownCompetences } from '@knotenpunkt/actors/domain';
import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import {
  checkInitiative,
  checkResult,
  INITIATIVE_LIMITS,
  type InitiativeResult,
  type InitiativeText,
  type InitiativeTextCode,
} from './initiative-text';

/**
 * DRAFT: written by somebody who may not decide for the lead, seen by its own people only, until it is released.
 * PROPOSED: put to others, seen by those who are asked; it begins when all have agreed.
 */
export const INITIATIVE_STATES = ['DRAFT', 'IDEA', 'PROPOSED', 'ACTIVE', 'FINISHED', 'ABANDONED'] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/**
 * Where a Vorhaben comes from, as far as it can be told. REGISTER: taken from a public register. REPORTED: from public sources or a
 * list, not confirmed by its lead. AGREED_HERE: proposed here, and all who were asked agreed. BEGUN_HERE: not begun before the day on
 * which it was entered. BEFORE: it had begun when it was entered. UNKNOWN: nobody says when it begins, or only the month.
 */
export const INITIATIVE_ORIGINS = ['AGREED_HERE', 'BEGUN_HERE', 'BEFORE', 'REGISTER', 'REPORTED', 'UNKNOWN'] as const;
export type InitiativeOrigin = (typeof INITIATIVE_ORIGINS)[number];

export const PARTNER_ROLES = ['PARTNER', 'FUNDER', 'SUPPORTER'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

/** STATED: said by others, such as the press. Only ACCEPTED was said by the partner itself. UNANSWERED: invited, and never said a word. */
export const PARTNER_STATES = ['INVITED', 'ACCEPTED', 'DECLINED', 'UNANSWERED', 'STATED', 'LEFT'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

export interface Partner {
  actorId: Id;
  role: PartnerRole;
  state: PartnerState;
  /** Since when it takes part; null before, and where nobody says. */
  sinceOn: LocalDate | null;
  /** When it left. */
  untilOn: LocalDate | null;
  /** The last day for an answer to an invitation; null: whenever. */
  answerBy: LocalDate | null;
}

/** A Vorhaben: what an actor starts and others join. */
export interface Initiative extends InitiativeText {
  id: Id;
  regionId: Id;
  slug: string;
  state: InitiativeState;
  leadId: Id;
  /** INFERRED: presumed; shown as "vermutet" and makes no tie. */
  leadCertainty: Certainty;
  partners: Partner[];
  results: InitiativeResult[];
  partOfId: Id | null;
  /** Since when the lead takes part, as the graph counts; null while it is proposed, and for ever if not all agreed. */
  leadSinceOn: LocalDate | null;
  /** When it was finished or abandoned. */
  endedOn: LocalDate | null;
  /** Why it was abandoned; empty otherwise. */
  endReason: string;
  /** The register or list it was taken from; null: it was entered here, or its lead has written about it since. */
  sourceNote: string | null;
  /** Out of sight by a decision of the coordination: read by its own people and the coordination only. */
  hidden?: boolean;
  version: number;
}

export type InitiativeCode =
  | InitiativeTextCode
  | 'NOT_PERMITTED'
  | 'STATE_DIFFERS'
  | 'ENTRY_HIDDEN'
  | 'PARTNER_IS_LEAD'
  | 'PARTNER_TWICE'
  | 'PARTNER_UNKNOWN'
  | 'NOT_INVITED'
  | 'NOT_A_PARTNER'
  | 'ROLE_UNKNOWN';

/** Whoever is asked or takes part, the lead included. */
export function involved(initiative: Pick<Initiative, 'leadId' | 'partners'>): Id[] {
  return [initiative.leadId, ...initiative.partners.filter(({ state }) => state !== 'LEFT').map(({ actorId }) => actorId)];
}

/**
 * A draft is read by the lead's own people; a proposal, also one of which nothing came, by those it is put to and by the
 * coordination; one that is hidden by the lead's people and the coordination; everything else by everybody.
 */
export function maySee(viewer: Viewer, initiative: Pick<Initiative, 'state' | 'leadSinceOn' | 'leadId' | 'partners' | 'hidden'>): boolean {
  if (initiative.state === 'DRAFT') return actsFor(viewer, initiative.leadId, 'EDITOR');
  if (initiative.hidden) return passes(viewer, 'COORDINATOR') || actsFor(viewer, initiative.leadId, 'EDITOR');
  return initiative.leadSinceOn !== null || maySeeTalks(viewer, initiative);
}

/** Who is invited and what was answered is between those involved and the coordination. */
export function maySeeTalks(viewer: Viewer, initiative: Pick<Initiative, 'leadId' | 'partners'>): boolean {
  return passes(viewer, 'COORDINATOR') || involved(initiative).some((actorId) => actsFor(viewer, actorId, 'EDITOR'));
}

/** The partners a viewer may know of. */
export function visiblePartners(viewer: Viewer, initiative: Initiative): Partner[] {
  if (maySeeTalks(viewer, initiative)) return initiative.partners;
  return initiative.partners.filter(({ state }) => state === 'ACCEPTED' || state === 'STATED');
}

/** A new Vorhaben of an organisation one acts for; of whoever may not decide for it, a draft that waits for release. */
export function registerInitiative(
  viewer: Viewer,
  wish: InitiativeText & { id: Id; regionId: Id; slug: string; leadId: Id; state: 'IDEA' | 'PROPOSED' | 'ACTIVE' },
  about: { known: KnownCompetences; today: LocalDate },
): Result<Initiative, InitiativeCode> {
  const decides = actsFor(viewer, wish.leadId);
  if (!decides && (wish.state === 'PROPOSED' || !actsFor(viewer, wish.leadId, 'EDITOR'))) return refuse('NOT_PERMITTED');
  const text = checkInitiative(wish, about.known);
  if (!text.ok) return text;
  const { id, regionId, slug, leadId } = wish;
  const state = decides ? wish.state : 'DRAFT';
  return ok({
    ...text.value,
    id,
    regionId,
    slug,
    leadId,
    state,
    leadCertainty: 'CONFIRMED',
    partners: [],
    results: [],
    partOfId: null,
    leadSinceOn: state === 'PROPOSED' || state === 'DRAFT' ? null : about.today,
    endedOn: null,
    endReason: '',
    sourceNote: null,
    version: 1,
  });
}

function byLead(viewer: Viewer, initiative: Initiative, states: readonly InitiativeState[], minimum: 'EDITOR' | 'DELEGATE' = 'DELEGATE') {
  if (!actsFor(viewer, initiative.leadId, minimum)) return refuse<InitiativeCode>('NOT_PERMITTED');
  return states.includes(initiative.state) ? null : refuse<InitiativeCode>('STATE_DIFFERS');
}

/** New words. Those of a proposal are changed by a new version, about which everybody is asked again. */
export function changeInitiative(
  viewer: Viewer,
  initiative: Initiative,
  wish: InitiativeText,
  known: KnownCompetences,
): Result<Initiative, InitiativeCode> {
  const refusal = byLead(viewer, initiative, ['DRAFT', 'IDEA', 'ACTIVE'], 'EDITOR');
  if (refusal) return refusal;
  const text = checkInitiative(wish, known);
  if (!text.ok) return text;
  // Who decides for the lead and writes about it confirms that it leads, whatever the press reported.
  const saidByLead = actsFor(viewer, initiative.leadId);
  const leadCertainty = saidByLead ? 'CONFIRMED' : initiative.leadCertainty;
  return ok({ ...initiative, ...text.value, leadCertainty, sourceNote: saidByLead ? null : initiative.sourceNote });
}

/** A draft becomes what everybody reads: an idea, or a Vorhaben that has begun. */
export function releaseInitiative(
  viewer: Viewer,
  initiative: Initiative,
  { begun }: { begun: boolean },
  today: LocalDate,
): Result<Initiative, InitiativeCode> {
  return byLead(viewer, initiative, ['DRAFT']) ?? ok({ ...initiative, state: begun ? 'ACTIVE' : 'IDEA', leadSinceOn: today });
}

/** Whether a draft may be thrown away; nobody outside has seen it. */
export function discardDraft(viewer: Viewer, initiative: Initiative): Result<void, InitiativeCode> {
  return byLead(viewer, initiative, ['DRAFT'], 'EDITOR') ?? ok(undefined);
}

export function startInitiative(viewer: Viewer, initiative: Initiative): Result<Initiative, InitiativeCode> {
  const refusal = byLead(viewer, initiative, ['IDEA']);
  if (refusal) return refusal;
  return initiative.hidden ? refuse('ENTRY_HIDDEN') : ok({ ...initiative, state: 'ACTIVE' });
}

export function finishInitiative(viewer: Viewer, initiative: Initiative, today: LocalDate): Result<Initiative, InitiativeCode> {
  return byLead(viewer, initiative, ['ACTIVE']) ?? ok({ ...initiative, state: 'FINISHED', endedOn: today, nextStep: '' });
}

/** Given up, and why. It stays readable: what did not work is worth knowing. */
export function abandonInitiative(
  viewer: Viewer,
  initiative: Initiative,
  reason: string,
  today: LocalDate,
): Result<Initiative, InitiativeCode> {
  const refusal = byLead(viewer, initiative, ['IDEA', 'PROPOSED', 'ACTIVE']);
  if (refusal) return refusal;
  const endReason = checkText('reason', reason, { max: INITIATIVE_LIMITS.reason });
  return endReason.ok ? ok({ ...initiative, state: 'ABANDONED', endedOn: today, endReason: endReason.value }) : endReason;
}

export function addResult(
  viewer: Viewer,
  initiative: Initiative,
  wish: InitiativeResult,
  today: LocalDate,
): Result<Initiative, InitiativeCode> {
  const refusal = byLead(viewer, initiative, ['ACTIVE', 'FINISHED'], 'EDITOR');
  if (refusal) return refusal;
  if (initiative.hidden) return refuse('ENTRY_HIDDEN');
  const result = checkResult(wish, today);
  return result.ok ? ok({ ...initiative, results: [result.value, ...initiative.results] }) : result;
}

export const INITIATIVE_ACTIONS = [
  'releaseInitiative',
  'discardInitiativeDraft',
  'changeInitiative',
  'startInitiative',
  'invitePartner',
  'acceptInvitation',
  'declineInvitation',
  'answerProposal',
  'reviseProposal',
  'addResult',
  'addEvent',
  'promiseForInitiative',
  'finishInitiative',
  'leaveInitiative',
  'removePartner',
  'abandonInitiative',
] as const;
export type InitiativeAction = (typeof INITIATIVE_ACTIONS)[number];

/** What may still be done while it is hidden: set right what it says, and end it; nobody new is drawn in. */
const ALSO_HIDDEN: readonly InitiativeAction[] = [
  ...(['changeInitiative', 'declineInvitation', 'finishInitiative', 'leaveInitiative'] as const),
  ...(['removePartner', 'abandonInitiative'] as const),
];

/** What a viewer may do with a Vorhaben next. */
export function initiativeActions(viewer: Viewer, initiative: Initiative): InitiativeAction[] {
  const { state, leadId, partners } = initiative;
  const leads = actsFor(viewer, leadId);
  const edits = actsFor(viewer, leadId, 'EDITOR');
  const actsAs = (wanted: PartnerState) => partners.some((partner) => partner.state === wanted && actsFor(viewer, partner.actorId));
  const open = state === 'IDEA' || state === 'ACTIVE';
  const may: Record<InitiativeAction, boolean> = {
    releaseInitiative: leads && state === 'DRAFT',
    discardInitiativeDraft: edits && state === 'DRAFT',
    changeInitiative: edits && (open || state === 'DRAFT'),
    startInitiative: leads && state === 'IDEA',
    invitePartner: leads && open,
    acceptInvitation: open && actsAs('INVITED'),
    declineInvitation: open && actsAs('INVITED'),
    answerProposal: state === 'PROPOSED' && actsAs('INVITED'),
    reviseProposal: state === 'PROPOSED' && leads,
    addResult: edits && (state === 'ACTIVE' || state === 'FINISHED'),
    addEvent: edits && open,
    promiseForInitiative: state === 'ACTIVE' && (leads || actsAs('ACCEPTED')),
    finishInitiative: leads && state === 'ACTIVE',
    leaveInitiative: open && actsAs('ACCEPTED'),
    removePartner: leads && open && partners.some((partner) => partner.state === 'INVITED' || partner.state === 'ACCEPTED'),
    abandonInitiative: leads && (open || state === 'PROPOSED'),
  };
  return INITIATIVE_ACTIONS.filter((action) => may[action] && (!initiative.hidden || ALSO_HIDDEN.includes(action)));
}
