import { isAgreed, remainingParties, type ConsentRound } from '@knotenpunkt/agreements/domain';
import type { WantedBench } from '@knotenpunkt/challenges/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { leads, type Alliance, type AllianceMember } from './alliance';
import { ALLIANCE_LIMITS, type AllianceCode } from './alliance-text';
import { emptyBenches, fillBenches, type BenchFill } from './benches';

export type FormationCode = AllianceCode | 'OPEN_RESERVATION' | 'NOT_AGREED' | 'BENCH_EMPTY';

/** What is agreed: who belongs to it, and where too few sit. */
interface Agreed {
  members: AllianceMember[];
  gaps: BenchFill[];
}

/** The members with what the answers say of them: a "Nein" leaves, everybody else is still asked. */
export function withAnswers(members: readonly AllianceMember[], round: Pick<ConsentRound, 'parties'>): AllianceMember[] {
  const declined = new Set(round.parties.filter(({ answer }) => answer === 'NO').map(({ actorId }) => actorId));
  return members.map((member) => ({ ...member, state: declined.has(member.actorId) ? 'DECLINED' : 'INVITED' }));
}

/** Whether all who remain have agreed to the version that stands there now, without reservation. */
function agreedBy(
  alliance: Pick<Alliance, 'members'>,
  round: ConsentRound | null,
  wanted: readonly WantedBench[],
): Result<Agreed, FormationCode> {
  if (!round) return refuse('NOT_AGREED', { params: { count: alliance.members.length } });
  const remaining = remainingParties(round);
  const reserved = remaining.filter(({ answer }) => answer === 'RESERVED').length;
  if (reserved > 0) return refuse('OPEN_RESERVATION', { params: { count: reserved } });
  const asked = new Set(round.parties.map(({ actorId }) => actorId));
  const sameMembers = asked.size === alliance.members.length && alliance.members.every(({ actorId }) => asked.has(actorId));
  if (!sameMembers || !isAgreed(round)) {
    return refuse('NOT_AGREED', { params: { count: remaining.filter(({ answer }) => answer !== 'YES').length } });
  }
  const members = withAnswers(alliance.members, round);
  return ok({ members, gaps: emptyBenches(fillBenches(wanted, members)) });
}

function benchEmpty({ kind, minimum, filled }: BenchFill): Result<never, 'BENCH_EMPTY'> {
  return refuse('BENCH_EMPTY', { params: { kind, minimum, filled } });
}

/** What still keeps an alliance from being formed, if no gap is named; null: nothing. */
export function formationRefusal(alliance: Alliance, round: ConsentRound | null, wanted: readonly WantedBench[]) {
  const agreed = agreedBy(alliance, round, wanted);
  if (!agreed.ok) return agreed.refusal;
  const [gap] = agreed.value.gaps;
  const refused = gap && benchEmpty(gap);
  return refused && !refused.ok ? refused.refusal : null;
}

function formed(alliance: Alliance, agreed: Agreed, gapsNote: string, today: LocalDate): Alliance {
  return {
    ...alliance,
    state: 'FORMED',
    formedOn: today,
    members: agreed.members.map((member) => (member.state === 'DECLINED' ? member : { ...member, state: 'MEMBER' })),
    namedGaps: agreed.gaps,
    gapsNote: agreed.gaps.length > 0 ? gapsNote : '',
  };
}

/**
 * Forms an alliance: every remaining member has agreed to the current version, no reservation is open, and on each
 * wanted bench sit enough, or the gap is named where everybody can read it.
 */
export function formAlliance(
  viewer: Viewer,
  alliance: Alliance,
  about: { round: ConsentRound | null; wanted: readonly WantedBench[]; nameGaps: boolean; gapsNote: string; today: LocalDate },
): Result<Alliance, FormationCode> {
  if (!leads(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (alliance.state !== 'INVITING') return refuse('STATE_DIFFERS');
  const note = checkText('gapsNote', about.gapsNote, { max: ALLIANCE_LIMITS.note, optional: true });
  if (!note.ok) return note;
  const agreed = agreedBy(alliance, about.round, about.wanted);
  if (!agreed.ok) return agreed;
  const [gap] = agreed.value.gaps;
  if (gap && !about.nameGaps) return benchEmpty(gap);
  return ok(formed(alliance, agreed.value, note.value, about.today));
}

/**
 * The alliance that the last "Ja" forms by itself: nobody declined and no bench is empty. Otherwise null, and those who
 * lead it decide: on a replacement, or on naming the gap.
 */
export function formedByLastAnswer(
  alliance: Alliance,
  round: ConsentRound,
  wanted: readonly WantedBench[],
  today: LocalDate,
): Alliance | null {
  if (alliance.state !== 'INVITING') return null;
  const agreed = agreedBy(alliance, round, wanted);
  if (!agreed.ok || agreed.value.gaps.length > 0) return null;
  return agreed.value.members.some(({ state }) => state === 'DECLINED') ? null : formed(alliance, agreed.value, '', today);
}
