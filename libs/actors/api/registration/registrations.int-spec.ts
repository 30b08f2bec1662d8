import { IdentityModule, ViewerService } from '@knotenpunkt/identity/api';
import { actsFor, VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DataSource } from 'typeorm';
import { ActorsModule } from '../actors.module';

const ask = (name: string, type: string) =>
  `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Registration { id version state } ... on Refused { code field } ... on StaleVersion { current } } }`;
const REGISTER = ask('registerOrganisation', 'RegisterOrganisationInput');
const CLAIM = ask('claimActor', 'ClaimActorInput');
const ANSWER = ask('answerRegistrationQuestion', 'AnswerRegistrationInput');
const WITHDRAW = ask('withdrawRegistration', 'RegistrationVersionInput');
const QUESTION = ask('askAboutRegistration', 'AskAboutRegistrationInput');
const VERIFY = ask('verifyRegistration', 'VerifyRegistrationInput');
const REFUSE = ask('refuseRegistration', 'RefuseRegistrationInput');

type Answered = Record<string, { __typename: string; id?: string; version?: number; state?: string; code?: string }>;
const founding = {
  ...{ name: 'Reparaturcafé Nordviertel', kind: 'CIVIL_SOCIETY', city: 'Harkenrode', website: 'reparatur-nord.example' },
  ...{ summary: 'Repariert.', position: 'Vorstand', evidence: 'Meine Adresse gehört zur Website.' },
};
const standing = { position: 'Geschäftsführung', evidence: 'Rufen Sie die Zentrale an.' };

