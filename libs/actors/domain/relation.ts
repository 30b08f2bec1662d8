import { checkText, isLocalDate, ok, refuse, type Grade, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';

/** How sure a membership is. INFERRED is shown as "vermutet" and never the source of a tie. */
export const CERTAINTIES = ['CONFIRMED', 'REPORTED', 'INFERRED'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** `member` belongs to `of`, a network or body. */
export interface Membership {
  memberId: Id;
  ofId: Id;
  certainty: Certainty;
  /** Null where nobody says. */
  sinceOn: LocalDate | null;
}

/** A tie that `from` declares to `to`; `confirmed` once `to` has said the same. One from a table was said by neither. */
export interface DeclaredTie {
  id: Id;
  fromId: Id;
  toId: Id;
  label: string;
  sinceOn: LocalDate;
  confirmed: boolean;
  /** The table it was taken from, in words, while neither of the two has said it; null: one of them has. */
  sourceNote: string | null;
}

/** The grade of the tie that follows from a membership; null: none does. */
export function gradeOfMembership(certainty: Certainty): Grade | null {
  if (certainty === 'INFERRED') return null;
  return certainty === 'CONFIRMED' ? 'WORKS_TOGETHER' : 'STATED';
}

export function gradeOfDeclaredTie(tie: Pick<DeclaredTie, 'confirmed'>): Grade {
  return tie.confirmed ? 'WORKS_TOGETHER' : 'STATED';
}

/** After this many days a membership or declared tie that ended counts half. */
export const RELATION_HALF_LIFE_DAYS = 730;

export const TIE_LABEL_MAX = 200;

export type TieCode = TextCode | 'NOT_PERMITTED' | 'DATE_INVALID' | 'DATE_FUTURE' | 'TIE_TO_ITSELF' | 'ACTOR_UNKNOWN' | 'TIE_EXISTS';

export interface TieWish {
  id: Id;
  fromId: Id;
  toId: Id;
  label: string;
  sinceOn: LocalDate;
}

/** What is to be written: a tie of one's own, the answer to one the other side has declared, or one from a table made one's own. */
export type TieDecision = { kind: 'declared' | 'confirmed' | 'adopted'; tie: DeclaredTie };

/**
 * Decides on a declared tie. `between`: the ties that exist between the two in either direction. Declaring back what the
 * other side declared confirms it, so that no pair ever stands twice. What a table told of the two confirms nothing: whoever of them
 * says it first makes it its own.
 */
export function declareTie(viewer: Viewer, wish: TieWish, between: readonly DeclaredTie[], today: LocalDate): Result<TieDecision, TieCode> {
  if (!actsFor(viewer, wish.fromId, 'DELEGATE')) return refuse('NOT_PERMITTED');
  if (wish.fromId === wish.toId) return refuse('TIE_TO_ITSELF', { field: 'toId' });
  const listed = between.find(({ sourceNote }) => sourceNote !== null);
  const theirs = between.find((tie) => tie !== listed && tie.fromId === wish.toId && tie.toId === wish.fromId);
  if (theirs && !theirs.confirmed) return ok({ kind: 'confirmed', tie: { ...theirs, confirmed: true } });
  if (!listed && between.length > 0) return refuse('TIE_EXISTS', { field: 'toId' });
  const label = checkText('label', wish.label, { max: TIE_LABEL_MAX });
  if (!label.ok) return label;
  if (!isLocalDate(wish.sinceOn)) return refuse('DATE_INVALID', { field: 'sinceOn' });
  if (wish.sinceOn > today) return refuse('DATE_FUTURE', { field: 'sinceOn' });
  const tie = { ...wish, label: label.value, confirmed: false, sourceNote: null };
  return ok(listed ? { kind: 'adopted', tie: { ...tie, id: listed.id } } : { kind: 'declared', tie });
}
