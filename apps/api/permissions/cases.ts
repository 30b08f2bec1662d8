import { idFrom, newId, systemClock, type Id } from '@knotenpunkt/kernel';
import { actingArguments, actingLooks } from './acting-cases';
import { heldArguments } from './held-cases';
import { ALLIANCE_WORK_LOOKS, allianceWorkArguments } from './alliance-work-cases';
import { DESK_LOOKS, deskArguments } from './desk-cases';
import { directoryArguments } from './directory-cases';
import { INITIATIVE_LOOKS, initiativeArguments } from './initiative-cases';
import { INTRODUCTION_LOOKS, introductionArguments } from './introduction-cases';
import { moderationArguments } from './moderation-cases';
import { stayingArguments } from './staying-cases';
import { THREAD_LOOKS, threadArguments } from './thread-cases';
import { VIEW_LOOKS, viewArguments } from './view-cases';

/** The organisation all records of the walk belong to, and the one the stranger acts for. */
export const OWN = idFrom('harkenrode', 'actor', 'a025');
export const FOREIGN = idFrom('harkenrode', 'actor', 'a001');

/** No record has this version: who may write is told so, and the record stays as it is for the next one who asks. */
const NO_VERSION = 99_999;

/** Records of OWN, made before the walk by `prepare.ts`. */
export const records = {
  entry: idFrom('walk', 'entry'),
  tie: idFrom('walk', 'tie'),
  mandate: idFrom('walk', 'mandate'),
  contactRequest: idFrom('walk', 'contact-request'),
  hiddenContact: idFrom('walk', 'contact'),
  commitment: idFrom('harkenrode', 'commitment', 'pausenraum'),
  /** Said to have been promised by OWN, for the alliance that is formed. */
  outsidePromise: idFrom('walk', 'outside-promise'),
  challenge: idFrom('walk', 'challenge'),
  publishedChallenge: idFrom('walk', 'published-challenge'),
  /** Drafted by OWN. */
  draft: idFrom('walk', 'draft'),
  /** Drafted by OWN, and the other has not answered. */
  inviting: idFrom('walk', 'inviting'),
  /** Drafted by the coordination, and OWN has not answered. */
  waiting: idFrom('walk', 'waiting'),
  /** Drafted by OWN; one declined, and one brings something else than it was asked for. */
  vacant: idFrom('walk', 'vacant'),
  /** With OWN among the members, and one who declined. */
  formed: idFrom('walk', 'formed'),
  milestone: idFrom('walk', 'milestone'),
  /** OWN was suggested to another organisation. */
  outcome: idFrom('harkenrode', 'suggestion', 'a022 a025'),
  /** The file OWN shows as its logo. */
  logo: '',
  /** Of somebody who would like to act for OWN; found when it is prepared. */
  mandateRequest: '',
  /** Of the link by which OWN is asked about the alliance that waits; found when it is prepared. */
  mailToken: '',
};
export const PARTNER = idFrom('harkenrode', 'actor', 'a002');
export const DECLINER = idFrom('harkenrode', 'actor', 'a012');
export const INVITING_SLUG = 'walk-wird-gefragt';
export const FORMED_SLUG = 'walk-gebildet';
export const VACANT_SLUG = 'walk-leerer-stuhl';
/** A question nobody but OWN prepares an alliance for. */
export const ALLIANCE_CHALLENGE = idFrom('harkenrode', 'challenge', 'kein-amt');
const ALLIANCE_CHALLENGE_SLUG = 'wer-geht-zu-jungen-leuten-die-kein-amt-mehr-erreicht';

/** An alliance's text with these members. */
export function allianceOf(title: string, ...actorIds: Id[]) {
  const members = actorIds.map((actorId) => ({ actorId, commitment: 'Hilft mit.', dueOn: '2099-01-01' }));
  return { title, purpose: 'Alle kommen an.', members };
}
/** What OWN is said to have promised by telephone. */
export function outsidePromiseOf(id: Id) {
  const said = { way: 'TELEPHONE', saidOn: '2026-01-01', saidBy: 'Disposition', proof: 'Notiz zum Telefonat' };
  return { id, actorId: OWN, purposeId: records.formed, text: 'Ein Fahrer', dueOn: '2099-01-01', ...said };
}
export const CHALLENGE_QUESTION = 'Wer fährt nachts zur Schicht';
export const CHALLENGE_SLUG = 'wer-faehrt-nachts-zur-schicht';

type Variables = Record<string, unknown>;
const about = (id: Id, more: Variables = {}) => ({ input: { id, expectedVersion: NO_VERSION, ...more } });
const anAddress = () => `${newId()}@beispiel.example`;

