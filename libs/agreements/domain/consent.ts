import { checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';

/** What a party says. RESERVED counts only once it is confirmed; YES_BUT asks for a change of the text. */
export const CONSENT_ANSWERS = ['YES', 'YES_BUT', 'RESERVED', 'NO'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

/** What a "Nein" means: the others go on without, or nothing comes of it. Said before anybody is asked. */
export const ON_DECLINE = ['CONTINUE_WITHOUT', 'ABANDON'] as const;
export type OnDecline = (typeof ON_DECLINE)[number];

/** OPEN: answers are awaited. SUPERSEDED: a newer version is asked about. CLOSED: called off or declined. */
export const ROUND_STATES = ['OPEN', 'AGREED', 'SUPERSEDED', 'CLOSED'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** One who is asked. `answer` is null while it says nothing, and silence is never consent. */
export interface Party {
  actorId: Id;
  answer: ConsentAnswer | null;
  /** For YES_BUT: the change asked for. */
  change: string | null;
  /** For RESERVED: the last day on which the reservation can be confirmed. */
  reservedUntil: LocalDate | null;
  answeredOn: LocalDate | null;
}

/** The question put to several, about one version of a text. */
export interface ConsentRound {
  version: number;
  text: string;
  parties: Party[];
  /** The last day for an answer. */
  deadlineOn: LocalDate;
  onDecline: OnDecline;
  state: RoundState;
}

export type ConsentCode =
  | 'NOT_A_PARTY'
  | 'ROUND_CLOSED'
  | 'OLD_VERSION'
  | 'DEADLINE_PASSED'
  | 'DEADLINE_INVALID'
  | 'TOO_FEW_PARTIES'
  | 'RESERVATION_DATE_INVALID'
  | 'RESERVATION_EXPIRED'
  | 'NO_RESERVATION'
  | 'TEXT_UNCHANGED'
  | TextCode;

/** Nobody agrees with itself. */
export const FEWEST_PARTIES = 2;
export const LONGEST_TEXT = 8_000;
const LONGEST_CHANGE = 1_500;

function silent(actorId: Id): Party {
  return { actorId, answer: null, change: null, reservedUntil: null, answeredOn: null };
}

function agreeing(actorId: Id, today: LocalDate): Party {
  return { ...silent(actorId), answer: 'YES', answeredOn: today };
}

export interface RoundWish {
  text: string;
  parties: readonly Id[];
  /** Who proposes has agreed by proposing; null where somebody outside proposes, as a coordinator does. */
  proposer: Id | null;
  /** Who else has agreed to this text before it is asked about: who brought it about by a wish of its own. */
  agreed?: readonly Id[];
  deadlineOn: LocalDate;
  onDecline: OnDecline;
}

/** The first version of a text, put to everybody. */
export function openRound(wish: RoundWish, today: LocalDate): Result<ConsentRound, ConsentCode> {
  const text = checkText('text', wish.text, { max: LONGEST_TEXT });
  if (!text.ok) return text;
  const ids = [...new Set(wish.parties)];
  if (ids.length < FEWEST_PARTIES) return refuse('TOO_FEW_PARTIES', { field: 'parties', params: { fewest: FEWEST_PARTIES } });
  if (wish.deadlineOn < today) return refuse('DEADLINE_INVALID', { field: 'deadlineOn' });
  const agreed = new Set([wish.proposer, ...(wish.agreed ?? [])]);
  const parties = ids.map((id) => (agreed.has(id) ? agreeing(id, today) : silent(id)));
  return ok({ version: 1, text: text.value, parties, deadlineOn: wish.deadlineOn, onDecline: wish.onDecline, state: 'OPEN' });
}

/** Whether no answer is taken any more. */
export function deadlinePassed(round: Pick<ConsentRound, 'deadlineOn'>, today: LocalDate): boolean {
  return round.deadlineOn < today;
}

export interface GivenAnswer {
  answer: ConsentAnswer;
  /** The version the party has read. */
  version: number;
  change?: string | null;
  reservedUntil?: LocalDate | null;
}

function withParty(round: ConsentRound, party: Party): ConsentRound {
  return { ...round, parties: round.parties.map((each) => (each.actorId === party.actorId ? party : each)) };
}

/** The round with one party's answer, which it may change until the deadline. */
export function answerRound(round: ConsentRound, actorId: Id, given: GivenAnswer, today: LocalDate): Result<ConsentRound, ConsentCode> {
  if (!round.parties.some((party) => party.actorId === actorId)) return refuse('NOT_A_PARTY');
  if (given.version !== round.version) return refuse('OLD_VERSION', { params: { current: round.version } });
  if (round.state !== 'OPEN') return refuse('ROUND_CLOSED');
  if (deadlinePassed(round, today)) return refuse('DEADLINE_PASSED', { params: { deadlineOn: round.deadlineOn } });
  const party: Party = { ...silent(actorId), answer: given.answer, answeredOn: today };
  if (given.answer === 'YES_BUT') {
    const change = checkText('change', given.change, { max: LONGEST_CHANGE });
    if (!change.ok) return change;
    party.change = change.value;
  }
  if (given.answer === 'RESERVED') {
    if (!given.reservedUntil || given.reservedUntil < today) return refuse('RESERVATION_DATE_INVALID', { field: 'reservedUntil' });
    party.reservedUntil = given.reservedUntil;
  }
  return ok(withParty(round, party));
}

/** Turns "unter Vorbehalt" into "Ja", after the decision it waited for; possible until the day the party named itself. */
export function confirmReservation(round: ConsentRound, actorId: Id, today: LocalDate): Result<ConsentRound, ConsentCode> {
  if (round.state !== 'OPEN') return refuse('ROUND_CLOSED');
  const party = round.parties.find((each) => each.actorId === actorId);
  if (!party) return refuse('NOT_A_PARTY');
  if (party.answer !== 'RESERVED') return refuse('NO_RESERVATION');
  if (party.reservedUntil !== null && party.reservedUntil < today) return refuse('RESERVATION_EXPIRED');
  return ok(withParty(round, agreeing(actorId, today)));
}

/** Those the agreement is between: who declined is left out where the others go on without. */
export function remainingParties(round: Pick<ConsentRound, 'parties' | 'onDecline'>): Party[] {
  return round.onDecline === 'CONTINUE_WITHOUT' ? round.parties.filter((party) => party.answer !== 'NO') : round.parties;
}

/** Whether everybody it depends on has said yes to this version, without reservation. */
export function isAgreed(round: ConsentRound): boolean {
  if (round.state !== 'OPEN' && round.state !== 'AGREED') return false;
  const remaining = remainingParties(round);
  return remaining.length >= FEWEST_PARTIES && remaining.every((party) => party.answer === 'YES');
}

/** Whether it can no longer come about: somebody declined who is needed, or too few are left. */
export function hasFailed(round: ConsentRound): boolean {
  const declined = round.parties.some((party) => party.answer === 'NO');
  return declined && (round.onDecline === 'ABANDON' || remainingParties(round).length < FEWEST_PARTIES);
}

/** The round with the state its answers give it. */
export function settled(round: ConsentRound): ConsentRound {
  if (round.state !== 'OPEN') return round;
  if (hasFailed(round)) return { ...round, state: 'CLOSED' };
  return isAgreed(round) ? { ...round, state: 'AGREED' } : round;
}

/**
 * A new version of the text, also after a "Nein" or once all had agreed. Everybody is asked again; only who writes it has
 * agreed to it already. The same text is asked again only when the question before it is no longer open for answers.
 */
export function reopenWith(
  round: ConsentRound,
  wish: Pick<RoundWish, 'text' | 'proposer' | 'agreed' | 'deadlineOn'> & { parties?: readonly Id[] },
  today: LocalDate,
): Result<ConsentRound, ConsentCode> {
  if (round.state === 'SUPERSEDED') return refuse('ROUND_CLOSED');
  const parties = wish.parties ?? round.parties.map((party) => party.actorId);
  const next = openRound({ ...wish, parties, onDecline: round.onDecline }, today);
  if (!next.ok) return next;
  const sameParties =
    [...parties].sort().join() ===
    round.parties
      .map((party) => party.actorId)
      .sort()
      .join();
  const stillAsked = round.state === 'AGREED' || (round.state === 'OPEN' && !deadlinePassed(round, today));
  if (stillAsked && next.value.text === round.text && sameParties) return refuse('TEXT_UNCHANGED', { field: 'text' });
  return ok({ ...next.value, version: round.version + 1 });
}
