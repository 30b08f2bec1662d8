import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { asks, SIDES, type Introduction, type IntroductionSide, type Side } from './introduction';

/** So long the three have for an answer. */
export const ANSWER_DAYS = 21;

/** Enough to get to know people, too few to collect them. */
export const INTRODUCTION_LIMITS = {
  purpose: 140,
  reason: 1_000,
  note: 600,
  /** One organisation asks for so many at once. */
  askedAtOnce: 3,
  /** One organisation is asked by others to meet somebody in so many at once. */
  wantedAtOnce: 3,
  /** One organisation is asked to introduce others so often … */
  goBetween: 2,
  /** … within so many days. */
  goBetweenDays: 30,
  /** After a "Nein" of one end the same two are left alone for so many days. */
  restDays: 90,
} as const;

export type AskingCode =
  | TextCode
  | 'NOT_PERMITTED'
  | 'ACTOR_UNKNOWN'
  | 'SAME_ACTOR'
  | 'NOT_PROPOSABLE'
  | 'NOBODY_TO_ASK'
  | 'NO_WAY'
  | 'KNOW_EACH_OTHER'
  | 'ALREADY_OPEN'
  | 'RECENTLY_DECLINED'
  | 'TOO_MANY_ASKED'
  | 'END_BUSY'
  | 'GO_BETWEEN_BUSY'
  | 'STATE_DIFFERS'
  | 'NOTHING_TO_CHANGE'
  | 'TEXT_UNCHANGED';

export interface IntroductionText {
  purpose: string;
  reason: string;
}

export interface IntroductionWish extends IntroductionText {
  id: Id;
  regionId: Id;
  askedById: Id | null;
  firstId: Id;
  goBetweenId: Id;
  secondId: Id;
}

/** What has to be known of an organisation before it is asked. */
export interface AskedActor {
  proposable: boolean;
  /** Somebody can be written to. */
  reachable: boolean;
}

/** What is known of the two ends, before a go-between is chosen. */
export interface EndsKnown {
  today: LocalDate;
  /** By id; who is missing is not there. */
  actors: ReadonlyMap<Id, AskedActor>;
  /** The two ends work together already, as far as members may know. */
  workTogether: boolean;
  /** The same two are being introduced. */
  open: boolean;
  /** The last "Nein" of one end to the other. */
  declinedOn: LocalDate | null;
  /** Open ones the asking organisation has asked for. */
  askedFor: number;
  /** By end: open ones others have asked for. */
  wanted: ReadonlyMap<Id, number>;
}

export interface WayKnown {
  /** The go-between is tied to both ends, as far as members may know. */
  tied: boolean;
  /** How often it was asked to introduce somebody within INTRODUCTION_LIMITS.goBetweenDays. */
  recently: number;
}

type Ends = Pick<IntroductionWish, 'askedById' | 'firstId' | 'secondId'>;

function mayAsk(viewer: Viewer, { askedById, firstId }: Ends): boolean {
  return askedById === null ? passes(viewer, 'COORDINATOR') : askedById === firstId && actsFor(viewer, askedById);
}

/** Who does not ask, but is asked. */
function endsAsked({ askedById, firstId, secondId }: Ends): { field: string; actorId: Id }[] {
  const second = { field: 'secondId', actorId: secondId };
  return askedById === null ? [{ field: 'firstId', actorId: firstId }, second] : [second];
}

function checkAskedActor(field: string, actor: AskedActor | undefined): Result<AskedActor, AskingCode> {
  if (!actor) return refuse('ACTOR_UNKNOWN', { field });
  if (!actor.proposable) return refuse('NOT_PROPOSABLE', { field });
  return actor.reachable ? ok(actor) : refuse('NOBODY_TO_ASK', { field });
}

/** Whether these two can be introduced by anybody at all. */
export function checkEnds(viewer: Viewer, ends: Ends, known: EndsKnown): Result<Ends, AskingCode> {
  if (!mayAsk(viewer, ends)) return refuse('NOT_PERMITTED');
  if (ends.firstId === ends.secondId) return refuse('SAME_ACTOR', { field: 'secondId' });
  if (!known.actors.has(ends.firstId)) return refuse('ACTOR_UNKNOWN', { field: 'firstId' });
  const asked = endsAsked(ends);
  for (const { field, actorId } of asked) {
    const checked = checkAskedActor(field, known.actors.get(actorId));
    if (!checked.ok) return checked;
  }
  if (known.workTogether) return refuse('KNOW_EACH_OTHER');
  if (known.open) return refuse('ALREADY_OPEN');
  const { restDays, askedAtOnce, wantedAtOnce } = INTRODUCTION_LIMITS;
  if (known.declinedOn !== null && addDays(known.declinedOn, restDays) > known.today) {
    return refuse('RECENTLY_DECLINED', { params: { days: restDays } });
  }
  if (ends.askedById !== null && known.askedFor >= askedAtOnce) return refuse('TOO_MANY_ASKED', { params: { max: askedAtOnce } });
  const busy = asked.find(({ actorId }) => (known.wanted.get(actorId) ?? 0) >= wantedAtOnce);
  return busy ? refuse('END_BUSY', { field: busy.field, params: { max: wantedAtOnce } }) : ok(ends);
}

