import type { WantedBench } from '@knotenpunkt/challenges/domain';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, fill, isLocalDate, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import {
  checkContribution,
  checkTerms,
  LONGEST_COMMITMENT,
  termsInWords,
  type ActorKind,
  type Contribution,
  type ContributionCode,
} from '@knotenpunkt/themes/domain';

import { coordinates, leads, type Alliance, type AllianceMember } from './alliance';
import { employeesSideOf } from './employees-side';
import { messages } from './messages';

export const ALLIANCE_LIMITS = {
  title: 120,
  purpose: 600,
  commitment: LONGEST_COMMITMENT,
  members: 15,
  milestone: 160,
  milestones: 30,
  effect: 1_000,
  reason: 600,
  review: 1_000,
  stance: 600,
  note: 600,
} as const;

/** An actor as an alliance needs to know it. */
export interface Seat {
  name: string;
  kind: ActorKind;
}

export interface MemberWish extends Contribution {
  actorId: Id;
}

/** What is written in an alliance before it is formed. */
export interface AllianceWish {
  title: string;
  purpose: string;
  members: MemberWish[];
}

export type AllianceCode =
  | ContributionCode
  | 'NOT_PERMITTED'
  | 'STATE_DIFFERS'
  | 'ENTRY_HIDDEN'
  | 'CHALLENGE_NOT_OPEN'
  | 'ACTOR_UNKNOWN'
  | 'MEMBER_TWICE'
  | 'MEMBER_UNKNOWN'
  | 'TOO_MANY_MEMBERS'
  | 'COMMITMENT_INCOMPLETE';

interface About {
  /** The actors of the region among those named. */
  seats: ReadonlyMap<Id, Seat>;
  today: LocalDate;
}

function checkMember(wish: MemberWish, { seats, today }: About): Result<AllianceMember, AllianceCode> {
  const field = 'members';
  const seat = seats.get(wish.actorId);
  if (!seat) return refuse('ACTOR_UNKNOWN', { field });
  const commitment = checkText(field, wish.commitment, { max: ALLIANCE_LIMITS.commitment, optional: true });
  if (!commitment.ok) return commitment;
  const dueFits = wish.dueOn === null || (isLocalDate(wish.dueOn) && wish.dueOn >= today);
  if (!dueFits) return refuse('DUE_INVALID', { field, params: { actor: seat.name } });
  const terms = checkTerms(wish, wish.dueOn);
  if (!terms.ok) return refuse(terms.refusal.code, { field, params: { actor: seat.name } });
  const contribution = { ...terms.value, commitment: commitment.value, dueOn: wish.dueOn };
  return ok({ actorId: wish.actorId, bench: seat.kind, ...contribution, state: 'INVITED', stance: '', joinedOn: null });
}

/** An alliance's text and members as they will be stored, or why not. */
export function checkAlliance(wish: AllianceWish, about: About): Result<Pick<Alliance, 'title' | 'purpose' | 'members'>, AllianceCode> {
  const title = checkText('title', wish.title, { max: ALLIANCE_LIMITS.title });
  if (!title.ok) return title;
  const purpose = checkText('purpose', wish.purpose, { max: ALLIANCE_LIMITS.purpose });
  if (!purpose.ok) return purpose;
  if (wish.members.length > ALLIANCE_LIMITS.members) {
    return refuse('TOO_MANY_MEMBERS', { field: 'members', params: { max: ALLIANCE_LIMITS.members } });
  }
  if (new Set(wish.members.map(({ actorId }) => actorId)).size < wish.members.length) return refuse('MEMBER_TWICE', { field: 'members' });
  const members: AllianceMember[] = [];
  for (const member of wish.members) {
    const checked = checkMember(member, about);
    if (!checked.ok) return checked;
    members.push(checked.value);
  }
  return ok({ title: title.value, purpose: purpose.value, members });
}

/**
 * A draft for a challenge. Coordinators draft any; a delegate drafts for an organisation that is among the members.
 * Nobody is asked by it.
 */