let partners = 1;
// A tie can be declared only once: each who may gets another organisation.
const nextPartner = () => idFrom('harkenrode', 'actor', `a${String(++partners).padStart(3, '0')}`);

/** Arguments of each operation that needs some; the document is made from the schema. A new operation is a line here and one in permissions.md. */
export const OPERATION_ARGUMENTS: Record<string, () => Variables> = {
  ...actingArguments(OWN, records.mandate),
  ...allianceWorkArguments(OWN),
  ...initiativeArguments(OWN, PARTNER),
  ...heldArguments(OWN, records.contactRequest),
  ...introductionArguments(OWN, PARTNER, systemClock.today('Europe/Berlin')),
  ...threadArguments(OWN),
  ...deskArguments(),
  ...stayingArguments(OWN, records.entry),
  ...directoryArguments(OWN, NO_VERSION),
  ...viewArguments(OWN),
  ...moderationArguments(OWN),
  actor: () => ({ slug: 'walk-own' }),
  actorById: () => ({ id: OWN }),
  challenge: () => ({ slug: CHALLENGE_SLUG }),
  challenges: () => ({ filter: { states: ['PROPOSED'], search: CHALLENGE_QUESTION } }),
  alliance: () => ({ slug: INVITING_SLUG }),
  alliances: () => ({ filter: { states: ['INVITING'], actorId: OWN } }),
  actorFits: () => ({ slug: 'walk-own' }),
  follow: () => ({ input: { type: 'ACTOR', targetId: OWN } }),
  unfollow: () => ({ input: { type: 'THEME', targetId: 'pflege' } }),
  setWeeklyMail: () => ({ wanted: true }),
  endWeeklyMail: () => ({ token: 'unknown' }),
  mailQuestion: () => ({ token: records.mailToken }),
  mandatesOfActor: () => ({ actorId: OWN }),
  retryMessage: () => ({ input: { id: '0' } }),
  requestAddress: () => ({ input: { email: 'kim@beispiel.example', password: 'nicht das richtige' } }),
  // A name that cannot be: nobody's is changed here.
  changeOwnName: () => ({ input: { name: ' ' } }),
  endOwnSession: () => ({ input: { id: newId() } }),
  proposeAuthenticator: () => ({ input: { password: 'nicht das richtige' } }),
  confirmAuthenticator: () => ({ input: { code: '000000' } }),
  removeAuthenticator: () => ({ input: { password: 'nicht das richtige' } }),
  renewRecoveryCodes: () => ({ input: { password: 'nicht das richtige' } }),
  proposePasskey: () => ({ input: { password: 'nicht das richtige' } }),
  addPasskey: () => ({ input: { token: 'keines', name: 'Diensthandy', response: '{}' } }),
  unlinkSignOn: () => ({ input: { key: 'land', password: 'nicht das richtige' } }),
  allowSignOn: () => ({ input: { key: 'land', password: 'nicht das richtige' } }),
  removePasskey: () => ({ input: { id: newId(), password: 'nicht das richtige' } }),
  heldAtAddress: () => ({ email: 'kim@beispiel.example' }),
  persons: () => ({ search: 'beispiel.example' }),
  eraseAddress: () => ({ input: { email: 'kim@beispiel.example', ground: 'ASKED_FOR', password: 'nicht das richtige' } }),
  takeAwaySecondFactor: () => ({ input: { personId: newId(), reason: 'Telefon verloren', password: 'nicht das richtige' } }),
  blockPerson: () => ({ input: { personId: newId(), reason: 'Gerät verloren' } }),
  unblockPerson: () => ({ input: { personId: newId() } }),
  matchDismissals: () => ({ actorId: OWN }),
  outcomesHeld: () => ({ actorId: OWN }),
  objectToOutcome: () => ({ input: { actorId: OWN, outcomeId: records.outcome } }),
  withdrawOutcomeObjection: () => ({ input: { actorId: OWN, outcomeId: records.outcome } }),
  discardLearned: () => ({ input: { expectedVersion: NO_VERSION } }),
  matchLine: () => ({ text: 'ein Bus für die Frühschicht', direction: 'NEED' }),
  missingAtTable: () => ({ challengeSlug: CHALLENGE_SLUG }),
  vacantAllianceSeats: () => ({ allianceSlug: VACANT_SLUG }),
  proposedAlliances: () => ({ challengeSlug: CHALLENGE_SLUG }),
  suggestions: () => ({ actorId: OWN }),
  dismissSuggestion: () => ({ input: { actorId: OWN, suggestedId: FOREIGN, reason: 'NO_FIT' } }),
  undismissSuggestion: () => ({ input: { actorId: OWN, suggestedId: FOREIGN } }),
  commonGround: () => ({ actorIds: [OWN, FOREIGN] }),
  paths: () => ({ from: OWN, to: FOREIGN }),
  surroundings: () => ({ actorId: OWN }),
  tieEvidence: () => ({ a: OWN, b: FOREIGN }),

  activateAlliance: () => about(records.formed),
  addAllianceMilestone: () => about(records.formed, { milestoneId: newId(), text: 'Erste Fahrt', dueOn: '2099-01-01' }),
  answerAllianceInvitation: () => ({
    input: { id: records.inviting, actorId: OWN, roundVersion: 1, answer: 'YES_BUT', change: 'Erst im Herbst.' },
  }),
  callOffAlliance: () => about(records.inviting, { reason: 'Das Geld fehlt.' }),
  changeAllianceDraft: () => about(records.draft, allianceOf('Walk Entwurf', OWN)),
  concludeAlliance: () => about(records.formed, { effect: 'Alle kommen an.' }),
  confirmAllianceReservation: () => ({ input: { id: records.inviting, actorId: OWN } }),
  discardAllianceDraft: () => about(records.draft),
  draftAlliance: () => ({
    input: { id: newId(), challengeId: ALLIANCE_CHALLENGE, draftedById: OWN, ...allianceOf('Walk neu', OWN) },
  }),
  formAlliance: () => about(records.inviting, { nameGaps: true }),
  inviteToAlliance: () => about(records.draft, { deadlineOn: '2098-01-01', onDecline: 'ABANDON' }),
  promiseForAlliance: () => ({
    input: { id: newId(), allianceId: records.formed, actorId: OWN, text: 'Ein Fahrer', dueOn: '2099-01-01' },
  }),
  reachAllianceMilestone: () => about(records.formed, { milestoneId: records.milestone }),
  replaceAllianceMember: () =>
    about(records.inviting, { actorId: PARTNER, by: allianceOf('', DECLINER).members[0], deadlineOn: '2098-01-01' }),
  reviewAlliance: () => about(records.formed, { reviewId: newId(), decision: 'GO_ON', summary: 'Weiter so.' }),
  undoAllianceOffer: () => about(records.vacant, { offerId: newId(), deadlineOn: '2098-01-01' }),
  stateAllianceStance: () => ({ input: { id: records.formed, actorId: OWN, stance: 'Nur werktags.' } }),
  reviseAlliance: () => about(records.inviting, { ...allianceOf('Walk anders', OWN, PARTNER), deadlineOn: '2098-01-01' }),

  addEntry: () => ({ input: { id: newId(), actorId: OWN, direction: 'NEED', title: 'Frühbus' } }),
  changeChallenge: () => about(records.challenge, { question: 'Wer fährt nachts' }),
  changeEntry: () => about(records.entry, { title: 'Spätbus' }),
  closeChallenge: () => about(records.publishedChallenge),
  confirmEntry: () => about(records.entry),
  confirmProfile: () => ({ input: { actorId: OWN, expectedVersion: NO_VERSION } }),
  declareTie: () => ({ input: { id: newId(), fromId: OWN, toId: nextPartner(), label: 'Schichtpläne', sinceOn: '2026-01-01' } }),
  declineContact: () => about(records.contactRequest),
  endMandate: () => about(records.mandate),
  // Nobody is erased here: who may has no password there, and has not signed in just now.
  eraseOwnAccount: () => ({ input: { password: 'geraten' } }),
  answerMailQuestion: () => ({ input: { token: records.mailToken, answer: 'LATER' } }),
  askForMandate: () => ({ input: { token: records.mailToken, name: 'Kim Beispiel' } }),
  grantRequestedMandate: () => about(records.mandateRequest, { mandateId: newId(), role: 'DELEGATE' }),
  refuseMandateRequest: () => about(records.mandateRequest),
  grantMandate: () => ({
    input: {
      id: newId(),
      actorId: OWN,
      actorName: 'Spedition',
      name: 'Kim Beispiel',
      email: anAddress(),
      role: 'EDITOR',
      fromOn: '2026-01-01',
    },
  }),
  keepCommitment: () => about(records.commitment, { evidence: 'Foto vom Raum' }),
  markContactAnswered: () => about(records.contactRequest),
  proposeChallenge: () => ({ input: { id: newId(), askedById: OWN, question: 'Wer hilft beim Einarbeiten?' } }),
  publishChallenge: () => about(records.challenge),
  refuseChallenge: () => about(records.challenge, { reason: 'Gibt es schon.' }),
  requestContact: () => ({ input: { id: newId(), toActorId: OWN, name: 'Kim', organisation: 'Verein', email: anAddress() } }),
  noteNextStep: () => about(records.commitment, { nextStep: 'Fahrer fragen' }),
  rescheduleCommitment: () => about(records.commitment, { dueOn: '2099-01-01', note: 'Dauert länger.' }),
  removeActorLogo: () => ({ input: { actorId: OWN, expectedVersion: NO_VERSION } }),
  stopProposingActor: () => ({ input: { actorId: OWN, expectedVersion: NO_VERSION } }),
  // It may be proposed: allowing that again changes nothing, in whatever version.
  allowProposingActor: () => ({ input: { actorId: OWN, expectedVersion: NO_VERSION } }),
  setActorLogo: () => ({ input: { actorId: OWN, expectedVersion: NO_VERSION, hash: records.logo } }),
  updateProfile: () => ({
    input: { actorId: OWN, expectedVersion: NO_VERSION, name: 'Spedition', summary: 'Fährt.', city: 'Harkenrode' },
  }),
  withdrawCommitment: () => about(records.commitment, { note: 'Geht nicht mehr.' }),
  reopenEntry: () => about(records.entry),
  withdrawEntry: () => about(records.entry),

  outsidePurposes: () => ({ actorId: OWN }),
  enterOutsidePromise: () => ({ input: outsidePromiseOf(newId()) }),
  confirmOutsidePromise: () => about(records.outsidePromise),
  objectToOutsidePromise: () => about(records.outsidePromise, { objection: 'Nur einen.' }),
  remindOfOutsidePromise: () => about(records.outsidePromise),
  withdrawOutsidePromise: () => about(records.outsidePromise),
};

