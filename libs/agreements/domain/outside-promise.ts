import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import type { Purpose } from './commitment';

/** WAITING: entered by the coordination, and the organisation has said nothing. Only CONFIRMED makes a Zusage of it. */
export const OUTSIDE_STATES = ['WAITING', 'CONFIRMED', 'OBJECTED', 'NO_ANSWER', 'WITHDRAWN'] as const;
export type OutsideState = (typeof OUTSIDE_STATES)[number];

/** How it was said. */
export const OUTSIDE_WAYS = ['TELEPHONE', 'MEETING', 'LETTER'] as const;
export type OutsideWay = (typeof OUTSIDE_WAYS)[number];

/** What an organisation is said to have promised elsewhere. Until it confirms that, it is no Zusage and counts for nothing. */
export interface OutsidePromise {
  id: Id;
  regionId: Id;
  actorId: Id;
  purpose: Purpose;
  text: string;
  dueOn: LocalDate;
  way: OutsideWay;
  saidOn: LocalDate;
  /** A function or a name; empty once it is decided. */
  saidBy: string;
  /** What the coordination has to show for it; empty once it is decided. */
  proof: string;
  state: OutsideState;
  enteredOn: LocalDate;
  /** The last day on which the organisation can confirm or object. */
  answerBy: LocalDate;
  /** When it was reminded, which happens once. */
  remindedOn: LocalDate | null;
  decidedOn: LocalDate | null;
  /** What the organisation says against it; empty otherwise. */
  objection: string;
  version: number;
}

export type OutsideCode =
  | 'NOT_PERMITTED'
  | 'NOT_TAKING_PART'
  | 'NOBODY_TO_ASK'
  | 'DUE_INVALID'
  | 'SAID_LATER'
  | 'ALREADY_DECIDED'
  | 'ALREADY_REMINDED'
  | 'ANSWER_TOO_LATE'
  | TextCode;

/** How long an organisation has for its answer, in days; less where what was promised is due before. */
const ANSWER_DAYS = 14;

/** Letters of a sentence against it. */
export const LONGEST_OBJECTION = 300;

/** Who and what it is about is forgotten so many days after it was decided. */
export const OUTSIDE_KEPT_DAYS = 30;

export interface OutsideWish {
  id: Id;
  actorId: Id;
  text: string;
  dueOn: LocalDate;
  way: OutsideWay;
  saidOn: LocalDate;
  saidBy: string;
  proof: string;
}

/** What a promise can be for, with those who take part in it. */
export interface OpenPurpose extends Purpose {
  actorIds: readonly Id[];
}

/** The last day for an answer to what was entered on a day: nobody confirms a Zusage after its own day. */
export function answerDay(enteredOn: LocalDate, dueOn: LocalDate): LocalDate {
  const inTime = addDays(enteredOn, ANSWER_DAYS);
  return inTime < dueOn ? inTime : dueOn;
}

/** Enters what was promised elsewhere: the coordination does, for an organisation that takes part. */
export function enterOutside(
  viewer: Viewer,
  wish: OutsideWish,
  about: { regionId: Id; purpose: OpenPurpose | null },
  today: LocalDate,
): Result<OutsidePromise, OutsideCode> {
  if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  const { regionId, purpose: open } = about;
  if (!open?.actorIds.includes(wish.actorId)) return refuse('NOT_TAKING_PART', { field: 'purposeId' });
  const text = checkText('text', wish.text, { max: 200 });
  if (!text.ok) return text;
  const saidBy = checkText('saidBy', wish.saidBy, { max: 120 });
  if (!saidBy.ok) return saidBy;
  const proof = checkText('proof', wish.proof, { max: 300 });
  if (!proof.ok) return proof;
  if (wish.saidOn > today) return refuse('SAID_LATER', { field: 'saidOn' });
  if (wish.dueOn < today) return refuse('DUE_INVALID', { field: 'dueOn' });
  const { actorIds: _, ...purpose } = open;
  return ok({
    ...wish,
    regionId,
    purpose,
    text: text.value,
    saidBy: saidBy.value,
    proof: proof.value,
    state: 'WAITING',
    enteredOn: today,
    answerBy: answerDay(today, wish.dueOn),
    remindedOn: null,
    decidedOn: null,
    objection: '',
    version: 1,
  });
}

