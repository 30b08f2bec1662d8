import { daysBetween, type LocalDate } from '@knotenpunkt/kernel';
import type { AimConflict } from './aims';
import { distanceKm, type MatchedEntry, type MatchQuestion } from './entry';
import type { LexicalHit } from './lexical-index';
import type { Doubt } from './reasons';

/** Farther than this is said; it does not change the order, for many offers do not depend on place. */
export const FAR_KM = 40;
/** An entry nobody confirmed for so long may no longer hold. */
export const LONG_AGO_DAYS = 365;
/** Share of what is asked that the text rules out, from which on it is said. */
const RULED_OUT = 0.08;

/** Doubts after which a suggestion counts as one step less certain. */
const SERIOUS = new Set(['RULES_OUT', 'MEMBERS_ONLY', 'ONLY_FROM', 'ONLY_UNTIL', 'ONLY_FOR', 'NOT_FOR']);

export function isSerious(doubt: Doubt): boolean {
  return SERIOUS.has(doubt.code);
}

/** Whether an entry has ended before the day. */
export function isOver(entry: MatchedEntry, today: LocalDate): boolean {
  return entry.untilOn != null && entry.untilOn < today;
}

/** What speaks against an entry as the answer to a question. */
export function doubtsAbout(
  question: MatchQuestion,
  entry: MatchedEntry,
  { hit, conflict }: { hit: LexicalHit; conflict: AimConflict },
  today: LocalDate,
): Doubt[] {
  const doubts: Doubt[] = [];
  const say = (code: Doubt['code'], params: Doubt['params'] = {}) =>
    doubts.push({ code, params, evidence: [{ type: 'ENTRY', id: entry.id }] });
  if (hit.signals.excluded >= RULED_OUT) say('RULES_OUT');
  if (hit.membersOnly) say('MEMBERS_ONLY');
  if (conflict.only.length > 0) say('ONLY_FOR', { groups: conflict.only.join(' ') });
  if (conflict.not.length > 0) say('NOT_FOR', { groups: conflict.not.join(' ') });
  const neededBy = question.untilOn ?? null;
  if (entry.fromOn && ((neededBy && entry.fromOn > neededBy) || (!neededBy && entry.fromOn > today)))
    say('ONLY_FROM', { date: entry.fromOn });
  if (entry.untilOn && question.fromOn && entry.untilOn < question.fromOn) say('ONLY_UNTIL', { date: entry.untilOn });
  if (question.place && entry.place) {
    const distance = Math.round(distanceKm(question.place, entry.place));
    if (distance > FAR_KM) say('FAR_AWAY', { km: distance });
  }
  if (entry.confirmedOn && daysBetween(entry.confirmedOn, today) > LONG_AGO_DAYS) say('CONFIRMED_LONG_AGO', { date: entry.confirmedOn });
  return doubts;
}