describe('organisations that register or are claimed', () => {
  let app: TestApp;
  let region: Region;
  let coordinator: Viewer;
  const kim = 'kim@reparatur-nord.example';
  const send = async (document: string, input: object, viewer: Viewer) => {
    const { data, errors } = await app.query<Answered>(document, { input }, { viewer, region });
    if (errors) throw new Error(errors[0]!.message);
    return Object.values(data)[0]!;
  };
  const personAt = async (email: string, name = 'Kim Beispiel') => {
    const at = app.get(ViewerService);
    const known = await at.viewerByMail(region, email);
    if (known) return known;
    await app.get(DataSource).query('INSERT INTO auth."user" (id, name, email) VALUES ($1, $2, $3)', [newId(), name, email]);
    return (await at.viewerByMail(region, email))!;
  };
  const mailsTo = async (email: string) => (await app.get(Mail).newest(100)).filter(({ to }) => to === email).map(({ subject }) => subject);
  const shown = async (actorId: string) =>
    (
      await app.query<{ actorById: { name: string; provenance: string } | null }>(
        'query($id: ID!) { actorById(id: $id) { name provenance } }',
        { id: actorId },
        { region },
      )
    ).data.actorById;
  const queue = async (viewer = coordinator) =>
    (
      await app.query<{
        registrations: {
          edges: { node: { id: string; email: string; mailFits: boolean; note: string | null; actor: { id: string } | null } }[];
        };
      }>('{ registrations(first: 100) { edges { node { id email mailFits note actor { id } } } } }', {}, { viewer, region })
    ).data.registrations.edges.map(({ node }) => node);

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ActorsModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    const meryem = (await app.get(ViewerService).viewerByMail(region, 'meryem.arslan@harkenrode.example'))!;
    coordinator = { ...meryem, coordinator: true };
  });
  afterAll(() => app.close());

  it('a new one appears with its administrator once it is verified, and not before', async () => {
    const person = await personAt(kim);
    const id = newId();
    expect(await send(REGISTER, { id, ...founding }, person)).toMatchObject({ __typename: 'Registration', state: 'ASKED' });
    // Sent again by a browser that heard no answer.
    expect(await send(REGISTER, { id, ...founding }, person)).toMatchObject({ id, state: 'ASKED' });
    expect((await personAt(kim)).mandates).toEqual([]);
    expect((await queue()).find((one) => one.id === id)).toMatchObject({ email: kim, mailFits: true, actor: null });
    expect(await mailsTo('meryem.arslan@harkenrode.example')).toEqual([
      'Knotenpunkt: Kim Beispiel möchte Reparaturcafé Nordviertel eintragen',
    ]);

    expect(await send(VERIFY, { id, expectedVersion: 1, way: 'CALL' }, coordinator)).toMatchObject({ code: 'TEXT_MISSING', field: 'note' });
    const decide = { id, expectedVersion: 1, way: 'MAIL_DOMAIN' };
    const both = await Promise.all([send(VERIFY, decide, coordinator), send(VERIFY, decide, coordinator)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Refused', 'Registration']);
    const now = await personAt(kim);
    expect(now.mandates).toMatchObject([{ role: 'ADMINISTRATOR', untilOn: null }]);
    const actorId = now.mandates[0]!.actorId;
    expect(await shown(actorId)).toEqual({ name: 'Reparaturcafé Nordviertel', provenance: 'ENTERED' });
    expect((await mailsTo(kim))[0]).toBe('Knotenpunkt: Sie verwalten jetzt Reparaturcafé Nordviertel');
    expect(actsFor(now, actorId, 'ADMINISTRATOR')).toBe(true);
  });

  it('an entry is taken over where nobody administers it, by one of those who ask', async () => {
    const actorId = idFrom('harkenrode', 'actor', 'a028');
    const [first, second] = [await personAt('eins@giesserei-nordkamp.example'), await personAt('zwei@web.de')];
    const one = await send(CLAIM, { id: newId(), actorId, ...standing }, first);
    const two = await send(CLAIM, { id: newId(), actorId, ...standing }, second);
    // The same wish again is the same wish.
    expect((await send(CLAIM, { id: newId(), actorId, ...standing }, second)).id).toBe(two.id);
    expect(
      (await queue())
        .filter(({ actor }) => actor?.id === actorId)
        .map(({ mailFits }) => mailFits)
        .sort(),
    ).toEqual([false, true]);
    const byMail = { id: two.id, expectedVersion: 1, way: 'MAIL_DOMAIN' };
    expect(await send(VERIFY, byMail, coordinator)).toMatchObject({ code: 'MAIL_DOES_NOT_FIT' });
    expect(await send(VERIFY, { id: one.id, expectedVersion: 1, way: 'MAIL_DOMAIN' }, coordinator)).toMatchObject({ state: 'VERIFIED' });
    expect(await send(VERIFY, { ...byMail, way: 'CALL', note: 'Zentrale' }, coordinator)).toMatchObject({ code: 'ADMINISTERED' });
    expect((await personAt('zwei@web.de')).mandates).toEqual([]);
    const third = await personAt('drei@web.de');
    expect(await send(CLAIM, { id: newId(), actorId, ...standing }, third)).toMatchObject({ code: 'ADMINISTERED' });
  });

  it('a council names its employer, stands beside it once it is verified, and no mail address of the employer proves it', async () => {
    const person = await personAt('rat@stadtwerke-ostwalden.example', 'Robin Rat');
    const employer = idFrom('harkenrode', 'actor', 'a034');
    const website = 'stadtwerke-ostwalden.example/betriebsrat';
    await app.get(DataSource).query(`UPDATE actor SET website = 'https://stadtwerke-ostwalden.example/' WHERE id = $1`, [employer]);
    const asking = (change: object) =>
      send(REGISTER, { id: newId(), ...founding, kind: 'UNION', website, employerId: employer, ...change }, person);
    expect(await asking({ kind: 'COMPANY' })).toMatchObject({ code: 'NO_COUNCIL', field: 'employerId' });
    expect(await asking({ employerId: newId() })).toMatchObject({ code: 'EMPLOYER_UNKNOWN', field: 'employerId' });
    const { id } = await asking({ name: 'Betriebsrat Stadtwerke' });
    const gone = await asking({ name: 'Personalrat Stadtwerke' });
    const EMPLOYERS = '{ registrations(first: 100) { edges { node { id mailFits employerId employer { id } } } } }';
    const told = async (of: string | undefined) =>
      (
        await app.query<{ registrations: { edges: { node: { id: string } }[] } }>(EMPLOYERS, {}, { viewer: coordinator, region })
      ).data.registrations.edges
        .map(({ node }) => node)
        .find((one) => one.id === of);
    expect(await told(id)).toMatchObject({ mailFits: false, employer: { id: employer } });
    expect(await send(VERIFY, { id, expectedVersion: 1, way: 'MAIL_DOMAIN' }, coordinator)).toMatchObject({ code: 'MAIL_DOES_NOT_FIT' });
    const called = { expectedVersion: 1, way: 'CALL', note: 'Büro des Betriebsrats' };
    expect(await send(VERIFY, { id, ...called }, coordinator)).toMatchObject({ state: 'VERIFIED' });
    const COUNCILS = 'query($id: ID!) { actorById(id: $id) { councils { name } availableActions } }';
    const now = await personAt('rat@stadtwerke-ostwalden.example');
    const beside = async () => (await app.query(COUNCILS, { id: employer }, { viewer: now, region })).data;
    // It stands beside its employer, and its people may nothing there.
    expect(await beside()).toEqual({ actorById: { councils: [{ name: 'Betriebsrat Stadtwerke' }], availableActions: [] } });
    expect(now.mandates.map(({ actorId }) => actorId)).not.toContain(employer);

    // Who left the directory in between is not named by the entry that is made.
    await app.get(DataSource).query('UPDATE actor SET archived = true WHERE id = $1', [employer]);
    expect(await told(gone.id)).toMatchObject({ employerId: employer, employer: null });
    expect(await send(VERIFY, { id: gone.id, ...called }, coordinator)).toMatchObject({ state: 'VERIFIED' });
    await app.get(DataSource).query('UPDATE actor SET archived = false WHERE id = $1', [employer]);
    expect(await beside()).toMatchObject({ actorById: { councils: [{ name: 'Betriebsrat Stadtwerke' }] } });
  });

  it('one is asked back, answers, and is refused with a reason; it gives no rights on the way', async () => {
    const actorId = idFrom('harkenrode', 'actor', 'a007');
    const person = await personAt('frage@beispiel.example');
    const { id } = await send(CLAIM, { id: newId(), actorId, ...standing }, person);
    expect(
      await send(QUESTION, { id, expectedVersion: 1, question: 'Wer sind Sie?' }, person).catch((error: Error) => error.message),
    ).toMatch(/not permitted/);
    expect(await send(QUESTION, { id, expectedVersion: 1, question: 'Wer sind Sie?' }, coordinator)).toMatchObject({ state: 'QUESTIONED' });
    expect(await send(ANSWER, { id, expectedVersion: 2, answer: 'Der Chef' }, await personAt(kim))).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await send(ANSWER, { id, expectedVersion: 2, answer: 'Der Chef' }, person)).toMatchObject({ state: 'ASKED', version: 3 });
    expect(await send(REFUSE, { id, expectedVersion: 2, reason: 'Nein.' }, coordinator)).toMatchObject({ __typename: 'StaleVersion' });
    expect(await send(REFUSE, { id, expectedVersion: 3, reason: 'Niemand kennt Sie dort.' }, coordinator)).toMatchObject({
      state: 'REFUSED',
    });
    expect((await personAt('frage@beispiel.example')).mandates).toEqual([]);
    const mails = (await app.get(Mail).newest(100)).filter(({ to }) => to === 'frage@beispiel.example');
    expect(mails[0]!.text).toContain('Niemand kennt Sie dort.');
    expect(await send(WITHDRAW, { id, expectedVersion: 4 }, person)).toMatchObject({ code: 'REGISTRATION_DECIDED' });
  });

  it('nobody decides on their own, waits with more than three, or sees those of others', async () => {
    const actorId = idFrom('harkenrode', 'actor', 'a008');
    const { id } = await send(CLAIM, { id: newId(), actorId, ...standing }, coordinator);
    expect(await send(VERIFY, { id, expectedVersion: 1, way: 'CALL', note: 'Ich' }, coordinator)).toMatchObject({
      code: 'REGISTRATION_OWN',
    });
    const person = await personAt('viel@beispiel.example');
    for (const name of ['Eins', 'Zwei', 'Drei']) await send(REGISTER, { id: newId(), ...founding, name }, person);
    expect(await send(REGISTER, { id: newId(), ...founding, name: 'Vier' }, person)).toMatchObject({ code: 'TOO_MANY_OPEN' });
    const OWN = '{ ownRegistrations { name note } }';
    const { data } = await app.query<{ ownRegistrations: { name: string; note: null }[] }>(OWN, {}, { viewer: person, region });
    expect(data.ownRegistrations.map(({ name }) => name).sort()).toEqual(['Drei', 'Eins', 'Zwei']);
    expect(data.ownRegistrations.map(({ note }) => note)).toEqual([null, null, null]);
    const { errors } = await app.query(OWN, {}, { viewer: VISITOR, region });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
