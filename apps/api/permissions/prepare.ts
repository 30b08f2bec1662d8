import { ConsentService } from '@knotenpunkt/agreements/api';
import { MandateRequestService } from '@knotenpunkt/identity/api';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId, type Id, systemClock } from '@knotenpunkt/kernel';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { FileStore } from '@knotenpunkt/platform/files';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ALLIANCE_CHALLENGE, allianceOf, CHALLENGE_QUESTION, DECLINER, FOREIGN, outsidePromiseOf, OWN, PARTNER, records } from './cases';
import { acting, foundingOf, INVITED, invitationOf } from './acting-cases';
import { proposedWord } from './directory-cases';
import { prepareAllianceWork } from './prepare-alliance-work';
import { prepareDesk } from './prepare-desk';
import { prepareInitiatives } from './prepare-initiatives';
import { prepareStaying } from './prepare-staying';
import { rectification, rectificationOf } from './held-cases';
import { prepareIntroductions } from './prepare-introductions';
import { prepareModeration } from './prepare-moderation';
import type { RoleName } from './table';
import { threadNaming, threads } from './thread-cases';
import { kept, networkNoteOf, roundOf, viewOf } from './view-cases';

interface Asker {
  viewer: Viewer;
  region: Region;
}

function actingFor(actorId: Id, role: MandateRole): Viewer {
  const personId = idFrom('walk', 'person', role, actorId);
  return { ...VISITOR, personId, name: role, mandates: [{ id: newId(), actorId, role, fromOn: '2020-01-01', untilOn: null }] };
}

/** The people who walk, each in the region they ask in. */
export async function askers(app: TestApp): Promise<Record<RoleName, Asker>> {
  const regions = await app.get(RegionService).all();
  const [region, elsewhere] = ['harkenrode', 'dortmund'].map((slug) => regions.find((each) => each.slug === slug)!) as [Region, Region];
  const person = (name: string, rights: Partial<Viewer>): Viewer => ({ ...VISITOR, personId: idFrom('walk', name), name, ...rights });
  return {
    visitor: { viewer: VISITOR, region },
    stranger: { viewer: actingFor(FOREIGN, 'ADMINISTRATOR'), region },
    editor: { viewer: actingFor(OWN, 'EDITOR'), region },
    delegate: { viewer: actingFor(OWN, 'DELEGATE'), region },
    administrator: { viewer: actingFor(OWN, 'ADMINISTRATOR'), region },
    coordinator: { viewer: person('coordinator', { coordinator: true }), region },
    'platform administrator': { viewer: person('platform', { platformAdministrator: true }), region },
    'coordinator elsewhere': { viewer: person('elsewhere', { coordinator: true }), region: elsewhere },
  };
}

const today = systemClock.today('Europe/Berlin');

type Write = (name: string, type: string, input: object, as?: Partial<Asker>) => Promise<void>;

