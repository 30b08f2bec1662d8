import type { KnownCompetences } from '@knotenpunkt/actors/domain';
import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CHALLENGE_LIMITS, checkChallenge, type ChallengeText, type ChallengeTextCode } from './challenge-text';

/** REFUSED: not published, with the reason; whoever asks may write it anew. */
export const CHALLENGE_STATES = ['PROPOSED', 'PUBLISHED', 'CLOSED', 'REFUSED'] as const;
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

/** EDITORIAL: written by the coordination, asked by nobody in particular ("Redaktionelle Frage"). */
export const CHALLENGE_ORIGINS = ['EDITORIAL', 'ACTOR'] as const;
export type ChallengeOrigin = (typeof CHALLENGE_ORIGINS)[number];

/** The question an alliance is formed for. */
export interface Challenge extends ChallengeText {
  id: Id;
  regionId: Id;
  slug: string;
  /** Who asks; null for an editorial one. */
  askedById: Id | null;
  origin: ChallengeOrigin;
  state: ChallengeState;
  /** Why it was refused; empty otherwise. */
  refusalReason: string;
  publishedOn: LocalDate | null;
  closedOn: LocalDate | null;
  /** Out of sight by a decision of the coordination: read by those who ask and the coordination only. */
  hidden?: boolean;
  version: number;
}

export type ChallengeCode = ChallengeTextCode | 'NOT_PERMITTED' | 'STATE_DIFFERS';

/** Coordinators of the region decide on what is published. */
export function coordinates(viewer: Viewer): boolean {
  return passes(viewer, 'COORDINATOR');
}

/** What is public everybody sees, what is not yet or is hidden: the organisation that asks, editors among its people, and coordinators. */
export function maySee(viewer: Viewer, { state, askedById, hidden }: Pick<Challenge, 'state' | 'askedById' | 'hidden'>): boolean {
  if (!hidden && (state === 'PUBLISHED' || state === 'CLOSED')) return true;
  return coordinates(viewer) || (askedById !== null && actsFor(viewer, askedById, 'EDITOR'));
}

/** Whoever may promise for an organisation may ask for it; without one only coordinators ask. */
export function mayPropose(viewer: Viewer, askedById: Id | null): boolean {
  return askedById === null ? coordinates(viewer) : actsFor(viewer, askedById);
}

/** The one who asks writes until it is published, coordinators until it is closed. */
export function mayChange(viewer: Viewer, { state, askedById }: Pick<Challenge, 'state' | 'askedById'>): boolean {
  if (state === 'CLOSED') return false;
  return coordinates(viewer) || (state !== 'PUBLISHED' && askedById !== null && actsFor(viewer, askedById));
}

interface About {
  known: KnownCompetences;
  today: LocalDate;
}

/** A new question, which a coordinator will publish or refuse. */
export function proposeChallenge(
  viewer: Viewer,
  wish: ChallengeText & { id: Id; regionId: Id; slug: string; askedById: Id | null },
  about: About,
): Result<Challenge, ChallengeCode> {
  if (!mayPropose(viewer, wish.askedById)) return refuse('NOT_PERMITTED');
  const text = checkChallenge(wish, about);
  if (!text.ok) return text;
  const { id, regionId, slug, askedById } = wish;
  return ok({
    ...text.value,
    id,
    regionId,
    slug,
    askedById,
    origin: askedById === null ? 'EDITORIAL' : 'ACTOR',
    state: 'PROPOSED',
    refusalReason: '',
    publishedOn: null,
    closedOn: null,
    version: 1,
  });
}

/** New words. A refused question that is written anew is proposed again. */
export function changeChallenge(viewer: Viewer, challenge: Challenge, wish: ChallengeText, about: About): Result<Challenge, ChallengeCode> {
  if (!mayChange(viewer, challenge)) return refuse('NOT_PERMITTED');
  // A day that was right when it was written may stay, although it has passed.
  const today = wish.untilOn === challenge.untilOn && wish.untilOn !== null && wish.untilOn < about.today ? wish.untilOn : about.today;
  const text = checkChallenge(wish, { ...about, today });
  if (!text.ok) return text;
  const again = challenge.state === 'REFUSED';
  return ok({ ...challenge, ...text.value, ...(again ? { state: 'PROPOSED' as const, refusalReason: '' } : {}) });
}

function decide(viewer: Viewer, challenge: Challenge, from: ChallengeState, next: Partial<Challenge>): Result<Challenge, ChallengeCode> {
  if (!coordinates(viewer)) return refuse('NOT_PERMITTED');
  return challenge.state === from ? ok({ ...challenge, ...next }) : refuse('STATE_DIFFERS');
}

export function publishChallenge(viewer: Viewer, challenge: Challenge, today: LocalDate): Result<Challenge, ChallengeCode> {
  return decide(viewer, challenge, 'PROPOSED', { state: 'PUBLISHED', publishedOn: today });
}

/** Not published, and why. The reason is read by the one who asks. */
export function refuseChallenge(viewer: Viewer, challenge: Challenge, reason: string): Result<Challenge, ChallengeCode> {
  const text = checkText('reason', reason, { max: CHALLENGE_LIMITS.reason });
  if (coordinates(viewer) && !text.ok) return text;
  return decide(viewer, challenge, 'PROPOSED', { state: 'REFUSED', refusalReason: text.ok ? text.value : '' });
}

/** Answered, or no longer asked. It stays readable. */
export function closeChallenge(viewer: Viewer, challenge: Challenge, today: LocalDate): Result<Challenge, ChallengeCode> {
  return decide(viewer, challenge, 'PUBLISHED', { state: 'CLOSED', closedOn: today });
}

export const CHALLENGE_ACTIONS = ['changeChallenge', 'publishChallenge', 'refuseChallenge', 'closeChallenge'] as const;
export type ChallengeAction = (typeof CHALLENGE_ACTIONS)[number];

/** What a viewer may do with a challenge next. */
export function challengeActions(viewer: Viewer, challenge: Challenge): ChallengeAction[] {
  const may: Record<ChallengeAction, boolean> = {
    changeChallenge: mayChange(viewer, challenge),
    publishChallenge: coordinates(viewer) && challenge.state === 'PROPOSED',
    refuseChallenge: coordinates(viewer) && challenge.state === 'PROPOSED',
    closeChallenge: coordinates(viewer) && challenge.state === 'PUBLISHED',
  };
  return CHALLENGE_ACTIONS.filter((action) => may[action]);
}
