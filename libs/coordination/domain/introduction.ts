import { actsFor, passes, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';

/**
 * ASKED: the three are asked. AGREED: all three said yes. MET: the two ends have spoken. BECAME: what came of it is known.
 * DECLINED, UNANSWERED and WITHDRAWN end it before anybody met.
 */
export const INTRODUCTION_STATES = ['ASKED', 'AGREED', 'MET', 'BECAME', 'DECLINED', 'UNANSWERED', 'WITHDRAWN'] as const;
export type IntroductionState = (typeof INTRODUCTION_STATES)[number];

/** Under way: between the same two there is one such at most. */
export const OPEN_STATES: readonly IntroductionState[] = ['ASKED', 'AGREED', 'MET'];

/** The two ends, and who knows both. */
export const SIDES = ['FIRST', 'GO_BETWEEN', 'SECOND'] as const;
export type Side = (typeof SIDES)[number];

/** YES_BUT: with a change, about which all are asked anew. LATER decides nothing. */
export const SIDE_ANSWERS = ['YES', 'YES_BUT', 'NO', 'LATER'] as const;
export type SideAnswer = (typeof SIDE_ANSWERS)[number];

export const OUTCOMES = ['INITIATIVE', 'ALLIANCE', 'NOTHING'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One of the three, and what it said to the text as it stands. */
export interface IntroductionSide {
  side: Side;
  actorId: Id;
  answer: SideAnswer | null;
  /** The change asked for, or why not. */
  note: string;
  /** The others may read why not. */
  noteShared: boolean;
  answeredOn: LocalDate | null;
  /** Who said it; once all have agreed, the one to write to. */
  personId: Id | null;
}

/** Two organisations that do not work together are introduced by a third that knows both. */
export interface Introduction {
  id: Id;
  regionId: Id;
  /** The end that asks; null: the coordination, for both. */
  askedById: Id | null;
  /** What it is for, in one line. */
  purpose: string;
  /** Why these two. */
  reason: string;
  /** In the order of SIDES. */
  sides: readonly IntroductionSide[];
  /** Consent is to one version of purpose and reason. */
  textVersion: number;
  state: IntroductionState;
  askedOn: LocalDate;
  /** The last day for an answer. */
  answerBy: LocalDate;
  agreedOn: LocalDate | null;
  metOn: LocalDate | null;
  endedOn: LocalDate | null;
  outcome: Outcome | null;
  /** The Vorhaben or the alliance. */
  outcomeId: Id | null;
  outcomeNote: string;
  version: number;
}

export function sideOf({ sides }: Pick<Introduction, 'sides'>, side: Side): IntroductionSide {
  return sides.find((each) => each.side === side)!;
}

/** The side an organisation takes; null: none. */
export function sideOfActor({ sides }: Pick<Introduction, 'sides'>, actorId: Id): IntroductionSide | null {
  return sides.find((each) => each.actorId === actorId) ?? null;
}

export function isOpen({ state }: Pick<Introduction, 'state'>): boolean {
  return OPEN_STATES.includes(state);
}

/** Whether the viewer acts for one of the three. */
export function isParty(viewer: Viewer, { sides }: Pick<Introduction, 'sides'>, minimum: MandateRole = 'EDITOR'): boolean {
  return sides.some(({ actorId }) => actsFor(viewer, actorId, minimum));
}

/** The three read of it, and the coordination; for everybody else it is not there. */
export function maySee(viewer: Viewer, introduction: Pick<Introduction, 'sides'>): boolean {
  return isParty(viewer, introduction) || passes(viewer, 'COORDINATOR');
}

/** Whether the viewer decides for whoever asked. */
export function asks(viewer: Viewer, { askedById }: Pick<Introduction, 'askedById'>): boolean {
  return askedById === null ? passes(viewer, 'COORDINATOR') : actsFor(viewer, askedById);
}

/** Names and mail addresses of the three are read by the three, and only once all have agreed. */
export function seesContacts(viewer: Viewer, introduction: Pick<Introduction, 'sides' | 'state'>): boolean {
  return (['AGREED', 'MET', 'BECAME'] as const).some((state) => state === introduction.state) && isParty(viewer, introduction);
}

/** What a viewer reads of an answer: why not stays with those who said so, unless they want it told. */
export function shownNote(viewer: Viewer, { actorId, answer, note, noteShared }: IntroductionSide): string {
  return answer === 'YES_BUT' || noteShared || actsFor(viewer, actorId, 'EDITOR') ? note : '';
}
