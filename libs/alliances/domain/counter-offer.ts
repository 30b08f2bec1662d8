import type { ConsentRound } from '@knotenpunkt/agreements/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { addDays, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { checkContribution, contributionInWords, sameContribution, type Contribution } from '@knotenpunkt/themes/domain';
import { leads, type Alliance, type AllianceMember } from './alliance';
import type { AllianceCode } from './alliance-text';

/** WAITING: for the others' answers. TAKEN: a version was made with it. UNDONE: the former text came back. DROPPED: overtaken. */
export const OFFER_STATES = ['WAITING', 'TAKEN', 'UNDONE', 'DROPPED'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What a member offers instead of what it was asked for: about its own contribution only. */
export interface CounterOffer {
  id: Id;
  allianceId: Id;
  actorId: Id;
  /** Who said so for it. */
  personId: Id | null;
  /** The version it answers. */
  roundVersion: number;
  state: OfferState;
  former: Contribution;
  offered: Contribution;
  offeredOn: LocalDate;
  /** The version that came of it; null: none (yet). */
  madeVersion: number | null;
}

export type OfferCode = AllianceCode | 'OFFERS_USED_UP' | 'OFFER_UNCHANGED' | 'OFFER_UNKNOWN' | 'OFFER_OVERTAKEN';

/** So often may a member bring about a new version of one alliance by itself. */
export const MOST_OFFERS = 2;

/** Everybody has at least so many days for a version that nobody of those who lead has written. */
const DAYS_TO_ANSWER = 7;

/** What a member brings, without what it is. */
export function contributionOfMember({ commitment, contributionKind, amount, fromOn, dueOn }: Contribution): Contribution {
  return { commitment, contributionKind, amount, fromOn, dueOn };
}

/** How many a member has used up: those of which a version came. */
function usedBy(actorId: Id, offers: readonly Pick<CounterOffer, 'actorId' | 'madeVersion'>[]): number {
  return offers.filter((offer) => offer.actorId === actorId && offer.madeVersion !== null).length;
}

/** Whether a member may still offer something else than it was asked for. */
export function mayOffer(
  { state, members }: { state: string; members: readonly Pick<AllianceMember, 'actorId' | 'state'>[] },
  actorId: Id,
  offers: readonly Pick<CounterOffer, 'actorId' | 'madeVersion'>[],
): boolean {
  const sits = members.some((member) => member.actorId === actorId && member.state !== 'DECLINED');
  return state === 'INVITING' && sits && usedBy(actorId, offers) < MOST_OFFERS;
}

/** A counter-offer as it will be kept, or why there is none. The one it has made to the same version before is replaced. */
export function checkOffer(
  alliance: Alliance,
  offers: readonly CounterOffer[],
  wish: Pick<CounterOffer, 'id' | 'actorId' | 'personId' | 'roundVersion' | 'offered'>,
  today: LocalDate,
): Result<CounterOffer, OfferCode> {
  if (alliance.state !== 'INVITING') return refuse('STATE_DIFFERS');
  const member = alliance.members.find(({ actorId, state }) => actorId === wish.actorId && state !== 'DECLINED');
  if (!member) return refuse('MEMBER_UNKNOWN', { field: 'actorId' });
  if (!mayOffer(alliance, wish.actorId, offers)) return refuse('OFFERS_USED_UP', { params: { max: MOST_OFFERS } });
  const offered = checkContribution(wish.offered, today);
  if (!offered.ok) return offered;
  const former = contributionOfMember(member);
  if (sameContribution(former, offered.value)) return refuse('OFFER_UNCHANGED', { field: 'commitment' });
  return ok({ ...wish, allianceId: alliance.id, offered: offered.value, former, state: 'WAITING', offeredOn: today, madeVersion: null });
}

/**
 * The offers of which a new version is to be made now. The first to a version somebody wrote is taken at once. A version that
 * itself came of an offer waits until everybody has answered it, and takes all further ones together: so the members are
 * asked in rounds, however many offer something else, and nobody is asked again for each.
 */
export function offersToTake(round: ConsentRound, offers: readonly CounterOffer[]): CounterOffer[] {
  if (round.state !== 'OPEN') return [];
  const waiting = offers.filter(({ state, roundVersion }) => state === 'WAITING' && roundVersion === round.version);
  const cameOfOffer = offers.some(({ state, madeVersion }) => state === 'TAKEN' && madeVersion === round.version);
  const silent = round.parties.some(({ answer }) => answer === null);
  return cameOfOffer && silent ? [] : waiting;
}

/** The alliance with what its members offer; stances went with the former version. */
export function withOffers(alliance: Alliance, taken: readonly Pick<CounterOffer, 'actorId' | 'offered'>[]): Alliance {
  const offered = new Map(taken.map((offer) => [offer.actorId, offer.offered]));
  return { ...alliance, members: alliance.members.map((member) => ({ ...member, ...offered.get(member.actorId), stance: '' })) };
}

/** Until when the version that came of an offer is asked about: as before, but never for less than a week. */
export function deadlineAfterOffer({ deadlineOn }: Pick<ConsentRound, 'deadlineOn'>, today: LocalDate): LocalDate {
  const aWeek = addDays(today, DAYS_TO_ANSWER);
  return deadlineOn > aWeek ? deadlineOn : aWeek;
}

/** The alliance with what a member was asked for before it offered something else: who leads it decides that. */
export function undoOffer(
  viewer: Viewer,
  alliance: Alliance,
  offer: CounterOffer | null,
  today: LocalDate,
): Result<{ alliance: Alliance; offer: CounterOffer }, OfferCode> {
  if (!leads(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (alliance.state !== 'INVITING') return refuse('STATE_DIFFERS');
  if (offer?.state !== 'TAKEN') return refuse('OFFER_UNKNOWN', { field: 'offerId' });
  const member = alliance.members.find(({ actorId, state }) => actorId === offer.actorId && state !== 'DECLINED');
  // What was written since then is not to be lost by it.
  if (!member || !sameContribution(contributionOfMember(member), offer.offered)) return refuse('OFFER_OVERTAKEN', { field: 'offerId' });
  const former = checkContribution(offer.former, today);
  if (!former.ok) return refuse('OFFER_OVERTAKEN', { field: 'offerId' });
  const back = withOffers(alliance, [{ actorId: offer.actorId, offered: offer.former }]);
  return ok({ alliance: back, offer: { ...offer, state: 'UNDONE' } });
}

/** What a member asks to change, as it stands among the answers. */
export function offerInWords({ former, offered }: Pick<CounterOffer, 'former' | 'offered'>, language: 'de' | 'en', words: string): string {
  return words
    .replace('{{offered}}', () => contributionInWords(offered, language))
    .replace('{{former}}', () => contributionInWords(former, language));
}
