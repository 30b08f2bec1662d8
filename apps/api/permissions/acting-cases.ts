import { idFrom, newId, type Id } from '@knotenpunkt/kernel';
import type { CloserLook } from './cases';

/** Made before the walk: who is invited to act for OWN, and what the stranger has registered and was asked about. */
export const acting = {
  invitation: idFrom('walk', 'invitation'),
  registration: idFrom('walk', 'registration'),
  /** Of the link in the mail to whom was invited; found when it is prepared. */
  invitationToken: '',
};

export const INVITED = 'eingeladen@beispiel.example';

/** As `about` in `cases.ts`: a version no record has. */
const NO_VERSION = 99_999;
const about = (id: Id, more: object = {}) => ({ input: { id, expectedVersion: NO_VERSION, ...more } });
const standing = { position: 'Vorstand', evidence: 'Vereinsregister' };

/** An organisation somebody registers. */
export const foundingOf = (id: Id, name: string) => ({
  ...{ id, name, kind: 'CIVIL_SOCIETY', city: 'Ostwalden', summary: 'Hilft.', ...standing },
});

/** Somebody who is invited to act for an organisation. */
export const invitationOf = (id: Id, actorId: Id, email: string) => ({
  ...{ id, actorId, name: 'Kim Beispiel', email, role: 'EDITOR', fromOn: '2026-01-01' },
});

/** Arguments of what is done about mandates and about organisations that register. */
export function actingArguments(own: Id, mandate: Id): Record<string, () => Record<string, unknown>> {
  const { invitation, registration } = acting;
  return {
    actorClaim: () => ({ actorId: own }),
    auditTrail: () => ({ actorId: own }),
    mandateInvitations: () => ({ actorId: own }),
    openedInvitation: () => ({ token: acting.invitationToken }),
    acceptMandateInvitation: () => ({ input: { token: acting.invitationToken } }),
    // The true one would be used up by the first who asks.
    declineMandateInvitation: () => ({ input: { token: 'keines' } }),
    answerRegistrationQuestion: () => about(registration, { answer: 'Der Trägerkreis.' }),
    askAboutRegistration: () => about(registration, { question: 'Wer gehört dazu?' }),
    changeMandate: () => about(mandate, { role: 'SUBSTITUTE' }),
    claimActor: () => ({ input: { id: newId(), actorId: own, ...standing } }),
    handOverAdministration: () => ({ input: { id: newId(), mandateId: mandate } }),
    inviteToMandate: () => ({ input: invitationOf(newId(), own, `${newId()}@beispiel.example`) }),
    refuseRegistration: () => about(registration, { reason: 'Unbekannt.' }),
    registerOrganisation: () => ({ input: foundingOf(newId(), 'Walk gegründet') }),
    verifyRegistration: () => about(registration, { way: 'CALL', note: 'Zentrale' }),
    withdrawMandateInvitation: () => about(invitation),
    withdrawRegistration: () => about(registration),
  };
}

/** Fields of mandates and registrations that answer to who asks. */
export function actingLooks(own: Id): Record<string, CloserLook> {
  const { registration } = acting;
  return {
    'Act.personName': {
      ask: '{ latestActs(first: 100) { actorId verb personName } }',
      found: ({ latestActs }: { latestActs: { actorId: string | null; verb: string; personName: string | null }[] }) =>
        latestActs.filter(({ actorId, verb, personName }) => actorId === own && verb === 'actor.profileUpdated' && personName !== null),
    },
    'PersonMandate.availableActions': {
      ask: `{ mandatesOfActor(actorId: "${own}") { availableActions } }`,
      found: ({ mandatesOfActor }: { mandatesOfActor: { availableActions: string[] }[] }) =>
        mandatesOfActor.flatMap(({ availableActions }) => availableActions.filter((action) => action !== 'leave')),
    },
    'Registration.note': {
      ask: '{ registrations { edges { node { id note } } } }',
      found: ({ registrations }: { registrations: { edges: { node: { id: Id; note: string | null } }[] } }) =>
        registrations.edges.filter(({ node }) => node.id === registration && node.note !== null),
    },
    'Registration.availableActions': {
      ask: '{ ownRegistrations { id availableActions } }',
      found: ({ ownRegistrations }: { ownRegistrations: { id: Id; availableActions: string[] }[] }) =>
        ownRegistrations.filter(({ id }) => id === registration).flatMap(({ availableActions }) => availableActions),
    },
  };
}
