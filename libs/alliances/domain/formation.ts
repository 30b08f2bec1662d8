import { isAgreed, remainingParties, type ConsentRound } from '@knotenpunkt/agreements/domain';
import { challengeConcernsEmployees, type Challenge, type WantedBench } from '@knotenpunkt/challenges/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { leads, type Alliance, type AllianceMember } from './alliance';
import { ALLIANCE_LIMITS, type AllianceCode } from './alliance-text';
import { emptyBenches, fillBenches, type BenchFill } from './benches';
import { employeesSideOf } from './employees-side';

export type FormationCode = AllianceCode | 'OPEN_RESERVATION' | 'NOT_AGREED' | 'BENCH_EMPTY' | 'EMPLOYEES_SIDE_UNANSWERED';

/** What a question demands of those who answer it together. */
export interface Demands {
  benches: readonly WantedBench[];
  /** It touches what employees decide on together with their employer. */
  concernsEmployees: boolean;
}

/** The demands of a challenge; of one that is gone, none. */
export function demandsOf(challenge: (Parameters<typeof challengeConcernsEmployees>[0] & Pick<Challenge, 'benches'>) | null): Demands {
  return { benches: challenge?.benches ?? [], concernsEmployees: challenge !== null && challengeConcernsEmployees(challenge) };
}

/** What is agreed: who belongs to it, where too few sit, and whether it is to be said why nobody speaks for the employees. */
interface Agreed {
  members: AllianceMember[];
  gaps: BenchFill[];
  owesReason: boolean;
}

/** The members with what the answers say of them: a "Nein" leaves, also to an earlier version; everybody else is still asked. */
export function withAnswers(members: readonly AllianceMember[], round: Pick<ConsentRound, 'parties'>): AllianceMember[] {
  const declined = new Set(round.parties.filter(({ answer }) => answer === 'NO').map(({ actorId }) => actorId));
  const asked = new Set(round.parties.map(({ actorId }) => actorId));
  return members.map((member) => {
    const left = declined.has(member.actorId) || (member.state === 'DECLINED' && !asked.has(member.actorId));
    return { ...member, state: left ? 'DECLINED' : 'INVITED' };
  });
}

/** Whether all who remain have agreed to the version that stands there now, without reservation. */
function agreedBy(
  alliance: Pick<Alliance, 'members' | 'employeesAsked'>,
  round: ConsentRound | null,
  demands: Demands,
): Result<Agreed, FormationCode> {
  if (!round) return refuse('NOT_AGREED', { params: { count: alliance.members.length } });
  const remaining = remainingParties(round);
  const reserved = remaining.filter(({ answer }) => answer === 'RESERVED').length;
  if (reserved > 0) return refuse('OPEN_RESERVATION', { params: { count: reserved } });
  const asked = new Set(round.parties.map(({ actorId }) => actorId));
  const expected = alliance.members.filter(({ actorId, state }) => asked.has(actorId) || state !== 'DECLINED');
  const sameMembers = asked.size === expected.length && expected.every(({ actorId }) => asked.has(actorId));
  if (!sameMembers || !isAgreed(round)) {
    return refuse('NOT_AGREED', { params: { count: remaining.filter(({ answer }) => answer !== 'YES').length } });
  }
  const members = withAnswers(alliance.members, round);
  const owesReason = demands.concernsEmployees && employeesSideOf({ ...alliance, members }) === 'NOT_ASKED';
  return ok({ members, gaps: emptyBenches(fillBenches(demands.benches, members)), owesReason });
}

function benchEmpty({ kind, minimum, filled }: BenchFill): Result<never, 'BENCH_EMPTY'> {
  return refuse('BENCH_EMPTY', { params: { kind, minimum, filled } });
}

/** What still keeps an alliance from being formed, if nothing is said about gaps and the employees' side; null: nothing. */
export function formationRefusal(alliance: Alliance, round: ConsentRound | null, demands: Demands) {
  const agreed = agreedBy(alliance, round, demands);
  const said = agreed.ok ? answered(agreed.value, { nameGaps: false, employeesNote: '' }) : agreed;
  return said.ok ? null : said.refusal;
}

/** Refuses as long as an empty bench is not named, or the reason for the absence of the employees' side not given. */
function answered(
  { gaps: [gap], owesReason }: Agreed,
  { nameGaps, employeesNote }: { nameGaps: boolean; employeesNote: string },
): Result<null, FormationCode> {
  if (gap && !nameGaps) return benchEmpty(gap);
  return owesReason && employeesNote === '' ? refuse('EMPLOYEES_SIDE_UNANSWERED', { field: 'employeesNote' }) : ok(null);
}

function formed(alliance: Alliance, agreed: Agreed, notes: Pick<Alliance, 'gapsNote' | 'employeesNote'>, today: LocalDate): Alliance {
  return {
    ...alliance,
    state: 'FORMED',
    formedOn: today,
    members: agreed.members.map((member) => (member.state === 'DECLINED' ? member : { ...member, state: 'MEMBER' })),
    namedGaps: agreed.gaps,
    gapsNote: agreed.gaps.length > 0 ? notes.gapsNote : '',
    employeesNote: agreed.owesReason ? notes.employeesNote : '',
  };
}

/**
 * Forms an alliance: every remaining member has agreed to the current version, no reservation is open, on each wanted
 * bench sit enough, or the gap is named where everybody can read it, and where the question touches them the employees'
 * side was asked, or it is said why not.
 */
export function formAlliance(
  viewer: Viewer,
  alliance: Alliance,
  about: {
    round: ConsentRound | null;
    demands: Demands;
    nameGaps: boolean;
    gapsNote: string;
    employeesNote: string;
    today: LocalDate;
  },
): Result<Alliance, FormationCode> {
  if (!leads(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (alliance.state !== 'INVITING') return refuse('STATE_DIFFERS');
  const note = checkText('gapsNote', about.gapsNote, { max: ALLIANCE_LIMITS.note, optional: true });
  if (!note.ok) return note;
  const reason = checkText('employeesNote', about.employeesNote, { max: ALLIANCE_LIMITS.note, optional: true });
  if (!reason.ok) return reason;
  const agreed = agreedBy(alliance, about.round, about.demands);
  if (!agreed.ok) return agreed;
  const said = answered(agreed.value, { nameGaps: about.nameGaps, employeesNote: reason.value });
  if (!said.ok) return said;
  return ok(formed(alliance, agreed.value, { gapsNote: note.value, employeesNote: reason.value }, about.today));
}

/**
 * The alliance that the last "Ja" forms by itself: nobody declined, no bench is empty, and no reason is owed. Otherwise
 * null, and those who lead it decide: on a replacement, or on what they say about it.
 */
export function formedByLastAnswer(alliance: Alliance, round: ConsentRound, demands: Demands, today: LocalDate): Alliance | null {
  if (alliance.state !== 'INVITING') return null;
  const agreed = agreedBy(alliance, round, demands);
  if (!agreed.ok || agreed.value.gaps.length > 0 || agreed.value.owesReason) return null;
  const nothing = { gapsNote: '', employeesNote: '' };
  return agreed.value.members.some(({ state }) => state === 'DECLINED') ? null : formed(alliance, agreed.value, nothing, today);
}
