import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { addDays, idFrom, newId } from '@knotenpunkt/kernel';
import { MailQuestionService } from '@knotenpunkt/notices/api';
import { Database, query } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AlliancesModule } from './alliances.module';

const START = new Date();
let now = START;
const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);
const today = () => dayOf(now);
const actorId = (key: string) => idFrom('harkenrode', 'actor', key);
/** The first two take part in the Vorhaben, the third belongs to the alliance and has nobody who acts for it yet. */
const [utility, partner, workshop, stranger] = ['a034', 'a032', 'a012', 'a001'].map(actorId) as [string, string, string, string];
const [initiative, alliance] = [idFrom('harkenrode', 'initiative', 'technikgruppe'), idFrom('harkenrode', 'alliance', 'dranbleiben')];
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };

function acting(actor: string, role: 'DELEGATE' | 'EDITOR' = 'DELEGATE'): Viewer {
  const mandate = { id: newId(), actorId: actor, role, fromOn: '2020-01-01', untilOn: null };
  return { ...VISITOR, personId: newId(), name: 'Test', mandates: [mandate] };
}

interface Promised {
  __typename: string;
  id: string;
  version: number;
  state: string;
  saidBy: string;
  proof: string;
  remindedOn: string | null;
  availableActions: string[];
}

describe('what was promised elsewhere', () => {
  let app: TestApp;
  let region: Region;

  beforeAll(async () => {
    app = await createTestApp({
      clock: { now: () => now, today },
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        AgreementsModule,
        InitiativesModule,
        ChallengesModule,
        AlliancesModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).choose('harkenrode'))!;
  });
  afterAll(() => app.close());
  beforeEach(() => {
    now = START;
  });

  const FIELDS = `__typename id version state saidBy proof remindedOn objection availableActions`;
  const act = async (name: string, input: object, viewer: Viewer = coordinator): Promise<Promised & { code?: string; field?: string }> => {
    const type = ['enterOutsidePromise', 'objectToOutsidePromise'].includes(name)
      ? `${name[0]!.toUpperCase()}${name.slice(1)}Input`
      : 'OutsidePromiseInput';
    const sent = await app.query<Record<string, Promised>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on OutsidePromise { ${FIELDS} } ... on Refused { code field } } }`,
      { input },
      { viewer },
    );
    expect(sent.errors).toBeUndefined();
    return sent.data[name]!;
  };
  const wish = (given: object = {}) => ({
    ...{ id: newId(), actorId: utility, purposeId: initiative, text: 'Zwei Führungen im Netz', dueOn: addDays(today(), 60) },
    ...{ way: 'TELEPHONE', saidOn: addDays(today(), -1), saidBy: 'Leitung Netz', proof: 'Notiz zum Telefonat' },
    ...given,
  });
  const seen = async (viewer: Viewer, purposeId: string | null = null) =>
    (
      await app.query<{ outsidePromises: Promised[] }>(
        `query($purposeId: ID) { outsidePromises(purposeId: $purposeId) { ${FIELDS} } }`,
        { purposeId },
        { viewer },
      )
    ).data.outsidePromises;
  const oneOf = async (viewer: Viewer, id: string, purposeId: string | null = null) =>
    (await seen(viewer, purposeId)).find((each) => each.id === id);
  const linkIn = async () => /\/antwort\/([\w-]{43})/.exec((await app.get(Mail).newest(1))[0]!.text)![1]!;
  const mailCount = async () => (await app.get(Mail).newest(500)).length;
  const say = async (token: string, answer: string, reason?: string) =>
    (
      await app.query<{ answerMailQuestion: unknown }>(
        `mutation($input: AnswerMailQuestionInput!) { answerMailQuestion(input: $input) { ... on MailQuestion { state } ... on Refused { code } } }`,
        { input: { token, answer, reason } },
      )
    ).data.answerMailQuestion;
  interface Zusage {
    text: string;
    promisedOn: string;
    dueOn: string;
    standing: string;
    saidOutside: { on: string; way: string } | null;
  }
  /** What stands of it wherever Zusagen are told: the list, the counts, the trail and the table. */
  const told = async (text: string) => {
    const { data } = await app.query<{
      commitments: { edges: { node: Zusage }[] };
      commitmentCounts: { count: number }[];
      latestActs: { subjectTitle: string }[];
    }>(
      `query($search: String) {
        commitments(first: 10, filter: { search: $search }) { edges { node { text promisedOn dueOn standing saidOutside { on way } } } }
        commitmentCounts { count } latestActs(first: 50) { subjectTitle } }`,
      { search: text },
    );
    const rows = await app.get(Database).read(query('test.commitments', 'SELECT id FROM commitment_v1 WHERE text = $1'), [text]);
    return {
      list: data.commitments.edges.map(({ node }) => node),
      all: data.commitmentCounts.reduce((sum, { count }) => sum + count, 0),
      acts: data.latestActs.filter(({ subjectTitle }) => subjectTitle === text).length,
      rows: rows.length,
    };
  };

  it('counts for nothing until the organisation confirms it by the link in the mail, and is a Zusage from then on', async () => {
    const text = 'Drei Plätze in der Leitstelle';
    const before = await told(text);
    const input = wish({ text });
    expect(await act('enterOutsidePromise', input)).toMatchObject({ state: 'WAITING', availableActions: ['remind', 'withdraw'] });
    const mails = await mailCount();
    expect(await act('enterOutsidePromise', input)).toMatchObject({ id: input.id, version: 1 });
    expect(await mailCount()).toBe(mails);
    expect(await told(text)).toEqual({ ...before, list: [] });

    const [mail] = await app.get(Mail).newest(1);
    for (const part of [text, 'am Telefon', 'Leitung Netz', 'Absichtserklärung']) expect(mail!.text).toContain(part);
    const token = await linkIn();
    const { data } = await app.query<{ mailQuestion: unknown }>(
      `query($token: String!) { mailQuestion(token: $token) { state title text asker answers mayAgree } }`,
      { token },
    );
    expect(data.mailQuestion).toEqual({
      ...{ state: 'OPEN', title: text, text: 'Notiz zum Telefonat', asker: 'Die Koordination der Region' },
      ...{ answers: ['YES', 'NO', 'LATER'], mayAgree: true },
    });
    expect(await told(text)).toEqual({ ...before, list: [] });

    expect(await say(token, 'YES')).toEqual({ state: 'ANSWERED' });
    expect(await told(text)).toEqual({
      list: [
        {
          ...{ text, promisedOn: today(), dueOn: input.dueOn, standing: 'OPEN' },
          saidOutside: { on: input.saidOn, way: 'TELEPHONE' },
        },
      ],
      ...{ all: before.all + 1, acts: 1, rows: 1 },
    });
    expect(await oneOf(coordinator, input.id)).toMatchObject({ state: 'CONFIRMED', saidBy: '', proof: '', availableActions: [] });
    expect(await say(token, 'NO')).toEqual({ code: 'LINK_ENDED' });
  });

  it('is objected to by link without an account, and confirmed there only by who may promise', async () => {
    const input = wish({ actorId: workshop, purposeId: alliance, text: 'Ein Azubi mehr' });
    await act('enterOutsidePromise', input);
    const token = await linkIn();
    expect(await say(token, 'YES')).toEqual({ code: 'MANDATE_NEEDED' });
    expect(await say(token, 'LATER')).toEqual({ state: 'OPEN' });
    expect(await say(token, 'NO', 'Das war nur eine Idee.')).toEqual({ state: 'ANSWERED' });
    expect(await oneOf(coordinator, input.id)).toMatchObject({ state: 'OBJECTED', saidBy: '', objection: 'Das war nur eine Idee.' });
    expect(await told(input.text)).toMatchObject({ list: [], rows: 0, acts: 0 });
  });

  it('is confirmed or objected to in the product, by the organisation alone and once', async () => {
    const input = wish({ text: 'Ein Messwagen' });
    await act('enterOutsidePromise', input);
    const asked = { id: input.id, expectedVersion: 1 };
    for (const viewer of [coordinator, acting(partner), acting(utility, 'EDITOR')]) {
      expect(await act('confirmOutsidePromise', asked, viewer)).toMatchObject({ code: 'NOT_PERMITTED' });
      expect(await act('objectToOutsidePromise', asked, viewer)).toMatchObject({ code: 'NOT_PERMITTED' });
    }
    const [first, second] = await Promise.all([
      act('confirmOutsidePromise', asked, acting(utility)),
      act('objectToOutsidePromise', { ...asked, objection: 'Nur einen halben' }, acting(utility)),
    ]);
    expect([first, second].map(({ code }) => code ?? 'done').sort()).toEqual(['ALREADY_DECIDED', 'done']);
    const other = wish({ text: 'Noch ein Messwagen' });
    await act('enterOutsidePromise', other);
    const said = { id: other.id, expectedVersion: 1, objection: 'Davon war nie die Rede.' };
    expect(await act('objectToOutsidePromise', said, acting(utility))).toMatchObject({ state: 'OBJECTED' });
    const { data } = await app.query<{ outsidePromises: { id: string; objection: string }[] }>(
      '{ outsidePromises { id objection } }',
      {},
      { viewer: coordinator },
    );
    expect(data.outsidePromises.find(({ id }) => id === other.id)?.objection).toBe('Davon war nie die Rede.');
  });

  it('is read by the coordination and the organisation; by others who take part without who said it; by nobody else', async () => {
    const input = wish({ text: 'Ein Trafo zum Üben' });
    await act('enterOutsidePromise', input);
    for (const viewer of [coordinator, acting(utility), acting(utility, 'EDITOR')]) {
      expect(await oneOf(viewer, input.id)).toMatchObject({ saidBy: 'Leitung Netz', proof: 'Notiz zum Telefonat' });
    }
    expect(await oneOf(acting(partner), input.id, initiative)).toMatchObject({ saidBy: '', proof: '', availableActions: [] });
    expect(await oneOf(acting(partner), input.id)).toBeUndefined();
    expect(await oneOf(acting(stranger), input.id, initiative)).toBeUndefined();
    const visitor = await app.query('{ outsidePromises { id } }');
    expect(visitor.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    await act('withdrawOutsidePromise', { id: input.id, expectedVersion: 1 });
    expect(await oneOf(acting(partner), input.id, initiative)).toBeUndefined();
  });

  it('is entered only for who takes part in what goes on and can be asked', async () => {
    expect(await act('enterOutsidePromise', wish({ actorId: stranger }))).toMatchObject({ code: 'NOT_TAKING_PART', field: 'purposeId' });
    expect(await act('enterOutsidePromise', wish({ purposeId: newId() }))).toMatchObject({ code: 'NOT_TAKING_PART' });
    expect(await act('enterOutsidePromise', wish({ saidOn: addDays(today(), 1) }))).toMatchObject({ code: 'SAID_LATER' });
    const purposes = async (actor: string) =>
      (
        await app.query<{ outsidePurposes: { type: string; id: string }[] }>(
          'query($actor: ID!) { outsidePurposes(actorId: $actor) { type id } }',
          { actor },
          { viewer: coordinator },
        )
      ).data.outsidePurposes;
    expect(await purposes(utility)).toContainEqual({ type: 'INITIATIVE', id: initiative });
    expect(await purposes(workshop)).toContainEqual({ type: 'ALLIANCE', id: alliance });
    expect(await purposes(newId())).toEqual([]);
    await app.get(Database).read(query('test.silence', `UPDATE actor_contact SET email = '' WHERE actor_id = $1`), [workshop]);
    const unreachable = wish({ actorId: workshop, purposeId: alliance });
    expect(await act('enterOutsidePromise', unreachable)).toMatchObject({ code: 'NOBODY_TO_ASK' });
    expect(await oneOf(coordinator, unreachable.id)).toBeUndefined();
  });

  it('is reminded of once: when the coordination says so, or three days before the end', async () => {
    const [pressed, left] = [wish({ text: 'Ein Kabelsatz' }), wish({ text: 'Zwei Kabelsätze' })];
    await act('enterOutsidePromise', pressed);
    const first = await linkIn();
    await act('enterOutsidePromise', left);
    const before = await mailCount();
    expect(await act('remindOfOutsidePromise', { id: pressed.id, expectedVersion: 1 })).toMatchObject({
      remindedOn: today(),
      availableActions: ['withdraw'],
    });
    expect(await mailCount()).toBe(before + 1);
    expect((await app.get(Mail).newest(1))[0]!.text).toContain('Ein Kabelsatz');
    expect(await act('remindOfOutsidePromise', { id: pressed.id, expectedVersion: 2 })).toMatchObject({ code: 'ALREADY_REMINDED' });

    now = new Date(START.getTime() + 11 * 86_400_000);
    await app.get(MailQuestionService).lookAfter(region);
    const mails = (await app.get(Mail).newest(10)).filter(({ text }) => text.includes('Kabels'));
    expect(mails.filter(({ text }) => text.includes('Zwei Kabelsätze'))).toHaveLength(2);
    expect(mails.filter(({ text }) => text.includes('Ein Kabelsatz'))).toHaveLength(2);
    expect(await oneOf(coordinator, left.id)).toMatchObject({ remindedOn: today(), state: 'WAITING' });
    // The link in the first mail goes on working beside the one in the reminder.
    expect(await say(first, 'NO')).toEqual({ state: 'ANSWERED' });
  });

  it('ends without an answer after its last day, and is forgotten a month later', async () => {
    const input = wish({ text: 'Eine Halle' });
    await act('enterOutsidePromise', input);
    const token = await linkIn();
    now = new Date(START.getTime() + 15 * 86_400_000);
    expect(await say(token, 'YES')).toEqual({ code: 'LINK_ENDED' });
    expect(await act('confirmOutsidePromise', { id: input.id, expectedVersion: 1 }, acting(utility))).toMatchObject({
      code: 'ANSWER_TOO_LATE',
    });
    await app.get(MailQuestionService).lookAfter(region);
    expect(await oneOf(coordinator, input.id)).toMatchObject({ state: 'NO_ANSWER', saidBy: '', proof: '' });
    now = new Date(START.getTime() + 46 * 86_400_000);
    await app.get(MailQuestionService).lookAfter(region);
    expect(await oneOf(coordinator, input.id)).toBeUndefined();
  });
});