/** Whether an organisation can be asked to introduce two others. */
export function checkGoBetween(actor: AskedActor | undefined, { tied, recently }: WayKnown): Result<AskedActor, AskingCode> {
  const checked = checkAskedActor('goBetweenId', actor);
  if (!checked.ok) return checked;
  if (!tied) return refuse('NO_WAY', { field: 'goBetweenId' });
  const { goBetween: max, goBetweenDays: days } = INTRODUCTION_LIMITS;
  return recently >= max ? refuse('GO_BETWEEN_BUSY', { field: 'goBetweenId', params: { max, days } }) : checked;
}

/** Purpose and reason as they will be put to the three. */
export function checkIntroductionText({ purpose, reason }: IntroductionText): Result<IntroductionText, TextCode> {
  const line = checkText('purpose', purpose, { max: INTRODUCTION_LIMITS.purpose });
  if (!line.ok) return line;
  const text = checkText('reason', reason, { max: INTRODUCTION_LIMITS.reason });
  return text.ok ? ok({ purpose: line.value, reason: text.value }) : text;
}

const unasked = (side: Side, actorId: Id): IntroductionSide => ({
  side,
  actorId,
  answer: null,
  note: '',
  noteShared: false,
  answeredOn: null,
  personId: null,
});

/** Whoever asks has agreed by asking. */
function askedAnew(sides: readonly IntroductionSide[], viewer: Viewer, askedById: Id | null, today: LocalDate): IntroductionSide[] {
  return sides.map(({ side, actorId }) =>
    actorId === askedById
      ? { ...unasked(side, actorId), answer: 'YES', answeredOn: today, personId: viewer.personId }
      : unasked(side, actorId),
  );
}

/** Asks the three. */
export function askIntroduction(viewer: Viewer, wish: IntroductionWish, known: EndsKnown & WayKnown): Result<Introduction, AskingCode> {
  if (!mayAsk(viewer, wish)) return refuse('NOT_PERMITTED');
  const text = checkIntroductionText(wish);
  if (!text.ok) return text;
  const { id, regionId, askedById, firstId, goBetweenId, secondId } = wish;
  if (goBetweenId === firstId || goBetweenId === secondId) return refuse('SAME_ACTOR', { field: 'goBetweenId' });
  const ends = checkEnds(viewer, wish, known);
  if (!ends.ok) return ends;
  const between = checkGoBetween(known.actors.get(goBetweenId), known);
  if (!between.ok) return between;
  const { today } = known;
  const actorIds = [firstId, goBetweenId, secondId];
  const sides = SIDES.map((side, at) => unasked(side, actorIds[at]!));
  return ok({
    ...{ id, regionId, askedById, ...text.value },
    sides: askedAnew(sides, viewer, askedById, today),
    textVersion: 1,
    state: 'ASKED',
    askedOn: today,
    answerBy: addDays(today, ANSWER_DAYS),
    agreedOn: null,
    metOn: null,
    endedOn: null,
    outcome: null,
    outcomeId: null,
    outcomeNote: '',
    version: 1,
  });
}

/** Answers a "Ja, aber …" with another text, about which all are asked again; what they said to the old one counts no more. */
export function reviseIntroduction(
  viewer: Viewer,
  introduction: Introduction,
  wish: IntroductionText,
  today: LocalDate,
): Result<Introduction, AskingCode> {
  if (!asks(viewer, introduction)) return refuse('NOT_PERMITTED');
  if (introduction.state !== 'ASKED') return refuse('STATE_DIFFERS');
  if (!introduction.sides.some(({ answer }) => answer === 'YES_BUT')) return refuse('NOTHING_TO_CHANGE');
  const text = checkIntroductionText(wish);
  if (!text.ok) return text;
  const { purpose, reason } = text.value;
  if (purpose === introduction.purpose && reason === introduction.reason) return refuse('TEXT_UNCHANGED', { field: 'reason' });
  return ok({
    ...introduction,
    ...text.value,
    textVersion: introduction.textVersion + 1,
    sides: askedAnew(introduction.sides, viewer, introduction.askedById, today),
    answerBy: addDays(today, ANSWER_DAYS),
  });
}