/** Alliances of OWN in each state that lets people do different things. */
async function prepareAlliances(write: Write, coordinator: Asker, partner: Asker, decliner: Viewer): Promise<void> {
  const base = { challengeId: ALLIANCE_CHALLENGE, draftedById: OWN };
  const invitation = { expectedVersion: 1, deadlineOn: '2098-01-01', onDecline: 'CONTINUE_WITHOUT' };
  const answer = { id: records.formed, roundVersion: 1 };
  await write('draftAlliance', 'DraftAllianceInput', { ...base, ...allianceOf('Walk Entwurf', OWN, PARTNER), id: records.draft });
  await write('draftAlliance', 'DraftAllianceInput', { ...base, ...allianceOf('Walk wird gefragt', OWN, PARTNER), id: records.inviting });
  await write('inviteToAlliance', 'InviteToAllianceInput', { ...invitation, id: records.inviting });
  const waiting = { challengeId: ALLIANCE_CHALLENGE, ...allianceOf('Walk wartet', OWN, PARTNER), id: records.waiting };
  await write('draftAlliance', 'DraftAllianceInput', waiting, coordinator);
  await write('inviteToAlliance', 'InviteToAllianceInput', { ...invitation, id: records.waiting }, coordinator);
  const vacant = { ...base, ...allianceOf('Walk leerer Stuhl', OWN, PARTNER, DECLINER), id: records.vacant };
  await write('draftAlliance', 'DraftAllianceInput', vacant);
  await write('inviteToAlliance', 'InviteToAllianceInput', { ...invitation, id: records.vacant });
  const declines = { id: records.vacant, roundVersion: 1, actorId: DECLINER, answer: 'NO' };
  await write('answerAllianceInvitation', 'AnswerAllianceInvitationInput', declines, { ...partner, viewer: decliner });
  const offer = { commitment: 'Ein Raum.', contributionKind: 'ROOMS', dueOn: '2099-01-01' };
  const offers = { ...declines, actorId: PARTNER, answer: 'YES_BUT', offer };
  await write('answerAllianceInvitation', 'AnswerAllianceInvitationInput', offers, partner);
  const formed = { ...base, challengeId: records.publishedChallenge, ...allianceOf('Walk gebildet', OWN, PARTNER, DECLINER) };
  await write('draftAlliance', 'DraftAllianceInput', { ...formed, id: records.formed });
  await write('inviteToAlliance', 'InviteToAllianceInput', { ...invitation, id: records.formed });
  await write('answerAllianceInvitation', 'AnswerAllianceInvitationInput', { ...answer, actorId: PARTNER, answer: 'YES' }, partner);
  const no = { ...answer, actorId: DECLINER, answer: 'NO' };
  await write('answerAllianceInvitation', 'AnswerAllianceInvitationInput', no, { ...partner, viewer: decliner });
  await write('formAlliance', 'FormAllianceInput', { id: records.formed, expectedVersion: 4 });
  const milestone = { milestoneId: records.milestone, text: 'Erste Fahrt', dueOn: '2099-01-01' };
  await write('addAllianceMilestone', 'AddAllianceMilestoneInput', { ...milestone, id: records.formed, expectedVersion: 5 });
}

/** Two threads that name OWN, one of them done and corrected. */
async function prepareThreads(write: Write, coordinator: Asker): Promise<void> {
  await write('openThread', 'OpenThreadInput', threadNaming(OWN, threads.open), coordinator);
  await write('openThread', 'OpenThreadInput', threadNaming(OWN, threads.done), coordinator);
  await write('completeThread', 'CompleteThreadInput', { id: threads.done, expectedVersion: 1, closing: 'Fährt.' }, coordinator);
  await write('correctThread', 'CorrectThreadInput', { threadId: threads.done, actorId: OWN, text: 'Fährt nur freitags.' });
}

/** What OWN keeps of the network, and a note of the coordination. */
async function prepareViews(write: Write, coordinator: Asker): Promise<void> {
  await write('saveNetworkView', 'SaveNetworkViewInput', viewOf(OWN, kept.view));
  await write('saveNetworkView', 'SaveNetworkViewInput', viewOf(OWN, kept.awayView));
  await write('archiveNetworkView', 'NetworkViewVersionInput', { id: kept.awayView, expectedVersion: 1 });
  await write('saveNetworkRound', 'SaveNetworkRoundInput', roundOf(OWN, kept.round));
  await write('writeNetworkNote', 'WriteNetworkNoteInput', networkNoteOf(OWN, kept.note), coordinator);
}

/** What a person keeps for itself hangs on its account. */
async function prepareAccounts(app: TestApp, people: Record<RoleName, Asker>): Promise<void> {
  await app.get(UnitOfWork).run(async (tx) => {
    for (const [role, { viewer }] of Object.entries(people)) {
      if (viewer.personId === null) continue;
      const email = `${role.replaceAll(' ', '-')}@beispiel.example`;
      await tx.query('INSERT INTO auth."user" (id, name, email) VALUES ($1, $2, $3)', [viewer.personId, role, email]);
    }
  });
}