/** Who said it and what shows it is nobody's business once it is decided. */
function decided(promise: OutsidePromise, state: OutsideState, today: LocalDate): OutsidePromise {
  return { ...promise, state, decidedOn: today, saidBy: '', proof: '' };
}

function awaited(promise: OutsidePromise, today: LocalDate): Result<OutsidePromise, OutsideCode> {
  if (promise.state !== 'WAITING') return refuse('ALREADY_DECIDED');
  return today <= promise.answerBy ? ok(promise) : refuse('ANSWER_TOO_LATE');
}

/** The organisation says that it has promised this. From now on it is a Zusage. */
export function confirmOutside(viewer: Viewer, promise: OutsidePromise, today: LocalDate): Result<OutsidePromise, OutsideCode> {
  if (!actsFor(viewer, promise.actorId)) return refuse('NOT_PERMITTED');
  const waiting = awaited(promise, today);
  return waiting.ok ? ok(decided(promise, 'CONFIRMED', today)) : waiting;
}

/** The organisation says that it has not, with a sentence if it likes. */
export function objectToOutside(
  viewer: Viewer,
  promise: OutsidePromise,
  objection: string,
  today: LocalDate,
): Result<OutsidePromise, OutsideCode> {
  if (!actsFor(viewer, promise.actorId)) return refuse('NOT_PERMITTED');
  const waiting = awaited(promise, today);
  if (!waiting.ok) return waiting;
  const text = checkText('objection', objection, { max: LONGEST_OBJECTION, optional: true });
  return text.ok ? ok({ ...decided(promise, 'OBJECTED', today), objection: text.value }) : text;
}

/** The organisation is asked once more, and only once. */
export function remindOfOutside(viewer: Viewer, promise: OutsidePromise, today: LocalDate): Result<OutsidePromise, OutsideCode> {
  if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  const waiting = awaited(promise, today);
  if (!waiting.ok) return waiting;
  return promise.remindedOn === null ? ok({ ...promise, remindedOn: today }) : refuse('ALREADY_REMINDED');
}

/** The coordination takes back what it entered. */
export function withdrawOutside(viewer: Viewer, promise: OutsidePromise, today: LocalDate): Result<OutsidePromise, OutsideCode> {
  if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  return promise.state === 'WAITING' ? ok(decided(promise, 'WITHDRAWN', today)) : refuse('ALREADY_DECIDED');
}

/** What is still waiting after its last day has found no answer. */
export function closeOutside(promise: OutsidePromise, today: LocalDate): OutsidePromise {
  return promise.state === 'WAITING' && promise.answerBy < today ? decided(promise, 'NO_ANSWER', today) : promise;
}

export const OUTSIDE_ACTIONS = ['confirm', 'object', 'remind', 'withdraw'] as const;
export type OutsideAction = (typeof OUTSIDE_ACTIONS)[number];

/** What the viewer may do with it on a day. */
export function outsideActions(viewer: Viewer, promise: OutsidePromise, today: LocalDate): OutsideAction[] {
  const may: Record<OutsideAction, boolean> = {
    confirm: confirmOutside(viewer, promise, today).ok,
    object: objectToOutside(viewer, promise, '', today).ok,
    remind: remindOfOutside(viewer, promise, today).ok,
    withdraw: withdrawOutside(viewer, promise, today).ok,
  };
  return OUTSIDE_ACTIONS.filter((action) => may[action]);
}

/**
 * As a viewer may read it: who said it, what shows it and what is said against it stays between the coordination and the
 * organisation itself. That somebody else may read it at all is decided before.
 */
export function outsideFor(viewer: Viewer, promise: OutsidePromise): OutsidePromise {
  const concerned = passes(viewer, 'COORDINATOR') || actsFor(viewer, promise.actorId, 'EDITOR');
  return concerned ? promise : { ...promise, saidBy: '', proof: '', objection: '' };
}
