import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { checkMailAddress } from './account';
import { passes, type Viewer } from './viewer';

/** Why what stands under a mail address is erased for somebody without an account (Article 17 (1) GDPR). */
export const ERASING_GROUNDS = ['ASKED_FOR', 'NO_GROUND', 'NOT_NEEDED'] as const;
export type ErasingGround = (typeof ERASING_GROUNDS)[number];

export type ErasingCode = 'NOT_PERMITTED' | 'MAIL_INVALID' | 'ADDRESS_HAS_ACCOUNT' | 'NOTHING_HELD' | 'GROUND_MISSING';

/** Administrators of the platform look up and erase what is held on somebody without an account. */
export function erasesForOthers(viewer: Viewer): boolean {
  return passes(viewer, 'PLATFORM_ADMINISTRATOR');
}

/** All that is wrong with what is asked for, in the order of the fields. */
export function wrongInErasing({ email, ground }: { email: string; ground: string | null }) {
  const address = checkMailAddress(email);
  const known = ERASING_GROUNDS.some((one) => one === ground);
  return [address.ok ? null : address.refusal, known ? null : refuse('GROUND_MISSING', { field: 'ground' }).refusal].filter(
    (wrong) => wrong !== null,
  );
}

/** Whether it may be erased. Whoever has an account erases it alone, so that nobody else ends it. */
export function decideErasingAddress(
  viewer: Viewer,
  wish: { email: string; ground: string },
  found: { hasAccount: boolean; held: boolean },
): Result<ErasingGround, ErasingCode> {
  if (!erasesForOthers(viewer)) return refuse('NOT_PERMITTED');
  const [wrong] = wrongInErasing(wish);
  if (wrong) return { ok: false, refusal: wrong };
  if (found.hasAccount) return refuse('ADDRESS_HAS_ACCOUNT', { field: 'email' });
  return found.held ? ok(wish.ground as ErasingGround) : refuse('NOTHING_HELD', { field: 'email' });
}