/** A link that went out to OWN, and somebody who would like to act for it. */
async function prepareMails(app: TestApp, { viewer, region }: Asker): Promise<void> {
  const mail = await app
    .get(Database)
    .readOne<{ token: string }>(
      query(
        'walk.link',
        `SELECT substring(body from '/antwort/([\\w-]+)') AS token FROM outgoing_mail WHERE subject LIKE '%Walk wartet%' AND body LIKE '%Walk Own%' LIMIT 1`,
      ),
      [],
    );
  records.mailToken = mail!.token;
  const requests = app.get(MandateRequestService);
  const wish = { actorId: OWN, name: 'Sascha', email: 'sascha@beispiel.example' };
  await app.get(UnitOfWork).run((tx) => requests.ask(tx, region, wish));
  records.mandateRequest = (await requests.waitingFor(viewer, region))[0]!.id;
}

/** Somebody invited to act for OWN, and what the stranger has registered. */
async function prepareActing(app: TestApp, write: Write, { stranger, coordinator, administrator }: Record<RoleName, Asker>): Promise<void> {
  await write('inviteToMandate', 'InviteToMandateInput', invitationOf(acting.invitation, OWN, INVITED));
  const mail = await app
    .get(Database)
    .readOne<{ token: string }>(
      query(
        'walk.invitation',
        `SELECT substring(body from '/einladung#([\\w-]+)') AS token FROM outgoing_mail WHERE recipient = $1 LIMIT 1`,
      ),
      [INVITED],
    );
  acting.invitationToken = mail!.token;
  await write('registerOrganisation', 'RegisterOrganisationInput', foundingOf(acting.registration, 'Walk wartet auf Prüfung'), stranger);
  const question = { id: acting.registration, expectedVersion: 1, question: 'Wer gehört dazu?' };
  await write('askAboutRegistration', 'AskAboutRegistrationInput', question, coordinator);
  // Who hands over has to have what they give: of the others the walk only says so.
  const mandate = { id: newId(), actorId: OWN, actorName: 'Walk Own', name: 'administrator', email: 'administrator@beispiel.example' };
  await write('grantMandate', 'GrantMandateInput', { ...mandate, role: 'ADMINISTRATOR', fromOn: today }, administrator);
}

async function prepareLogo(app: TestApp, write: Write, expectedVersion: number): Promise<void> {
  const bytes = Buffer.from('walk');
  const { hash } = await app.get(FileStore).keep({ mime: 'image/webp', bytes, small: bytes, width: 1, height: 1 });
  records.logo = hash;
  await write('setActorLogo', 'SetActorLogoInput', { actorId: OWN, expectedVersion, hash });
}

