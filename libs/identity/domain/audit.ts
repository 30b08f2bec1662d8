import type { Id } from '@knotenpunkt/kernel';
import { actsFor, passes, type Viewer } from './viewer';

/** What the trail keeps. What follows the dot is in the past; each has a sentence in the catalogue (`audit.verbs`). */
export const AUDIT_VERBS = [
  'mandate.granted',
  'mandate.changed',
  'mandate.ended',
  'mandate.handedOver',
  'mandate.invited',
  'mandate.invitationWithdrawn',
  'mandate.invitationDeclined',
  'mandate.requestRefused',
  'organisation.registered',
  'organisation.claimed',
  'organisation.questioned',
  'organisation.verified',
  'organisation.refused',
  'organisation.successionProposed',
  'organisation.successionAgreed',
  'organisation.successionDeclined',
  'organisation.succeeded',
  'organisation.successionUndone',
  'account.registered',
  'account.passwordSet',
  'account.addressChanged',
  'account.renamed',
  'account.erased',
  'address.erased',
  'account.blocked',
  'account.opened',
  'account.factorTaken',
  'security.AUTHENTICATOR_ADDED',
  'security.AUTHENTICATOR_REMOVED',
  'security.PASSKEY_ADDED',
  'security.PASSKEY_REMOVED',
  'security.RECOVERY_CODES_RENEWED',
  'security.RECOVERY_CODE_USED',
  'security.CODES_TRIED',
  'security.SIGN_ON_LINKED',
  'security.SIGN_ON_UNLINKED',
  'security.SIGN_ON_ALLOWED',
] as const;
export type AuditVerb = (typeof AUDIT_VERBS)[number];

/** Whose trail is read: of the region, of one organisation, or what belongs to no region. */
export type AuditScope = { region: Id } | { actor: Id; region: Id } | 'NO_REGION';

/**
 * The trail somebody may read: coordinators that of their region, administrators that of their organisation, the administrators of
 * the platform also what belongs to no region. Null: none.
 */
export function auditScope(viewer: Viewer, asked: { regionId: Id; actorId: Id | null; withoutRegion: boolean }): AuditScope | null {
  const { regionId: region, actorId: actor, withoutRegion } = asked;
  if (withoutRegion) return passes(viewer, 'PLATFORM_ADMINISTRATOR') ? 'NO_REGION' : null;
  const coordinates = passes(viewer, 'COORDINATOR');
  if (actor !== null) return coordinates || actsFor(viewer, actor, 'ADMINISTRATOR') ? { actor, region } : null;
  return coordinates ? { region } : null;
}
