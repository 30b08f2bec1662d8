import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, checkText, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { keeps, type Alliance } from './alliance';
import { ALLIANCE_LIMITS, type AllianceCode } from './alliance-text';

/** What is decided at a review; the third choice, to conclude, is an act of its own. */
export const REVIEW_DECISIONS = ['GO_ON', 'CHANGE'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** A look back after a year: does it go on as it is, or what changes. */
export interface AllianceReview {
  id: Id;
  on: LocalDate;
  decision: ReviewDecision;
  /** What was seen, and what changes. */
  summary: string;
}

/** A review is due a year after the last one, the first a year after it was formed. */
const DAYS_BETWEEN_REVIEWS = 365;

/** The day of the next review; null where there is none: before it is formed, and after its end. */
export function nextReviewOn({ state, formedOn, reviews }: Pick<Alliance, 'state' | 'formedOn' | 'reviews'>): LocalDate | null {
  if ((state !== 'FORMED' && state !== 'ACTIVE') || formedOn === null) return null;
  const last = reviews.reduce((latest, { on }) => (on > latest ? on : latest), formedOn);
  return addDays(last, DAYS_BETWEEN_REVIEWS);
}

/** Records a review, early ones too. */
export function reviewAlliance(
  viewer: Viewer,
  alliance: Alliance,
  wish: Pick<AllianceReview, 'id' | 'decision' | 'summary'>,
  today: LocalDate,
): Result<Alliance, AllianceCode> {
  if (!keeps(viewer, alliance)) return refuse('NOT_PERMITTED');
  if (nextReviewOn(alliance) === null) return refuse('STATE_DIFFERS');
  const summary = checkText('summary', wish.summary, { max: ALLIANCE_LIMITS.review });
  if (!summary.ok) return summary;
  const review = { id: wish.id, on: today, decision: wish.decision, summary: summary.value };
  return ok({ ...alliance, reviews: [...alliance.reviews, review] });
}

/** Whether somebody may put a stance of its own beside the common text: those who are asked, and members until the end. */
export function mayDiffer(viewer: Viewer, { state, members }: Alliance, actorId: Id): boolean {
  const standing = state === 'INVITING' ? 'INVITED' : state === 'FORMED' || state === 'ACTIVE' ? 'MEMBER' : null;
  return members.some((member) => member.actorId === actorId && member.state === standing) && actsFor(viewer, actorId);
}

/** "Abweichende Haltung": what one of them holds that the common text does not say. Empty takes it back. */
export function stateStance(
  viewer: Viewer,
  alliance: Alliance,
  { actorId, stance }: { actorId: Id; stance: string },
): Result<Alliance, AllianceCode> {
  if (!actsFor(viewer, actorId)) return refuse('NOT_PERMITTED');
  if (!alliance.members.some((member) => member.actorId === actorId)) return refuse('MEMBER_UNKNOWN', { field: 'actorId' });
  if (!mayDiffer(viewer, alliance, actorId)) return refuse('STATE_DIFFERS');
  const text = checkText('stance', stance, { max: ALLIANCE_LIMITS.stance, optional: true });
  if (!text.ok) return text;
  return ok({
    ...alliance,
    members: alliance.members.map((member) => (member.actorId === actorId ? { ...member, stance: text.value } : member)),
  });
}
