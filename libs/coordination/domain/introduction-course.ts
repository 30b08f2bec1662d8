import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, isLocalDate, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { asks, isParty, sideOf, type Introduction, type IntroductionSide, type Outcome } from './introduction';
import { INTRODUCTION_LIMITS } from './introduction-asking';

export type CourseCode = TextCode | 'NOT_PERMITTED' | 'STATE_DIFFERS' | 'DAY_INVALID' | 'OUTCOME_UNKNOWN';

/** What both ends take part in, so that it can be what became of their introduction. */
export interface JointAct {
  type: Exclude<Outcome, 'NOTHING'>;
  id: Id;
  title: string;
  slug: string;
}

/** The three and the coordination note what became of it. */
function keeps(viewer: Viewer, introduction: Introduction): boolean {
  return isParty(viewer, introduction, 'DELEGATE') || passes(viewer, 'COORDINATOR');
}

/** Takes the question back while nobody has decided. */
export function withdrawIntroduction(viewer: Viewer, introduction: Introduction, today: LocalDate): Result<Introduction, CourseCode> {
  if (!asks(viewer, introduction) && !passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  return introduction.state === 'ASKED' ? ok({ ...introduction, state: 'WITHDRAWN', endedOn: today }) : refuse('STATE_DIFFERS');
}

/** The two ends have spoken, on a day since they agreed. */
export function reportMeeting(
  viewer: Viewer,
  introduction: Introduction,
  metOn: LocalDate,
  today: LocalDate,
): Result<Introduction, CourseCode> {
  if (!keeps(viewer, introduction)) return refuse('NOT_PERMITTED');
  if (introduction.state !== 'AGREED') return refuse('STATE_DIFFERS');
  const possible = isLocalDate(metOn) && metOn <= today && metOn >= (introduction.agreedOn ?? introduction.askedOn);
  return possible ? ok({ ...introduction, state: 'MET', metOn }) : refuse('DAY_INVALID', { field: 'metOn' });
}

/** What came of it: a Vorhaben or an alliance both ends take part in, or nothing, and then why. */
export function concludeIntroduction(
  viewer: Viewer,
  introduction: Introduction,
  became: { outcome: Outcome; outcomeId: Id | null; note: string },
  about: { joint: readonly JointAct[]; today: LocalDate },
): Result<Introduction, CourseCode> {
  if (!keeps(viewer, introduction)) return refuse('NOT_PERMITTED');
  if (introduction.state !== 'AGREED' && introduction.state !== 'MET') return refuse('STATE_DIFFERS');
  const { outcome } = became;
  const note = checkText('note', became.note, { max: INTRODUCTION_LIMITS.note, optional: outcome !== 'NOTHING' });
  if (!note.ok) return note;
  const act = about.joint.find(({ type, id }) => type === outcome && id === became.outcomeId);
  if (outcome !== 'NOTHING' && !act) return refuse('OUTCOME_UNKNOWN', { field: 'outcomeId' });
  return ok({
    ...introduction,
    state: 'BECAME',
    endedOn: about.today,
    outcome,
    outcomeId: act?.id ?? null,
    outcomeNote: note.value,
  });
}

export const INTRODUCTION_ACTIONS = [
  'answerIntroduction',
  'reviseIntroduction',
  'withdrawIntroduction',
  'reportMeeting',
  'concludeIntroduction',
] as const;
export type IntroductionAction = (typeof INTRODUCTION_ACTIONS)[number];

/** The sides for which the viewer may answer. */
export function sidesToAnswer(viewer: Viewer, { state, sides, askedById }: Introduction): IntroductionSide[] {
  return state === 'ASKED' ? sides.filter(({ actorId }) => actorId !== askedById && actsFor(viewer, actorId)) : [];
}

const wantsChange = ({ state, sides }: Introduction) => state === 'ASKED' && sides.some(({ answer }) => answer === 'YES_BUT');

/** What a viewer may do next. */
export function introductionActions(viewer: Viewer, introduction: Introduction): IntroductionAction[] {
  const { state } = introduction;
  const may: Record<IntroductionAction, boolean> = {
    answerIntroduction: sidesToAnswer(viewer, introduction).length > 0,
    reviseIntroduction: asks(viewer, introduction) && wantsChange(introduction),
    withdrawIntroduction: state === 'ASKED' && (asks(viewer, introduction) || passes(viewer, 'COORDINATOR')),
    reportMeeting: state === 'AGREED' && keeps(viewer, introduction),
    concludeIntroduction: (state === 'AGREED' || state === 'MET') && keeps(viewer, introduction),
  };
  return INTRODUCTION_ACTIONS.filter((action) => may[action]);
}

/** What an introduction waits for: ANSWER, CHANGE (after a "Ja, aber …"), MEETING, OUTCOME. */
export const AWAITED = ['ANSWER', 'CHANGE', 'MEETING', 'OUTCOME'] as const;
export type Awaited = (typeof AWAITED)[number];

/** What it waits for from the viewer; null: nothing. */
export function awaitedFrom(viewer: Viewer, introduction: Introduction): Awaited | null {
  const open = sidesToAnswer(viewer, introduction).some(({ answer }) => answer === null || answer === 'LATER');
  if (open) return 'ANSWER';
  if (asks(viewer, introduction) && wantsChange(introduction)) return 'CHANGE';
  if (introduction.state === 'AGREED' && isParty(viewer, introduction, 'DELEGATE')) return 'MEETING';
  const ends = [sideOf(introduction, 'FIRST'), sideOf(introduction, 'SECOND')];
  return introduction.state === 'MET' && isParty(viewer, { sides: ends }, 'DELEGATE') ? 'OUTCOME' : null;
}
