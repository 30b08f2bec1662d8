import type { Audience, Id, LocalDate } from '@knotenpunkt/kernel';

/**
 * What a mandate allows. An EDITOR keeps profile and entries; DELEGATE and SUBSTITUTE also consent and promise for the
 * organisation; an ADMINISTRATOR also decides who else acts for it.
 */
export const MANDATE_ROLES = ['EDITOR', 'SUBSTITUTE', 'DELEGATE', 'ADMINISTRATOR'] as const;
export type MandateRole = (typeof MANDATE_ROLES)[number];

/** A person acts for an actor, for a period. `untilOn` is the last day; null: until it is ended. */
export interface Mandate {
  id: Id;
  actorId: Id;
  role: MandateRole;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
}

/** Who asks: nobody known, or a person with the mandates that are valid today in the region asked about. */
export interface Viewer {
  personId: Id | null;
  name: string | null;
  mandates: Mandate[];
  /** Of the region asked about. */
  coordinator: boolean;
  platformAdministrator: boolean;
  /** Has an office – coordination, or the platform – that waits for a second factor; until then it is not there. */
  awaitsSecondFactor?: boolean;
}

/** A viewer whose office counts only where a second factor was shown. Mandates count without. */
export function withOfficeIf(shown: boolean, viewer: Viewer): Viewer {
  if (shown || !(viewer.coordinator || viewer.platformAdministrator)) return viewer;
  return { ...viewer, coordinator: false, platformAdministrator: false, awaitsSecondFactor: true };
}

export const VISITOR: Viewer = { personId: null, name: null, mandates: [], coordinator: false, platformAdministrator: false };

/** What a resolver may demand at the door. MEMBER: a person with a valid mandate for an actor of the region. */
export const PERMISSIONS = ['ANYONE', 'SIGNED_IN', 'MEMBER', 'COORDINATOR', 'PLATFORM_ADMINISTRATOR'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What of a viewer says which doors open. */
export type Rights = Pick<Viewer, 'personId' | 'coordinator' | 'platformAdministrator'> & { mandates: readonly unknown[] };

/** What of a viewer says for whom they act. */
export type Acting = { mandates: readonly Pick<Mandate, 'actorId' | 'role'>[] };

/** Whether the viewer passes a door. Coordinators and platform administrators pass those for members. */
export function passes(viewer: Rights, permission: Permission): boolean {
  const member = viewer.mandates.length > 0 || viewer.coordinator || viewer.platformAdministrator;
  switch (permission) {
    case 'ANYONE':
      return true;
    case 'SIGNED_IN':
      return viewer.personId !== null;
    case 'MEMBER':
      return member;
    case 'COORDINATOR':
      return viewer.coordinator || viewer.platformAdministrator;
    case 'PLATFORM_ADMINISTRATOR':
      return viewer.platformAdministrator;
  }
}

/** On whose graph and lists the viewer reads. */
export function audienceOf(viewer: Rights): Audience {
  if (passes(viewer, 'COORDINATOR')) return 'COORDINATORS';
  return passes(viewer, 'MEMBER') ? 'MEMBERS' : 'PUBLIC';
}

const RANK: Record<MandateRole, number> = { EDITOR: 1, SUBSTITUTE: 2, DELEGATE: 2, ADMINISTRATOR: 3 };

/** Whether the viewer acts for an actor with at least the rights of a role. Being a coordinator is no mandate. */
export function actsFor(viewer: Acting, actorId: Id, minimum: MandateRole = 'DELEGATE'): boolean {
  return viewer.mandates.some((mandate) => mandate.actorId === actorId && RANK[mandate.role] >= RANK[minimum]);
}

/** Whether the viewer is told who acted: those who act for the same organisation, and those who coordinate the region. */
export function readsWhoActed(viewer: Rights & Acting, actorId: Id | null): boolean {
  return passes(viewer, 'COORDINATOR') || (actorId !== null && actsFor(viewer, actorId, 'EDITOR'));
}

/** The actors the viewer acts for with at least the rights of a role. */
export function actorsOf(viewer: Viewer, minimum: MandateRole = 'DELEGATE'): Id[] {
  return viewer.mandates.map(({ actorId }) => actorId).filter((actorId) => actsFor(viewer, actorId, minimum));
}

/** Whether a mandate counts on a day. */
export function isValidOn(mandate: Pick<Mandate, 'fromOn' | 'untilOn'>, day: LocalDate): boolean {
  return mandate.fromOn <= day && (mandate.untilOn === null || day <= mandate.untilOn);
}
