import { freshness } from '@knotenpunkt/actors/domain';
import type { LocalDate } from '@knotenpunkt/kernel';
import type { AimConflict } from './aims';
import { distanceKm, type MatchedEntry, type MatchQuestion } from './entry';
import type { LexicalHit } from './lexical-index';
import type { Doubt } from './reasons';

/** Farther than this is said; it does not change the order, for many offers do not depend on place. */
export const FAR_KM = 40;
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

/** Whether nobody confirmed an entry, or a Steckbrief, for so long that it counts less. */
export function isFaded({ freshUntil }: Pick<MatchedEntry, 'freshUntil'>, today: LocalDate): boolean {
  return freshness(freshUntil ?? null, today) < 1;
}

/** That nobody confirmed an entry for long, where it is so. */
export function agedDoubts(entry: MatchedEntry, today: LocalDate): Doubt[] {
  if (!entry.confirmedOn || !isFaded(entry, today)) return [];
  return [{ code: 'CONFIRMED_LONG_AGO', params: { date: entry.confirmedOn }, evidence: [{ type: 'ENTRY', id: entry.id }] }];
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
  return [...doubts, ...agedDoubts(entry, today)];
}
