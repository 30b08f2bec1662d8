import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { ANSWER_DAYS } from './freshness';

export const CONFIRMATION_LIMITS = {
  /** After which time a region may ask. */
  fewestDays: 30,
  mostDays: 1_095,
  /** Nobody is asked again within so many days, whoever asks. */
  restDays: 7,
  /** So many organisations are asked at once. */
  atOnce: 50,
} as const;

const REMIND_AFTER_DAYS = 14;

/** What a link in the mail stands for: "stimmt noch", "ändern", "archivieren". Each does this one thing. */
export const CONFIRMATION_ANSWERS = ['RIGHT', 'CHANGE', 'ARCHIVE'] as const;
export type ConfirmationAnswer = (typeof CONFIRMATION_ANSWERS)[number];

/**
 * OPEN: an answer is awaited. CONFIRMED: it was said that all is right, by a link or signed in. ARCHIVED: it was taken out of the directory
 * by a link. ENDED: too late.
 */
export const CONFIRMATION_STATES = ['OPEN', 'CONFIRMED', 'ARCHIVED', 'ENDED'] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

/** An organisation is asked whether what it says is still right. */
export interface ConfirmationRequest {
  id: Id;
  regionId: Id;
  actorId: Id;
  askedOn: LocalDate;
  /** The last day for an answer. */
  untilOn: LocalDate;
  /** The day of the one reminder; null: it has gone out. */
  remindOn: LocalDate | null;
  /** What was answered by a link; CHANGE is answered by changing. */
  answer: Exclude<ConfirmationAnswer, 'CHANGE'> | null;
}

/** One of the links that went to one person. */
export interface ConfirmationLink {
  request: ConfirmationRequest;
  answer: ConfirmationAnswer;
  name: string;
  email: string;
}

/** Of an organisation, what decides whether there is anything to ask. */
export interface EntriesStanding {
  archived: boolean;
  /** The day since which the oldest of its Steckbrief, offers and needs stands unconfirmed. */
  oldestOn: LocalDate;
}

export type ConfirmationCode =
  'LINK_ENDED' | 'ACTOR_ARCHIVED' | 'NOT_ARCHIVED' | 'ACTOR_HIDDEN' | 'NOT_PERMITTED' | 'NOBODY_CHOSEN' | 'TOO_MANY_AT_ONCE';

/** A request that goes out on a day. */
export function newRequest(of: { id: Id; regionId: Id; actorId: Id }, today: LocalDate): ConfirmationRequest {
  return { ...of, askedOn: today, untilOn: addDays(today, ANSWER_DAYS), remindOn: addDays(today, REMIND_AFTER_DAYS), answer: null };
}

/** Where a request stands: whoever has confirmed everything since it went out, signed in or by a link, has answered it. */
export function requestState(request: ConfirmationRequest, standing: EntriesStanding, today: LocalDate): ConfirmationState {
  if (standing.archived) return request.answer === 'ARCHIVE' && today <= request.untilOn ? 'ARCHIVED' : 'ENDED';
  if (request.answer === 'RIGHT' || standing.oldestOn >= request.askedOn) return 'CONFIRMED';
  return today <= request.untilOn ? 'OPEN' : 'ENDED';
}

/** Decides on the answer a link gives. CHANGE decides nothing: it leads to the form. */
export function answerByLink(link: ConfirmationLink, state: ConfirmationState): Result<'RIGHT' | 'ARCHIVE', 'LINK_ENDED'> {
  return state === 'OPEN' && link.answer !== 'CHANGE' ? ok(link.answer) : refuse('LINK_ENDED');
}

/** Whether a link may put an organisation back: whoever was asked, while its links last, since one of them took it out. */
export function undoByLink(state: ConfirmationState): Result<null, 'LINK_ENDED'> {
  return state === 'ARCHIVED' ? ok(null) : refuse('LINK_ENDED');
}

/**
 * Whoever was written to may say for the organisation, without an account, that its entries are right: that obliges nobody and can be said
 * otherwise at any time. The viewer speaks for it in this alone.
 */
export function byLink({ request, name }: ConfirmationLink): Viewer {
  const { id, actorId, untilOn } = request;
  return { ...VISITOR, name, mandates: [{ id, actorId, role: 'EDITOR', fromOn: untilOn, untilOn }] };
}

/** How long a region waits before it asks. */
export interface ConfirmationPeriod {
  afterDays: number;
  version: number;
}

/** A new period, or why it cannot be. */
export function checkPeriod(afterDays: number): Result<number, 'PERIOD_INVALID'> {
  const { fewestDays, mostDays } = CONFIRMATION_LIMITS;
  const fits = Number.isInteger(afterDays) && afterDays >= fewestDays && afterDays <= mostDays;
  return fits ? ok(afterDays) : refuse('PERIOD_INVALID', { field: 'afterDays', params: { min: fewestDays, max: mostDays } });
}

/** How the asking of an organisation whose entries have grown old stands, for those who coordinate. UNREACHABLE: there is nobody to write to. */
export const ASKING_STATES = ['NOT_ASKED', 'WAITING', 'UNANSWERED', 'UNREACHABLE'] as const;
export type AskingState = (typeof ASKING_STATES)[number];

/** Why an organisation that was chosen is not asked. */
export const NOT_ASKED_REASONS = ['NOBODY_TO_ASK', 'ASKED_RECENTLY', 'NOT_OLD', 'UNKNOWN'] as const;
export type NotAskedReason = (typeof NOT_ASKED_REASONS)[number];

/** What is known of an organisation before it is asked. */
export interface AskedBefore {
  oldestOn: LocalDate;
  /** When it was asked last; null: never. */
  askedOn: LocalDate | null;
}

/** Whether somebody who coordinates may have it asked now; null: yes. Whoever is asked again within days stops reading. */
export function whyNotAsked(known: AskedBefore | null, afterDays: number, today: LocalDate): NotAskedReason | null {
  if (known === null) return 'UNKNOWN';
  if (addDays(known.oldestOn, afterDays) > today) return 'NOT_OLD';
  if (known.askedOn !== null && addDays(known.askedOn, CONFIRMATION_LIMITS.restDays) > today) return 'ASKED_RECENTLY';
  return null;
}
