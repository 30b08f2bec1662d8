import { idFrom, newId, type Id } from '@knotenpunkt/kernel';

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
  challenge: idFrom('walk', 'challenge'),
  publishedChallenge: idFrom('walk', 'published-challenge'),
};
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
  actor: () => ({ slug: 'walk-own' }),
  actorById: () => ({ id: OWN }),
  challenge: () => ({ slug: CHALLENGE_SLUG }),
  challenges: () => ({ filter: { states: ['PROPOSED'], search: CHALLENGE_QUESTION } }),
  mandatesOfActor: () => ({ actorId: OWN }),
  paths: () => ({ from: OWN, to: FOREIGN }),
  surroundings: () => ({ actorId: OWN }),
  tieEvidence: () => ({ a: OWN, b: FOREIGN }),

  addEntry: () => ({ input: { id: newId(), actorId: OWN, direction: 'NEED', title: 'Frühbus' } }),
  changeChallenge: () => about(records.challenge, { question: 'Wer fährt nachts' }),
  changeEntry: () => about(records.entry, { title: 'Spätbus' }),
  closeChallenge: () => about(records.publishedChallenge),
  confirmEntry: () => about(records.entry),
  confirmProfile: () => ({ input: { actorId: OWN, expectedVersion: NO_VERSION } }),
  declareTie: () => ({ input: { id: newId(), fromId: OWN, toId: nextPartner(), label: 'Schichtpläne', sinceOn: '2026-01-01' } }),
  declineContact: () => about(records.contactRequest),
  endMandate: () => about(records.mandate),
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
  rescheduleCommitment: () => about(records.commitment, { dueOn: '2099-01-01', note: 'Dauert länger.' }),
  updateProfile: () => ({
    input: { actorId: OWN, expectedVersion: NO_VERSION, name: 'Spedition', summary: 'Fährt.', city: 'Harkenrode' },
  }),
  withdrawCommitment: () => about(records.commitment, { note: 'Geht nicht mehr.' }),
  withdrawEntry: () => about(records.entry),
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

/** Every field whose resolver takes the viewer, and lists that tell different things. A new one is an entry here and a line in permissions.md. */
export const CLOSER_LOOKS: Record<string, CloserLook> = {
  'Actor.availableActions': ofActor('availableActions', (actor: { availableActions: string[] }) => actor.availableActions),
  'Actor.completeness': ofActor('completeness { percent }', (actor: { completeness: unknown }) => actor.completeness),
  'Actor.contacts': ofActor('contacts { id }', (actor: { contacts: { id: Id }[] }) =>
    actor.contacts.filter(({ id }) => id === records.hiddenContact),
  ),
  'Actor.hiddenContactCount': ofActor('hiddenContactCount', (actor: { hiddenContactCount: number }) => actor.hiddenContactCount),
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
};