/** Makes the records of OWN the walk asks about, through the product's own mutations. */
export async function prepareRecords(app: TestApp, people: Record<RoleName, Asker>): Promise<void> {
  const { administrator, coordinator } = people;
  await prepareAccounts(app, people);
  const write = async (name: string, type: string, input: object, as: Partial<Asker> = administrator) => {
    const { data, errors } = await app.query<Record<string, { __typename: string; code?: string }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { code field } } }`,
      { input },
      as as object,
    );
    if (errors || /Refused|StaleVersion/.test(data[name]!.__typename))
      throw new Error(`the walk cannot prepare ${name}: ${JSON.stringify(errors ?? data)}`);
  };
  const { data } = await app.query<{ actorById: { version: number; city: string } }>(
    'query($id: ID!) { actorById(id: $id) { version city } }',
    {
      id: OWN,
    },
  );
  await write('updateProfile', 'UpdateProfileInput', {
    actorId: OWN,
    expectedVersion: data.actorById.version,
    name: 'Walk Own',
    summary: 'Fährt.',
    city: data.actorById.city,
    contacts: [{ id: records.hiddenContact, name: 'Disposition', email: 'dispo@beispiel.example', visibility: 'HIDDEN' }],
  });
  await prepareLogo(app, write, data.actorById.version + 1);
  // For members' eyes: what visitors and other regions must not see.
  const entry = { id: records.entry, actorId: OWN, direction: 'NEED', title: 'Spätbus', audience: 'MEMBERS' };
  await write('addEntry', 'AddEntryInput', entry);
  await write('addEntry', 'AddEntryInput', { ...entry, id: newId(), direction: 'OFFER', title: 'Laderampe', audience: 'PUBLIC' });
  await write('proposeCompetenceWord', 'ProposeCompetenceWordInput', { ...proposedWord, actorId: OWN });
  await write('declareTie', 'DeclareTieInput', { id: records.tie, fromId: OWN, toId: FOREIGN, label: 'Linie', sinceOn: '2026-01-01' });
  await write('requestContact', 'RequestContactInput', {
    id: records.contactRequest,
    toActorId: OWN,
    name: 'Kim Beispiel',
    organisation: 'Verein',
    email: 'kim@beispiel.example',
  });
  await write('writeRectification', 'WriteRectificationInput', {
    ...rectificationOf(rectification, OWN, records.contactRequest),
    expectedVersion: 0,
  });
  const holder = { actorId: OWN, actorName: 'Walk Own', role: 'EDITOR', fromOn: today };
  await write('grantMandate', 'GrantMandateInput', { ...holder, id: records.mandate, name: 'Robin', email: 'robin@beispiel.example' });
  await write('proposeChallenge', 'ProposeChallengeInput', { id: records.challenge, askedById: OWN, question: CHALLENGE_QUESTION });
  await write('proposeChallenge', 'ProposeChallengeInput', {
    id: records.publishedChallenge,
    askedById: OWN,
    question: 'Wer teilt eine Halle?',
  });
  await write('publishChallenge', 'ChallengeVersionInput', { id: records.publishedChallenge, expectedVersion: 1 }, coordinator);
  await prepareAlliances(write, coordinator, { ...administrator, viewer: actingFor(PARTNER, 'DELEGATE') }, actingFor(DECLINER, 'DELEGATE'));
  await prepareAllianceWork(write);
  await write('enterOutsidePromise', 'EnterOutsidePromiseInput', outsidePromiseOf(records.outsidePromise), coordinator);
  const partner = { ...administrator, viewer: actingFor(PARTNER, 'DELEGATE') };
  await prepareInitiatives(app, write, { partner, editor: people.editor }, today);
  await prepareIntroductions(app, coordinator.region.id, today);
  await prepareThreads(write, coordinator);
  await prepareViews(write, coordinator);
  // Compared once: a pair that is entered by hand stays then.
  await app.query('{ duplicatePairs(first: 1) { edges { node { firstId } } } }', {}, coordinator as object);
  await prepareDesk(app, coordinator.region.id);
  await prepareModeration(app, write, OWN);
  await prepareStaying(app, coordinator.region.id, OWN, today);
  await prepareMails(app, coordinator);
  await prepareActing(app, write, people);
  await app.get(UnitOfWork).run((tx) =>
    app.get(ConsentService).open(tx, {
      ...administrator,
      subject: { type: 'initiative', id: newId() },
      text: 'Ein Bus um vier Uhr',
      parties: [OWN, idFrom('harkenrode', 'actor', 'a002')],
      proposer: null,
      deadlineOn: '2099-01-01',
      onDecline: 'CONTINUE_WITHOUT',
    }),
  );
  // Each the employer of the other, which nobody could write: so a right that passes from an employer to its council, or back, shows in the table.
  await app.get(UnitOfWork).run(async (tx) => {
    for (const pair of [
      [OWN, FOREIGN],
      [FOREIGN, OWN],
    ])
      await tx.query('UPDATE actor SET employer_id = $2 WHERE id = $1', pair);
  });
  await app.project();
}
