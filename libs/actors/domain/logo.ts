import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { canEdit, type Actor } from './actor';

/** The largest file that is taken for a logo, in bytes; what is kept of it is much smaller. */
export const LARGEST_LOGO = 5 * 1024 * 1024;

/** Whether everybody may see the logo: it is as public as the Steckbrief it stands on. */
export function hasPublicLogo(actor: Pick<Actor, 'archived'>): boolean {
  return !actor.archived;
}

/** Who sees the logo: everybody; that of an archived organisation only those who act for it and the coordination. */
export function canSeeLogo(viewer: Viewer, actor: Pick<Actor, 'id' | 'archived'>): boolean {
  return hasPublicLogo(actor) || actsFor(viewer, actor.id, 'EDITOR') || passes(viewer, 'COORDINATOR');
}

/** Decides on another logo, or on none: gives what is to be kept. Those decide who keep the Steckbrief. */
export function changeLogo(
  viewer: Viewer,
  actor: Pick<Actor, 'id' | 'archived'>,
  hash: string | null,
): Result<string | null, 'NOT_PERMITTED'> {
  return canEdit(viewer, actor) ? ok(hash) : refuse('NOT_PERMITTED');
}

/** Where a picture is sent to, before it is shown as the logo. */
export const logoDoor = (actorId: string) => `/dateien/logo/${actorId}`;

/** Where a logo is found. An address shows one picture for ever, so another logo has another address. */
export function logoAddress(actorId: string, hash: string, size: 'large' | 'small'): string {
  return `${logoDoor(actorId)}/${hash}${size === 'small' ? '-klein' : ''}.webp`;
}

/** What an address of a logo names; null: nothing that ever was an address. */
export function readLogoFile(file: string): { hash: string; small: boolean } | null {
  const [, hash, small] = /^([0-9a-f]{64})(-klein)?\.webp$/.exec(file) ?? [];
  return hash === undefined ? null : { hash, small: small !== undefined };
}