/** What is read of a record, where more counts than that something comes; or of a field that answers to who asks. */
export interface CloserLook {
  ask: string;
  found(data: never): unknown;
}

const ofActor = (field: string, found: (actor: never) => unknown): CloserLook => ({
  ask: `{ actorById(id: "${OWN}") { ${field} } }`,
  found: ({ actorById }: { actorById: never | null }) => (actorById === null ? null : found(actorById)),
});
const isTheEntry = ({ id }: { id: Id }) => id === records.entry;

const ofAlliance = (slug: string, field: string, found: (alliance: never) => unknown): CloserLook => ({
  ask: `{ alliance(slug: "${slug}") { ${field} } }`,
  found: ({ alliance }: { alliance: never | null }) => (alliance === null ? null : found(alliance)),
});
const ofItsChallenge = (field: string, found: (challenge: never) => unknown): CloserLook => ({
  ask: `{ challenge(slug: "${ALLIANCE_CHALLENGE_SLUG}") { ${field} } }`,
  found: ({ challenge }: { challenge: never | null }) => (challenge === null ? null : found(challenge)),
});

/** Every field whose resolver takes the viewer, and lists that tell different things. A new one is an entry here and a line in permissions.md. */
export const CLOSER_LOOKS: Record<string, CloserLook> = {
  ...ALLIANCE_WORK_LOOKS,
  ...actingLooks(OWN),
  ...INITIATIVE_LOOKS,
  ...INTRODUCTION_LOOKS,
  ...DESK_LOOKS,
  ...THREAD_LOOKS,
  ...VIEW_LOOKS,
  'EngineUnderstanding.counts': {
    ask: `{ engineUnderstanding(actorId: "${OWN}") { counts { suggestedToUs } } }`,
    found: ({ engineUnderstanding }: { engineUnderstanding: { counts: unknown } | null }) => engineUnderstanding?.counts,
  },
  'Actor.alliances': ofActor('alliances(first: 100) { state }', (actor: { alliances: { state: string }[] }) =>
    actor.alliances.filter(({ state }) => state === 'INVITING'),
  ),
  'Alliance.availableActions': ofAlliance(
    FORMED_SLUG,
    'availableActions',
    (alliance: { availableActions: string[] }) => alliance.availableActions,
  ),
  'Alliance.formationRefusal': ofAlliance(
    INVITING_SLUG,
    'formationRefusal { code }',
    (alliance: { formationRefusal: unknown }) => alliance.formationRefusal,
  ),
  'Alliance.members': ofAlliance(FORMED_SLUG, 'members { state }', (alliance: { members: { state: string }[] }) =>
    alliance.members.filter(({ state }) => state === 'DECLINED'),
  ),
  'Alliance.challenge': ofAlliance(FORMED_SLUG, 'challenge { id }', (alliance: { challenge: unknown }) => alliance.challenge),
  'Alliance.charter': ofAlliance(
    FORMED_SLUG,
    'charter { signatories { personName } }',
    (alliance: { charter: { signatories: { personName: string | null }[] } }) =>
      alliance.charter.signatories.filter(({ personName }) => personName !== null),
  ),
  'Alliance.offers': ofAlliance(VACANT_SLUG, 'offers { state }', (alliance: { offers: unknown[] }) => alliance.offers),
  'Alliance.round': ofAlliance(FORMED_SLUG, 'round { version }', (alliance: { round: unknown }) => alliance.round),
  'Alliance.rounds': ofAlliance(FORMED_SLUG, 'rounds { version }', (alliance: { rounds: unknown[] }) => alliance.rounds),
  'Challenge.alliances': ofItsChallenge('alliances { id }', (challenge: { alliances: unknown[] }) => challenge.alliances),
  'Challenge.benchFills': ofItsChallenge('benchFills { filled }', (challenge: { benchFills: { filled: number }[] }) =>
    challenge.benchFills.filter(({ filled }) => filled > 0),
  ),
  // Whose bench the prepared alliance fills only those concerned know.
  'Challenge.emptyBenches': ofItsChallenge('emptyBenches { kind }', (challenge: { emptyBenches: { kind: string }[] }) =>
    challenge.emptyBenches.some(({ kind }) => kind === 'COMPANY') ? null : challenge.emptyBenches,
  ),
  'Actor.availableActions': ofActor('availableActions', (actor: { availableActions: string[] }) => actor.availableActions),
  'Actor.completeness': ofActor('completeness { percent }', (actor: { completeness: unknown }) => actor.completeness),
  'Actor.contacts': ofActor('contacts { id }', (actor: { contacts: { id: Id }[] }) =>
    actor.contacts.filter(({ id }) => id === records.hiddenContact),
  ),
  'Actor.hiddenContactCount': ofActor('hiddenContactCount', (actor: { hiddenContactCount: number }) => actor.hiddenContactCount),
  'Actor.logo': ofActor('logo { address }', (actor: { logo: unknown }) => actor.logo),
  'Actor.proposable': ofActor('proposable', (actor: { proposable: boolean | null }) => actor.proposable),
  'Actor.needCount': ofActor('needs { id } needCount', (actor: { needs: unknown[]; needCount: number }) =>
    actor.needs.length === actor.needCount ? 1 : 0,
  ),
  'Actor.needs': ofActor('needs { id }', (actor: { needs: { id: Id }[] }) => actor.needs.filter(isTheEntry)),
  'Actor.offerCount': ofActor('offers { id } offerCount', (actor: { offers: unknown[]; offerCount: number }) =>
    actor.offers.length === actor.offerCount ? 1 : 0,
  ),
  'Actor.offers': ofActor('offers { id }', (actor: { offers: unknown[] }) => actor.offers),
  'ActorEntry.availableActions': ofActor('offers { availableActions }', (actor: { offers: { availableActions: string[] }[] }) =>
    actor.offers.flatMap(({ availableActions }) => availableActions),
  ),
  'Challenge.availableActions': {
    ask: `{ challenge(slug: "${CHALLENGE_SLUG}") { availableActions } }`,
    found: ({ challenge }: { challenge: { availableActions: string[] } | null }) => challenge?.availableActions,
  },
  // That a question was proposed only coordinators know until it is published.
  'Query.latestActs': {
    ask: '{ latestActs(first: 50) { verb } }',
    found: ({ latestActs }: { latestActs: { verb: string }[] }) => latestActs.filter(({ verb }) => verb === 'challenge.proposed'),
  },
  'Commitment.availableActions': {
    ask: `{ commitments(filter: { actorId: "${OWN}" }) { edges { node { id availableActions } } } }`,
    found: ({ commitments }: { commitments: { edges: { node: { id: Id; availableActions: string[] } }[] } }) =>
      commitments.edges.flatMap(({ node }) => (node.id === records.commitment ? node.availableActions : [])),
  },
  'OutsidePromise.availableActions': {
    ask: `{ outsidePromises(actorId: "${OWN}") { id availableActions } }`,
    found: ({ outsidePromises }: { outsidePromises: { id: Id; availableActions: string[] }[] }) =>
      outsidePromises.flatMap(({ id, availableActions }) => (id === records.outsidePromise ? availableActions : [])),
  },
};
