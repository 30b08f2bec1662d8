import { checkLink, checkText, daysBetween, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import type { ContributionTerms } from '@knotenpunkt/themes/domain';
import type { OutsideWay } from './outside-promise';

export const COMMITMENT_STATES = ['OPEN', 'KEPT', 'WITHDRAWN'] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** As readers see it: OVERDUE is what is still OPEN after its day. */
export const COMMITMENT_STANDINGS = ['OVERDUE', 'OPEN', 'KEPT', 'WITHDRAWN'] as const;
export type CommitmentStanding = (typeof COMMITMENT_STANDINGS)[number];

export const PURPOSE_TYPES = ['INITIATIVE', 'ALLIANCE'] as const;
export type PurposeType = (typeof PURPOSE_TYPES)[number];

/** What a Zusage is given for; title and slug as they were when it was given. */
export interface Purpose {
  type: PurposeType;
  id: Id;
  title: string;
  slug: string;
}

/** A Zusage: a declaration of intent, no contract. Nothing of it disappears. */
export interface Commitment extends ContributionTerms {
  id: Id;
  regionId: Id;
  actorId: Id;
  /** To whom in particular; null: to all who take part. */
  toActorId: Id | null;
  purpose: Purpose;
  text: string;
  /** What is done next, while it is open; empty: nothing in particular. */
  nextStep: string;
  dueOn: LocalDate;
  /** The first day promised, when it was moved; null otherwise. */
  originalDueOn: LocalDate | null;
  state: CommitmentState;
  promisedOn: LocalDate;
  decidedOn: LocalDate | null;
  evidence: string;
  evidenceUrl: string;
  note: string;
  /** Where it was first promised elsewhere and then confirmed here: when and how. */
  saidOutside: { on: LocalDate; way: OutsideWay } | null;
  version: number;
}

export type CommitmentCode = 'NOT_PERMITTED' | 'ALREADY_DECIDED' | 'DUE_INVALID' | 'DUE_UNCHANGED' | TextCode;

/** Derived, never stored. */
export function standingOf({ state, dueOn }: Pick<Commitment, 'state' | 'dueOn'>, today: LocalDate): CommitmentStanding {
  return state === 'OPEN' && dueOn < today ? 'OVERDUE' : state;
}

/** Days since the day promised; 0 when it is not overdue. */
export function daysOverdue(commitment: Pick<Commitment, 'state' | 'dueOn'>, today: LocalDate): number {
  return standingOf(commitment, today) === 'OVERDUE' ? daysBetween(commitment.dueOn, today) : 0;
}

export const COMMITMENT_ACTIONS = ['keep', 'noteNextStep', 'reschedule', 'withdraw'] as const;
export type CommitmentAction = (typeof COMMITMENT_ACTIONS)[number];

/** Only who promised decides on it, and only once. */
export function commitmentActions(viewer: Viewer, { actorId, state }: Pick<Commitment, 'actorId' | 'state'>): CommitmentAction[] {
  return state === 'OPEN' && actsFor(viewer, actorId) ? [...COMMITMENT_ACTIONS] : [];
}

export interface PromiseWish {
  actorId: Id;
  toActorId: Id | null;
  text: string;
  nextStep?: string | undefined;
  dueOn: LocalDate;
}

/** A promise as it will be written, or why it cannot be given. */
export function checkPromise<Wish extends PromiseWish>(wish: Wish, today: LocalDate): Result<Wish, CommitmentCode> {
  const text = checkText('text', wish.text, { max: 200 });
  if (!text.ok) return text;
  const nextStep = checkNextStep(wish.nextStep ?? '');
  if (!nextStep.ok) return nextStep;
  if (wish.dueOn < today) return refuse('DUE_INVALID', { field: 'dueOn' });
  return ok({ ...wish, text: text.value, nextStep: nextStep.value });
}

function checkNextStep(text: string): Result<string, TextCode> {
  return checkText('nextStep', text, { max: 160, optional: true });
}

function openFor(viewer: Viewer, commitment: Commitment): Result<Commitment, CommitmentCode> {
  if (!actsFor(viewer, commitment.actorId)) return refuse('NOT_PERMITTED');
  return commitment.state === 'OPEN' ? ok(commitment) : refuse('ALREADY_DECIDED');
}

/** Kept, with what shows it. */
export function keep(
  viewer: Viewer,
  commitment: Commitment,
  given: { evidence: string; evidenceUrl: string },
  today: LocalDate,
): Result<Commitment, CommitmentCode> {
  const open = openFor(viewer, commitment);
  if (!open.ok) return open;
  const evidence = checkText('evidence', given.evidence, { max: 300 });
  if (!evidence.ok) return evidence;
  const evidenceUrl = checkLink('evidenceUrl', given.evidenceUrl);
  if (!evidenceUrl.ok) return evidenceUrl;
  return ok({ ...commitment, state: 'KEPT', decidedOn: today, evidence: evidence.value, evidenceUrl: evidenceUrl.value });
}

/** Says what is done next, so that others see that something moves. */
export function noteNextStep(viewer: Viewer, commitment: Commitment, nextStep: string): Result<Commitment, CommitmentCode> {
  const open = openFor(viewer, commitment);
  if (!open.ok) return open;
  const text = checkNextStep(nextStep);
  return text.ok ? ok({ ...commitment, nextStep: text.value }) : text;
}

/** Taken back, with the reason; it stays on the list. */
export function withdraw(viewer: Viewer, commitment: Commitment, note: string, today: LocalDate): Result<Commitment, CommitmentCode> {
  const open = openFor(viewer, commitment);
  if (!open.ok) return open;
  const reason = checkText('note', note, { max: 300 });
  if (!reason.ok) return reason;
  return ok({ ...commitment, state: 'WITHDRAWN', decidedOn: today, note: reason.value });
}

/** A new day, with the reason; the first day promised stays visible. */
export function reschedule(
  viewer: Viewer,
  commitment: Commitment,
  given: { dueOn: LocalDate; note: string },
  today: LocalDate,
): Result<Commitment, CommitmentCode> {
  const open = openFor(viewer, commitment);
  if (!open.ok) return open;
  if (given.dueOn < today) return refuse('DUE_INVALID', { field: 'dueOn' });
  if (given.dueOn === commitment.dueOn) return refuse('DUE_UNCHANGED', { field: 'dueOn' });
  const note = checkText('note', given.note, { max: 300 });
  if (!note.ok) return note;
  return ok({ ...commitment, dueOn: given.dueOn, originalDueOn: commitment.originalDueOn ?? commitment.dueOn, note: note.value });
}
