import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { sideOfActor, type Introduction, type SideAnswer } from './introduction';
import { INTRODUCTION_LIMITS } from './introduction-asking';

export type AnsweringCode = TextCode | 'NOT_PERMITTED' | 'STATE_DIFFERS' | 'OLD_VERSION' | 'DEADLINE_PASSED' | 'ASKED_ITSELF';

export interface GivenSideAnswer {
  actorId: Id;
  /** Of the text that was read. */
  textVersion: number;
  answer: SideAnswer;
  /** For YES_BUT the change asked for, for NO why not. */
  note: string;
  /** The others may read why not. */
  noteShared: boolean;
}

/** Takes what one of the three says. The last "Ja" agrees it, one "Nein" ends it. */
export function answerIntroduction(
  viewer: Viewer,
  introduction: Introduction,
  given: GivenSideAnswer,
  today: LocalDate,
): Result<Introduction, AnsweringCode> {
  const side = sideOfActor(introduction, given.actorId);
  if (!side || !actsFor(viewer, side.actorId)) return refuse('NOT_PERMITTED');
  if (introduction.state !== 'ASKED') return refuse('STATE_DIFFERS');
  if (side.actorId === introduction.askedById) return refuse('ASKED_ITSELF');
  if (given.textVersion !== introduction.textVersion) return refuse('OLD_VERSION');
  if (introduction.answerBy < today) return refuse('DEADLINE_PASSED');
  const { answer } = given;
  const speaks = answer === 'YES_BUT' || answer === 'NO';
  const note = checkText('note', speaks ? given.note : '', { max: INTRODUCTION_LIMITS.note, optional: answer !== 'YES_BUT' });
  if (!note.ok) return note;
  const said = {
    ...side,
    answer,
    note: note.value,
    noteShared: answer === 'NO' && given.noteShared && note.value !== '',
    answeredOn: today,
    personId: viewer.personId,
  };
  const sides = introduction.sides.map((each) => (each.side === said.side ? said : each));
  if (answer === 'NO') return ok({ ...introduction, sides, state: 'DECLINED', endedOn: today });
  const agreed = sides.every((each) => each.answer === 'YES');
  return ok(agreed ? { ...introduction, sides, state: 'AGREED', agreedOn: today } : { ...introduction, sides });
}

/** Who has said neither yes nor no to the text as it stands. */
export function silentSides({ sides }: Pick<Introduction, 'sides'>): Introduction['sides'] {
  return sides.filter(({ answer }) => answer === null || answer === 'LATER');
}

/** "Keine Antwort": the last day has passed and somebody said nothing. Gives null while there is nothing to close. Silence is never consent. */
export function closeUnanswered(introduction: Introduction, today: LocalDate): Introduction | null {
  if (introduction.state !== 'ASKED' || introduction.answerBy >= today || silentSides(introduction).length === 0) return null;
  return { ...introduction, state: 'UNANSWERED', endedOn: today };
}
