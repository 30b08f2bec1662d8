import { idFrom, newId, type Id } from '@knotenpunkt/kernel';

/** Vorhaben of OWN, made before the walk by `prepare-initiatives.ts`. */
export const initiatives = {
  /** One organisation is invited to it. A part of `proposed`. */
  idea: idFrom('walk', 'idea'),
  running: idFrom('walk', 'running'),
  /** Put to another organisation, which has not answered. A part of `running`. */
  proposed: idFrom('walk', 'proposed'),
  /** Led by another organisation and put to OWN. */
  waiting: idFrom('walk', 'waiting-initiative'),
  event: idFrom('walk', 'event'),
  /** Written by somebody who may not decide. */
  draft: idFrom('walk', 'initiative-draft'),
};

export function wordsOf(title: string) {
  return { title, kind: 'PROJECT', summary: 'Alle kommen zur Schicht.' };
}

/** As `about` in `cases.ts`: a version no record has. */
const NO_VERSION = 99_999;
const about = (id: Id, more: object = {}) => ({ input: { id, expectedVersion: NO_VERSION, ...more } });
const late = { deadlineOn: '2098-01-01' };

/** Arguments of what can be done with Vorhaben and their events. */
export function initiativeArguments(own: Id, other: Id): Record<string, () => Record<string, unknown>> {
  return {
    initiative: () => ({ slug: 'walk-vorschlag' }),
    proposedPartners: () => ({ initiativeSlug: 'walk-vorschlag' }),
    initiatives: () => ({ filter: { states: ['PROPOSED'], actorId: own } }),
    abandonInitiative: () => about(initiatives.running, { reason: 'Kein Geld.' }),
    // Nobody has invited OWN to its own Vorhaben: who may answer for OWN is told so.
    acceptInvitation: () => ({ input: { id: initiatives.running, actorId: own } }),
    addEvent: () => ({
      input: { id: newId(), initiativeId: initiatives.running, title: 'Walk Runde', format: 'TALK', dateOn: '2099-01-01' },
    }),
    addResult: () => about(initiatives.running, { text: 'Zwei Fahrten', on: '2026-01-01' }),
    answerProposal: () => ({
      input: { id: initiatives.proposed, actorId: own, version: 1, answer: 'YES_BUT', change: 'Erst im Herbst.' },
    }),
    cancelEvent: () => about(initiatives.event),
    changeInitiative: () => about(initiatives.running, wordsOf('Walk läuft')),
    confirmProposalReservation: () => ({ input: { id: initiatives.proposed, actorId: own } }),
    declineInvitation: () => ({ input: { id: initiatives.running, actorId: own } }),
    finishInitiative: () => about(initiatives.running),
    invitePartner: () => ({ input: { id: initiatives.running, actorId: own } }),
    leaveInitiative: () => ({ input: { id: initiatives.running, actorId: own } }),
    promiseForInitiative: () => ({
      input: { id: newId(), initiativeId: initiatives.running, actorId: own, text: 'Ein Fahrer', dueOn: '2099-01-01' },
    }),
    proposeInitiative: () => ({
      input: { ...wordsOf('Walk neu'), ...late, id: newId(), leadId: own, partnerIds: [other], onDecline: 'ABANDON' },
    }),
    releaseInitiative: () => about(initiatives.draft),
    discardInitiativeDraft: () => about(initiatives.draft),
    registerInitiative: () => ({ input: { ...wordsOf('Walk neu'), id: newId(), leadId: own } }),
    removePartner: () => ({ input: { id: initiatives.running, actorId: other } }),
    reportEventHeld: () => about(initiatives.event, { participantIds: [other] }),
    reviseProposal: () => about(initiatives.proposed, { ...wordsOf('Walk anders'), ...late }),
    startInitiative: () => about(initiatives.idea),
  };
}

const look = (slug: string, field: string, found: (initiative: never) => unknown) => ({
  ask: `{ initiative(slug: "${slug}") { ${field} } }`,
  found: ({ initiative }: { initiative: never | null }) => (initiative === null ? null : found(initiative)),
});

/** Fields of a Vorhaben and of its events that answer to who asks. */
export const INITIATIVE_LOOKS = {
  'Event.availableActions': look(
    'walk-laeuft',
    'events { id availableActions }',
    (initiative: { events: { id: Id; availableActions: string[] }[] }) =>
      initiative.events.filter(({ id }) => id === initiatives.event).flatMap(({ availableActions }) => availableActions),
  ),
  'Initiative.availableActions': look(
    'walk-laeuft',
    'availableActions',
    (initiative: { availableActions: string[] }) => initiative.availableActions,
  ),
  'Initiative.consentRound': look(
    'walk-vorschlag',
    'consentRound { version }',
    (initiative: { consentRound: unknown }) => initiative.consentRound,
  ),
  'Initiative.consentRounds': look(
    'walk-vorschlag',
    'consentRounds { version }',
    (initiative: { consentRounds: unknown[] }) => initiative.consentRounds,
  ),
  // Who is invited only those concerned know.
  'Initiative.partners': look('walk-idee', 'partners { state }', (initiative: { partners: unknown[] }) => initiative.partners),
  'Initiative.partOf': look('walk-idee', 'partOf { id }', (initiative: { partOf: unknown }) => initiative.partOf),
  'Initiative.parts': look('walk-laeuft', 'parts { id }', (initiative: { parts: unknown[] }) => initiative.parts),
};
