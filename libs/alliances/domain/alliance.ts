import { actsFor, passes, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { ActorKind, Contribution } from '@knotenpunkt/themes/domain';
import type { BenchFill } from './benches';
import type { Departure } from './membership/departure';
import type { AllianceReview } from './review';

/** DRAFT: nobody was asked yet. INVITING: all are asked. FORMED: all have agreed. ACTIVE: work has begun. CALLED_OFF: before it formed. */
export const ALLIANCE_STATES = ['DRAFT', 'INVITING', 'FORMED', 'ACTIVE', 'CONCLUDED', 'CALLED_OFF'] as const;
export type AllianceState = (typeof ALLIANCE_STATES)[number];

/** The states in which an alliance is public and ties its members. */
export const FORMED_STATES: readonly AllianceState[] = ['FORMED', 'ACTIVE', 'CONCLUDED'];

export const MEMBER_STATES = ['INVITED', 'MEMBER', 'DECLINED'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** One who is to belong to it, and what it brings. */
export interface AllianceMember extends Contribution {
  actorId: Id;
  /** The kind of the actor, as it was when it was invited. */
  bench: ActorKind;
  state: MemberState;
  /** What it holds that the common text does not say ("Abweichende Haltung"); empty: nothing. */
  stance: string;
  /** Since when, for one that came after it was formed; null: from the beginning. */
  joinedOn: LocalDate | null;
}

export interface Milestone {
  id: Id;
  text: string;
  dueOn: LocalDate;
  reachedOn: LocalDate | null;
}

/** Several actors who answer one challenge together. */
export interface Alliance {
  id: Id;
  regionId: Id;
  slug: string;
  challengeId: Id;
  title: string;
  purpose: string;
  state: AllianceState;
  /** The organisation that drafted it; null: the coordination. */
  draftedById: Id | null;
  members: AllianceMember[];
  milestones: Milestone[];
  /** The oldest first. */
  reviews: AllianceReview[];
  /** Who has left, or says that it will; the first one first. */
  departures: Departure[];
  /** Benches on which too few sat when it was formed nonetheless. */
  namedGaps: BenchFill[];
  /** What is said about them; empty otherwise. */
  gapsNote: string;
  /** Why the employees' side was not asked although the question touches it; empty otherwise. */
  employeesNote: string;
  /** Somebody who speaks for the employees is or was asked, even if it declined and was replaced since. */
  employeesAsked: boolean;
  formedOn: LocalDate | null;
  activatedOn: LocalDate | null;
  concludedOn: LocalDate | null;
  /** What came of it. */
  effect: string;
  calledOffOn: LocalDate | null;
  /** Why it was called off; empty otherwise. */
  callOffReason: string;
  /** Out of sight by a decision of the coordination: read by its members and the coordination only. */
  hidden?: boolean;
  version: number;
}

export function isFormed({ state }: Pick<Alliance, 'state'>): boolean {
  return FORMED_STATES.includes(state);
}

export function coordinates(viewer: Viewer): boolean {
  return passes(viewer, 'COORDINATOR');
}

/** Whether the viewer acts for one of the members. A mandate for a company is none for its works council. */
export function isParty(viewer: Viewer, { members }: Pick<Alliance, 'members'>, minimum: MandateRole = 'EDITOR'): boolean {
  return members.some(({ actorId }) => actsFor(viewer, actorId, minimum));
}

/** Coordinators and whoever drafted it lead it until it is formed. */
export function leads(viewer: Viewer, { draftedById }: Pick<Alliance, 'draftedById'>): boolean {
  return coordinates(viewer) || (draftedById !== null && actsFor(viewer, draftedById));
}

/** A draft is seen by those who lead it, once members are asked by these too, also after it was called off, and once it is formed by everybody, unless it is hidden. */
export function maySee(viewer: Viewer, alliance: Pick<Alliance, 'state' | 'draftedById' | 'members' | 'hidden'>): boolean {
  if (coordinates(viewer) || (isFormed(alliance) && !alliance.hidden)) return true;
  if (alliance.draftedById !== null && actsFor(viewer, alliance.draftedById, 'EDITOR')) return true;
  return alliance.state !== 'DRAFT' && isParty(viewer, alliance);
}

/** What was asked and answered is read by those who were asked, by whoever drafted it, and by coordinators. */
export function maySeeAnswers(viewer: Viewer, alliance: Pick<Alliance, 'state' | 'draftedById' | 'members' | 'hidden'>): boolean {
  return maySee(viewer, alliance) && (leads(viewer, alliance) || isParty(viewer, alliance));
}

/** Once it is formed, coordinators and every member keep its milestones and its end. */
export function keeps(viewer: Viewer, alliance: Pick<Alliance, 'members'>): boolean {
  const members = alliance.members.filter(({ state }) => state === 'MEMBER');
  return coordinates(viewer) || isParty(viewer, { members }, 'DELEGATE');
}

/** The members a viewer is shown: who declined is known to those who may see the answers only. */
export function shownMembers(viewer: Viewer, alliance: Alliance): AllianceMember[] {
  return maySeeAnswers(viewer, alliance) ? alliance.members : alliance.members.filter(({ state }) => state !== 'DECLINED');
}
