import { themeOf } from '@knotenpunkt/themes/domain';

/** What can be followed. */
export const FOLLOW_TYPES = ['ACTOR', 'INITIATIVE', 'CHALLENGE', 'ALLIANCE', 'COMMITMENT', 'THEME'] as const;
export type FollowType = (typeof FOLLOW_TYPES)[number];

/** So many things can one person follow in a region: more is no following. */
export const MOST_FOLLOWED = 300;

/** What is told in one weekly mail at most. */
export const DIGEST_ITEMS = 5;

/** Between two visits lies at least this much; what is shorter is one visit. */
const VISIT_PAUSE_MS = 30 * 60_000;

/** A week, less what a job may be late or early. */
const DIGEST_PAUSE_MS = 6.5 * 86_400_000;

/** When somebody looked: last, and the time before. News are what happened since then. */
export interface Visits {
  seenAt: Date | null;
  seenBeforeAt: Date | null;
}

/** The visits after one more look. */
export function visited({ seenAt, seenBeforeAt }: Visits, now: Date): Visits {
  const goesOn = seenAt !== null && now.getTime() - seenAt.getTime() < VISIT_PAUSE_MS;
  return { seenAt: now, seenBeforeAt: goesOn ? seenBeforeAt : seenAt };
}

/** Whether the weekly mail may go out again. */
export function digestDue(sentAt: Date | null, now: Date): boolean {
  return sentAt === null || now.getTime() - sentAt.getTime() >= DIGEST_PAUSE_MS;
}

/** Whether there is such a theme; other things are known to the rooms they belong to. */
export function isTheme(id: string): boolean {
  return themeOf(id) !== null;
}