export function draftAlliance(
  viewer: Viewer,
  wish: AllianceWish & { id: Id; regionId: Id; slug: string; challengeId: Id; draftedById: Id | null },
  about: About & { challenge: { state: string; hidden?: boolean; benches: readonly WantedBench[] } },
): Result<Alliance, AllianceCode> {
  const { id, regionId, slug, challengeId, draftedById } = wish;
  const isMember = wish.members.some(({ actorId }) => actorId === draftedById);
  const may = draftedById === null ? coordinates(viewer) : actsFor(viewer, draftedById) && isMember;
  if (!may) return refuse('NOT_PERMITTED');
  if (about.challenge.state !== 'PUBLISHED' || about.challenge.hidden) return refuse('CHALLENGE_NOT_OPEN');
  const text = checkAlliance(wish, about);
  if (!text.ok) return text;
  return ok({
    ...text.value,
    ...{ id, regionId, slug, challengeId, draftedById },
    state: 'DRAFT',
    milestones: [],
    reviews: [],
    departures: [],
    namedGaps: [],
    gapsNote: '',
    employeesNote: '',
    employeesAsked: false,
    formedOn: null,
    activatedOn: null,
    concludedOn: null,
    effect: '',
    calledOffOn: null,
    callOffReason: '',
    version: 1,
  });
}

/** Other words and members, before anybody was asked. */
export function changeDraft(viewer: Viewer, alliance: Alliance, wish: AllianceWish, about: About): Result<Alliance, AllianceCode> {
  return rewrite(viewer, alliance, 'DRAFT', wish, about);
}

/** Other words and members while all are asked: a new version, about which everybody is asked again. */
export function reviseAlliance(viewer: Viewer, alliance: Alliance, wish: AllianceWish, about: About): Result<Alliance, AllianceCode> {
  const next = rewrite(viewer, alliance, 'INVITING', wish, about);
  return next.ok ? complete(next.value, about.today) : next;
}

function rewrite(
  viewer: Viewer,
  alliance: Alliance,
  state: Alliance['state'],
  wish: AllianceWish,
  about: About,
): Result<Alliance, AllianceCode> {
  if (!leads(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (alliance.state !== state) return refuse('STATE_DIFFERS');
  const text = checkAlliance(wish, about);
  return text.ok ? ok({ ...alliance, ...text.value }) : text;
}

/** The wish with one member in another's place; the others stay as they are. */
export function withReplaced(alliance: Alliance, actorId: Id, by: MemberWish): Result<AllianceWish, AllianceCode> {
  if (!alliance.members.some((member) => member.actorId === actorId)) return refuse('MEMBER_UNKNOWN', { field: 'actorId' });
  const { title, purpose } = alliance;
  return ok({ title, purpose, members: alliance.members.map((member) => (member.actorId === actorId ? by : member)) });
}

/** From a draft to a question put to all. Everybody must be able to read what each one brings, until when. */
export function inviteMembers(viewer: Viewer, alliance: Alliance, today: LocalDate): Result<Alliance, AllianceCode> {
  if (!leads(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (alliance.state !== 'DRAFT') return refuse('STATE_DIFFERS');
  return complete({ ...alliance, state: 'INVITING' }, today);
}

function complete(alliance: Alliance, today: LocalDate): Result<Alliance, AllianceCode> {
  const missing = alliance.members.filter((member) => !checkContribution(member, today).ok);
  if (missing.length > 0) return refuse('COMMITMENT_INCOMPLETE', { field: 'members', params: { count: missing.length } });
  const members = alliance.members.map((member): AllianceMember => ({ ...member, state: 'INVITED' }));
  return ok({ ...alliance, members, employeesAsked: employeesSideOf({ ...alliance, members }) !== 'NOT_ASKED' });
}

/** What all are asked to agree to: the purpose, and what each one brings, how much, from when until when. Who declined is left out. */
export function consentTextOf(
  { title, purpose, members }: Pick<Alliance, 'title' | 'purpose' | 'members'>,
  seats: ReadonlyMap<Id, Seat>,
  language: 'de' | 'en',
): string {
  const { member, intent } = messages[language].consent;
  const lines = members
    .filter(({ state }) => state !== 'DECLINED')
    .map((one) =>
      fill(member, { actor: seats.get(one.actorId)?.name ?? '', commitment: one.commitment, terms: termsInWords(one, language) }),
    );
  return [title, purpose, lines.join('\n'), intent].join('\n\n');
}
