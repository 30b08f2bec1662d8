import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { checkLink, checkText, isLocalDate, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { coordinates, type Alliance } from '../alliance';
import type { AllianceCode } from '../alliance-text';
import { isWorking, presentMembers, speaksFor } from '../membership/admission';

/** DECISION: a Beschluss. MINUTES: a Protokoll. RESULT: what changed, for whom. LESSON: what they would do differently. */
export const STATEMENT_KINDS = ['DECISION', 'MINUTES', 'RESULT', 'LESSON'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** What each member says of it. Who says nothing has not confirmed it. */
export const STANDS = ['AGREED', 'ABSTAINED', 'OBJECTED'] as const;
export type Stand = (typeof STANDS)[number];

export interface TakenStand {
  actorId: Id;
  stand: Stand | null;
  /** Why, where it objects. */
  note: string;
  saidOn: LocalDate | null;
}

export const STATEMENT_AUDIENCES = ['MEMBERS', 'PUBLIC'] as const;
export type StatementAudience = (typeof STATEMENT_AUDIENCES)[number];

/** Of minutes: where they met, who was there, when they meet again. */
export interface Meeting {
  place: string;
  presentIds: Id[];
  nextOn: LocalDate | null;
}

/** What one member writes down for the alliance, and each of the others confirms or objects to. */
export interface Statement {
  id: Id;
  allianceId: Id;
  kind: StatementKind;
  text: string;
  /** The day it was decided, they met, or it was so. */
  on: LocalDate;
  /** For whom something changed; of results only. */
  concerns: string;
  evidenceUrl: string;
  /** PUBLIC is read by everybody once all have confirmed it, not before. */
  audience: StatementAudience;
  meeting: Meeting | null;
  /** The minutes a decision stands in. */
  minutesId: Id | null;
  /** What it takes the place of, once it is confirmed. */
  replacesId: Id | null;
  enteredById: Id;
  enteredOn: LocalDate;
  confirmedOn: LocalDate | null;
  withdrawnOn: LocalDate | null;
  stands: TakenStand[];
  version: number;
}

/** OPEN: somebody has not said anything. OBJECTED: one objects. CONFIRMED: all agree or abstain. */
export type StatementStanding = 'OPEN' | 'OBJECTED' | 'CONFIRMED' | 'WITHDRAWN';

export type StatementCode =
  | AllianceCode
  | 'DAY_PASSED_MISSING'
  | 'DAY_INVALID'
  | 'PRESENT_MISSING'
  | 'REPLACED_UNKNOWN'
  | 'ALREADY_REPLACED'
  | 'MINUTES_UNKNOWN'
  | 'TOO_MANY_STATEMENTS'
  | 'NOT_ASKED'
  | 'STATEMENT_SETTLED';

export const STATEMENT_LIMITS = { text: 1_000, minutes: 6_000, concerns: 160, place: 120, note: 300, count: 200 } as const;

type Writing = Pick<
  Statement,
  'id' | 'kind' | 'text' | 'on' | 'concerns' | 'evidenceUrl' | 'audience' | 'meeting' | 'minutesId' | 'replacesId' | 'enteredById'
>;

/** Results and lessons are for everybody; decisions and minutes for whom the one says that writes them. */
export function audienceOf({ kind, audience }: Pick<Statement, 'kind' | 'audience'>): StatementAudience {
  return kind === 'RESULT' || kind === 'LESSON' ? 'PUBLIC' : audience;
}

/** While it works anything is written down, after its end what came of it and what was learned. */
export function mayBeStated(alliance: Pick<Alliance, 'state'>, kind: StatementKind): boolean {
  return isWorking(alliance) || (alliance.state === 'CONCLUDED' && (kind === 'RESULT' || kind === 'LESSON'));
}

function checkMeeting(alliance: Alliance, { kind, meeting }: Writing, today: LocalDate): Result<Meeting | null, StatementCode> {
  if (kind !== 'MINUTES') return ok(null);
  const place = checkText('place', meeting?.place ?? '', { max: STATEMENT_LIMITS.place });
  if (!place.ok) return place;
  const present = presentMembers(alliance).filter(({ actorId }) => meeting?.presentIds.includes(actorId));
  if (present.length === 0) return refuse('PRESENT_MISSING', { field: 'presentIds' });
  const nextOn = meeting?.nextOn ?? null;
  if (nextOn !== null && (!isLocalDate(nextOn) || nextOn < today)) return refuse('DAY_INVALID', { field: 'nextOn' });
  return ok({ place: place.value, presentIds: present.map(({ actorId }) => actorId), nextOn });
}

function checkWords(writing: Writing): Result<Pick<Statement, 'text' | 'concerns' | 'evidenceUrl'>, StatementCode> {
  const { kind } = writing;
  const text = checkText('text', writing.text, { max: kind === 'MINUTES' ? STATEMENT_LIMITS.minutes : STATEMENT_LIMITS.text });
  if (!text.ok) return text;
  const concerns = checkText('concerns', kind === 'RESULT' ? writing.concerns : '', {
    max: STATEMENT_LIMITS.concerns,
    optional: kind !== 'RESULT',
  });
  if (!concerns.ok) return concerns;
  const evidenceUrl = checkLink('evidenceUrl', kind === 'RESULT' ? writing.evidenceUrl : '');
  if (!evidenceUrl.ok) return evidenceUrl;
  return ok({ text: text.value, concerns: concerns.value, evidenceUrl: evidenceUrl.value });
}

function checkLinks({ kind, minutesId, replacesId }: Writing, present: readonly Statement[]): Result<null, StatementCode> {
  const isMinutes = present.some(({ id, kind: as }) => id === minutesId && as === 'MINUTES');
  if (minutesId !== null && (kind !== 'DECISION' || !isMinutes)) return refuse('MINUTES_UNKNOWN', { field: 'minutesId' });
  if (replacesId === null) return ok(null);
  const replaced = present.find(({ id }) => id === replacesId);
  if (replaced?.kind !== kind || replaced.withdrawnOn !== null) return refuse('REPLACED_UNKNOWN', { field: 'replacesId' });
  const isTaken = present.some((each) => each.replacesId === replacesId && each.withdrawnOn === null);
  return isTaken ? refuse('ALREADY_REPLACED', { field: 'replacesId' }) : ok(null);
}

/** A member writes something down; all who belong to it that day are asked, and the one that writes it has agreed by that. */
export function enterStatement(
  viewer: Viewer,
  alliance: Alliance,
  writing: Writing,
  { present, today }: { present: readonly Statement[]; today: LocalDate },
): Result<Statement, StatementCode> {
  const { id, kind, on, minutesId, replacesId, enteredById } = writing;
  if (!speaksFor(viewer, alliance, enteredById)) return refuse('NOT_PERMITTED');
  if (!mayBeStated(alliance, kind)) return refuse('STATE_DIFFERS');
  if (present.length >= STATEMENT_LIMITS.count) return refuse('TOO_MANY_STATEMENTS', { params: { max: STATEMENT_LIMITS.count } });
  const words = checkWords(writing);
  if (!words.ok) return words;
  if (!isLocalDate(on) || on > today) return refuse('DAY_PASSED_MISSING', { field: 'on' });
  const meeting = checkMeeting(alliance, writing, today);
  if (!meeting.ok) return meeting;
  const links = checkLinks(writing, present);
  if (!links.ok) return links;
  const stands = presentMembers(alliance).map(({ actorId }): TakenStand => {
    const wrote = actorId === enteredById;
    return { actorId, stand: wrote ? 'AGREED' : null, note: '', saidOn: wrote ? today : null };
  });
  const entered: Statement = {
    ...words.value,
    ...{ id, allianceId: alliance.id, kind, on, meeting: meeting.value, minutesId, replacesId, enteredById, stands },
    ...{ audience: audienceOf(writing), enteredOn: today, confirmedOn: null, withdrawnOn: null, version: 1 },
  };
  return ok(settledStatement(entered, alliance, today));
}

/** Who is still to say something: of those who were asked, who belongs to it now. */
export function silentOnes({ stands }: Pick<Statement, 'stands'>, alliance: Pick<Alliance, 'members'>): Id[] {
  const present = new Set(presentMembers(alliance).map(({ actorId }) => actorId));
  return stands.filter(({ actorId, stand }) => stand === null && present.has(actorId)).map(({ actorId }) => actorId);
}

export function standingOfStatement(statement: Pick<Statement, 'stands' | 'withdrawnOn' | 'confirmedOn'>): StatementStanding {
  if (statement.withdrawnOn !== null) return 'WITHDRAWN';
  if (statement.confirmedOn !== null) return 'CONFIRMED';
  return statement.stands.some(({ stand }) => stand === 'OBJECTED') ? 'OBJECTED' : 'OPEN';
}

/** Confirmed once nobody who belongs to it is silent, and nobody objects. Then it stands as it is. */
export function settledStatement(statement: Statement, alliance: Pick<Alliance, 'members'>, today: LocalDate): Statement {
  const open = standingOfStatement(statement) === 'OPEN';
  return open && silentOnes(statement, alliance).length === 0 ? { ...statement, confirmedOn: today } : statement;
}

/** Whether an organisation may say something of it. */
function isAskedAbout(alliance: Pick<Alliance, 'members'>, statement: Statement, actorId: Id): boolean {
  const asked = statement.stands.some((each) => each.actorId === actorId);
  return asked && presentMembers(alliance).some((member) => member.actorId === actorId);
}

/** One member agrees, abstains, or objects and says why; it may say something else until all have confirmed it. */
export function takeStand(
  viewer: Viewer,
  alliance: Alliance,
  statement: Statement,
  said: { actorId: Id; stand: Stand; note: string },
  today: LocalDate,
): Result<Statement, StatementCode> {
  if (!speaksFor(viewer, alliance, said.actorId)) return refuse('NOT_PERMITTED');
  if (!isAskedAbout(alliance, statement, said.actorId)) return refuse('NOT_ASKED');
  if (statement.confirmedOn !== null || statement.withdrawnOn !== null) return refuse('STATEMENT_SETTLED');
  const note = checkText('note', said.stand === 'OBJECTED' ? said.note : '', {
    max: STATEMENT_LIMITS.note,
    optional: said.stand !== 'OBJECTED',
  });
  if (!note.ok) return note;
  const taken: TakenStand = { actorId: said.actorId, stand: said.stand, note: note.value, saidOn: today };
  const stands = statement.stands.map((each) => (each.actorId === said.actorId ? taken : each));
  return ok(settledStatement({ ...statement, stands }, alliance, today));
}

/** Who wrote it takes it back before all have confirmed it; what stands confirmed is replaced by another. */
export function withdrawStatement(
  viewer: Viewer,
  alliance: Alliance,
  statement: Statement,
  today: LocalDate,
): Result<Statement, StatementCode> {
  if (!speaksFor(viewer, alliance, statement.enteredById)) return refuse('NOT_PERMITTED');
  if (statement.confirmedOn !== null || statement.withdrawnOn !== null) return refuse('STATEMENT_SETTLED');
  return ok({ ...statement, withdrawnOn: today });
}

/** Who reads what is for members: their people, editors too, and coordinators. */
export function readsForMembers(viewer: Viewer, alliance: Pick<Alliance, 'members'>): boolean {
  return coordinates(viewer) || presentMembers(alliance).some(({ actorId }) => actsFor(viewer, actorId, 'EDITOR'));
}

export function isPublicStatement({
  audience,
  confirmedOn,
  withdrawnOn,
}: Pick<Statement, 'audience' | 'confirmedOn' | 'withdrawnOn'>): boolean {
  return audience === 'PUBLIC' && confirmedOn !== null && withdrawnOn === null;
}

/** What a viewer reads of them: everybody what is public and confirmed, members and coordinators all. */
export function shownStatements(viewer: Viewer, alliance: Pick<Alliance, 'members'>, statements: readonly Statement[]): Statement[] {
  return readsForMembers(viewer, alliance) ? [...statements] : statements.filter(isPublicStatement);
}

/** What has taken its place: a later one counts once it is confirmed. */
export function replacementOf({ id }: Pick<Statement, 'id'>, statements: readonly Statement[]): Statement | null {
  return statements.find(({ replacesId, confirmedOn }) => replacesId === id && confirmedOn !== null) ?? null;
}

export const STATEMENT_ACTIONS = ['answerAllianceStatement', 'withdrawAllianceStatement', 'replaceAllianceStatement'] as const;
export type StatementAction = (typeof STATEMENT_ACTIONS)[number];

/** What a viewer may do with one of them, among all there are. */
export function statementActions(viewer: Viewer, alliance: Alliance, statement: Statement, all: readonly Statement[]): StatementAction[] {
  const open = statement.confirmedOn === null && statement.withdrawnOn === null;
  const isMember = presentMembers(alliance).some(({ actorId }) => actsFor(viewer, actorId));
  const isReplaced = all.some(({ replacesId, withdrawnOn }) => replacesId === statement.id && withdrawnOn === null);
  const may: Record<StatementAction, boolean> = {
    answerAllianceStatement: open && statement.stands.some(({ actorId }) => speaksFor(viewer, alliance, actorId)),
    withdrawAllianceStatement: open && speaksFor(viewer, alliance, statement.enteredById),
    replaceAllianceStatement: isMember && statement.withdrawnOn === null && !isReplaced && mayBeStated(alliance, statement.kind),
  };
  return STATEMENT_ACTIONS.filter((action) => may[action]);
}
