import { type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, checkText, isLocalDate, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import type { Alliance } from '../alliance';
import { ALLIANCE_LIMITS, type AllianceCode } from '../alliance-text';
import { isWorking, presentMembers, speaksFor } from './admission';

/** A member says that it leaves; from the day it named on it has left. Nothing of it disappears. */
export interface Departure {
  id: Id;
  actorId: Id;
  bench: ActorKind;
  /** What it had promised. */
  commitment: string;
  /** Since when it belonged to it. */
  since: LocalDate;
  leavesOn: LocalDate;
  reason: string;
  saidOn: LocalDate;
  /** It has left. Before that day it still belongs to it. */
  done: boolean;
}

export type DepartureCode = AllianceCode | 'NOT_A_MEMBER' | 'ALREADY_LEAVING' | 'LEAVES_INVALID' | 'COMMITMENTS_UNDECIDED' | 'NOT_LEAVING';

/** So far ahead a member can say that it leaves. */
const LONGEST_NOTICE_DAYS = 365;

export interface DepartureWish {
  id: Id;
  actorId: Id;
  leavesOn: LocalDate;
  reason: string;
  /** Zusagen it still keeps after it has left. */
  kept: readonly Id[];
  /** Zusagen it gives back: the others see them as tasks somebody can take on. */
  givenBack: readonly Id[];
}

/** Since when a member belongs to it. */
export function memberSince(alliance: Pick<Alliance, 'formedOn'>, { joinedOn }: { joinedOn: LocalDate | null }): LocalDate | null {
  return joinedOn ?? alliance.formedOn;
}

/** A member leaves by its own word only, and says of each open Zusage what becomes of it. */
export function announceDeparture(
  viewer: Viewer,
  alliance: Alliance,
  wish: DepartureWish,
  { openCommitments, today }: { openCommitments: readonly Id[]; today: LocalDate },
): Result<Departure, DepartureCode> {
  const { id, actorId, leavesOn } = wish;
  const member = presentMembers(alliance).find((each) => each.actorId === actorId);
  if (!speaksFor(viewer, alliance, actorId) || !member) return refuse('NOT_PERMITTED');
  if (!isWorking(alliance)) return refuse('STATE_DIFFERS');
  if (alliance.departures.some((each) => each.actorId === actorId && !each.done)) return refuse('ALREADY_LEAVING');
  const inTime = isLocalDate(leavesOn) && leavesOn >= today && leavesOn <= addDays(today, LONGEST_NOTICE_DAYS);
  if (!inTime) return refuse('LEAVES_INVALID', { field: 'leavesOn' });
  const reason = checkText('reason', wish.reason, { max: ALLIANCE_LIMITS.reason });
  if (!reason.ok) return reason;
  const undecided = openCommitments.filter((each) => !wish.kept.includes(each) && !wish.givenBack.includes(each));
  if (undecided.length > 0) return refuse('COMMITMENTS_UNDECIDED', { params: { count: undecided.length } });
  const { bench, commitment } = member;
  const since = memberSince(alliance, member) ?? today;
  return ok({ id, actorId, bench, commitment, since, leavesOn, reason: reason.value, saidOn: today, done: false });
}

/** It stays after all, as long as it has not left. What it gave back stays given back. */
export function takeBackDeparture(viewer: Viewer, alliance: Alliance, actorId: Id): Result<Departure, DepartureCode> {
  if (!speaksFor(viewer, alliance, actorId)) return refuse('NOT_PERMITTED');
  const announced = alliance.departures.find((each) => each.actorId === actorId && !each.done);
  return announced ? ok(announced) : refuse('NOT_LEAVING');
}

/** The alliance without those whose day has come. */
export function withoutDeparted(alliance: Alliance, today: LocalDate): { alliance: Alliance; departed: Departure[] } {
  const departed = alliance.departures.filter(({ done, leavesOn }) => !done && leavesOn <= today).map((each) => ({ ...each, done: true }));
  const left = new Set(departed.map(({ actorId }) => actorId));
  return {
    departed,
    alliance: {
      ...alliance,
      members: alliance.members.filter(({ actorId }) => !left.has(actorId)),
      departures: alliance.departures.map((each) => departed.find(({ id }) => id === each.id) ?? each),
    },
  };
}
