import { addDays, checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import type { Contribution } from '@knotenpunkt/themes/domain';
import type { AskedReason } from './question-words';

/** What can be said by the link in a mail. LATER decides nothing and brings one more reminder. */
export const MAIL_ANSWERS = ['YES', 'YES_BUT', 'NO', 'LATER'] as const;
export type MailAnswer = (typeof MAIL_ANSWERS)[number];

/** OPEN: an answer is awaited. REPLACED: something newer is asked. ENDED: too late, or nobody asks any more. */
export const MAIL_QUESTION_STATES = ['OPEN', 'ANSWERED', 'REPLACED', 'ENDED'] as const;
export type MailQuestionState = (typeof MAIL_QUESTION_STATES)[number];

/** A question put to an organisation, as it went out to one of its people. */
export interface MailQuestion {
  id: Id;
  regionId: Id;
  /** What is asked, by the room that asks: `alliance`. */
  kind: string;
  subjectId: Id;
  /** Of the text that is asked about; 1 where there are no versions. */
  subjectVersion: number;
  actorId: Id;
  name: string;
  email: string;
  language: 'de' | 'en';
  /** The last day for an answer; with it the link ends. */
  untilOn: LocalDate;
  /** The day of the reminder; null: there is none (any more). */
  remindOn: LocalDate | null;
  ended: Exclude<MailQuestionState, 'OPEN'> | null;
}

export type MailQuestionCode = 'LINK_ENDED' | 'MANDATE_NEEDED' | 'ANSWER_NOT_OFFERED' | TextCode;

const REMINDER_DAYS_BEFORE = 3;
const LATER_DAYS = 7;
const LONGEST_CHANGE = 1_500;

/** The day of the one reminder: three days before the end. None where the whole time is shorter than that. */
export function reminderOf(askedOn: LocalDate, untilOn: LocalDate): LocalDate | null {
  const day = addDays(untilOn, -REMINDER_DAYS_BEFORE);
  return day > askedOn ? day : null;
}

/** After "Später": in a week, at the latest on the day before the end. Null where that is no later than today. */
export function reminderAfterLater(today: LocalDate, untilOn: LocalDate): LocalDate | null {
  const [inAWeek, dayBefore] = [addDays(today, LATER_DAYS), addDays(untilOn, -1)];
  const day = inAWeek < dayBefore ? inAWeek : dayBefore;
  return day > today ? day : null;
}

/** Where a question stands on a day, given what the room that asks says of it. */
export function stateOf(
  question: Pick<MailQuestion, 'ended' | 'untilOn'>,
  asked: { state: MailQuestionState } | null,
  today: LocalDate,
): MailQuestionState {
  if (question.ended) return question.ended;
  if (!asked) return 'ENDED';
  if (asked.state !== 'OPEN') return asked.state;
  return question.untilOn < today ? 'ENDED' : 'OPEN';
}

export interface MailAnswerGiven {
  answer: MailAnswer;
  /** For YES_BUT. */
  change: string;
  /** For YES_BUT, where something else can be offered: what it would bring. */
  offer?: Contribution | null;
  /** For NO, where it is asked for: why not. */
  reason?: string;
  /** The others may read why not. */
  reasonShared?: boolean;
}

/** What is not said is null, empty or false. */
export interface CheckedMailAnswer {
  answer: MailAnswer;
  change: string | null;
  offer: Contribution | null;
  reason: string;
  reasonShared: boolean;
}

/**
 * Checks an answer given by link. "Nein" and "Später" oblige nobody and need no mandate; whoever agrees needs one.
 * `mayAgree`: the person may promise for the organisation today. Who says what it would bring instead need not say it in
 * words too.
 */
export function checkMailAnswer(
  given: MailAnswerGiven,
  about: {
    state: MailQuestionState;
    offered: readonly MailAnswer[];
    mayAgree: boolean;
    mayOffer?: boolean;
    reason?: Pick<AskedReason, 'longest' | 'share'> | undefined;
  },
): Result<CheckedMailAnswer, MailQuestionCode> {
  const { answer } = given;
  if (about.state !== 'OPEN') return refuse('LINK_ENDED');
  if (!about.offered.includes(answer)) return refuse('ANSWER_NOT_OFFERED', { field: 'answer' });
  if ((answer === 'YES' || answer === 'YES_BUT') && !about.mayAgree) return refuse('MANDATE_NEEDED');
  const plain = { answer, change: null, offer: null, reason: '', reasonShared: false };
  if (answer === 'YES_BUT') {
    const offer = given.offer ?? null;
    if (offer !== null && !about.mayOffer) return refuse('ANSWER_NOT_OFFERED', { field: 'offer' });
    const change = checkText('change', given.change, { max: LONGEST_CHANGE, optional: offer !== null });
    return change.ok ? ok({ ...plain, change: change.value || null, offer }) : change;
  }
  if (answer !== 'NO' || !about.reason) return ok(plain);
  const reason = checkText('reason', given.reason ?? '', { max: about.reason.longest, optional: true });
  if (!reason.ok) return reason;
  const reasonShared = about.reason.share !== null && given.reasonShared === true && reason.value !== '';
  return ok({ ...plain, reason: reason.value, reasonShared });
}
