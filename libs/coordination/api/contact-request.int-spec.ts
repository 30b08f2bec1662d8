import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, dayInWords, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { CoordinationModule } from './coordination.module';

const ASK = `mutation($input: RequestContactInput!) { requestContact(input: $input) { __typename ... on ContactAsked { id } ... on Refused { code field } } }`;
const LIST = `{ contactRequests { id state version organisation toActor { name } } }`;

describe('asking for a contact', () => {
  let app: TestApp;
  const kompass = idFrom('harkenrode', 'actor', 'a040');
  const wish = (id: string, more: object = {}) => ({
    id,
    toActorId: kompass,
    name: 'Kim Beispiel',
    email: `${id}@beispiel.example`,
    organisation: 'Werkstatt',
    message: 'Wir suchen Lagerkräfte.',
    ...more,
  });
  const acting = (actorId: string): Viewer => ({
    ...VISITOR,
    personId: newId(),
    name: 'Test',
    mandates: [{ id: newId(), actorId, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
  });

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        CoordinationModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('needs no account, mails those who act for the organisation, and does nothing twice', async () => {
    const before = (await app.get(Mail).newest(100)).length;
    const input = wish(newId());
    for (let attempt = 0; attempt < 2; attempt++) {
      const { data } = await app.query<{ requestContact: unknown }>(ASK, { input });
      expect(data.requestContact).toEqual({ __typename: 'ContactAsked', id: input.id });
    }
    const mails = (await app.get(Mail).newest(100)).slice(0, -before || undefined);
    expect(mails.length).toBeGreaterThan(0);
    expect(new Set(mails.map((mail) => mail.to)).size).toBe(mails.length);
    expect(mails[0]!.text).toContain('Wir suchen Lagerkräfte.');
  });

  it('remembers of a suggestion that a contact was asked for, where somebody asks for the organisation it was made to', async () => {
    const [asker, suggested] = [idFrom('harkenrode', 'actor', 'a019'), idFrom('harkenrode', 'actor', 'a033')];
    const acceptedOn = () =>
      app
        .get(Database)
        .readOne<{ on: string | null }>(
          query('test.accepted', 'SELECT accepted_on AS on FROM match_outcome WHERE asker_id = $1 AND suggested_id = $2'),
          [asker, suggested],
        );
    const ask = async (viewer: Viewer, more: object = {}) =>
      (
        await app.query<{ requestContact: { __typename: string; code?: string } }>(
          ASK,
          { input: wish(newId(), { toActorId: suggested, ...more }) },
          { viewer },
        )
      ).data.requestContact;
    expect((await ask(VISITOR)).__typename).toBe('ContactAsked');
    expect(await ask(acting(kompass), { fromActorId: asker })).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await acceptedOn()).toEqual({ on: null });
    expect((await ask(acting(asker), { fromActorId: asker })).__typename).toBe('ContactAsked');
    expect(await acceptedOn()).toEqual({ on: systemClock.today('Europe/Berlin') });
  });

  it('writes the last day for an answer as whoever reads the mail writes days', async () => {
    const lastDay = addDays(systemClock.today('Europe/Berlin'), 30);
    const said: string[] = [];
    for (const language of ['de', 'en'] as const) {
      await app.get(UnitOfWork).run((tx) => tx.query(`UPDATE auth."user" SET language = $1`, [language]));
      await app.query(ASK, { input: wish(newId()) });
      const [mail] = await app.get(Mail).newest(1);
      expect(mail!.text).toContain(dayInWords(lastDay, language));
      said.push(dayInWords(lastDay, language));
    }
    expect(said[0]).toMatch(/^\d+\. \S+ \d{4}$/);
    expect(said[1]).toMatch(/^\d+ \S+ \d{4}$/);
  });

  it('shows a request to the organisation asked and to nobody else', async () => {
    const own = await app.query<{ contactRequests: unknown[] }>(LIST, {}, { viewer: acting(kompass) });
    expect(own.data.contactRequests).toHaveLength(3);
    const foreign = await app.query<{ contactRequests: unknown[] }>(LIST, {}, { viewer: acting(newId()) });
    expect(foreign.data.contactRequests).toEqual([]);
    const visitor = await app.query(LIST);
    expect(visitor.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('refuses what is incomplete, unknown or too much', async () => {
    const refusalOf = async (input: object) => (await app.query<{ requestContact: unknown }>(ASK, { input })).data.requestContact;
    expect(await refusalOf(wish(newId(), { name: '' }))).toMatchObject({ code: 'TEXT_MISSING', field: 'name' });
    expect(await refusalOf(wish(newId(), { toActorId: newId() }))).toMatchObject({ code: 'ACTOR_UNKNOWN' });
    const email = 'viele@beispiel.example';
    const answers = await Promise.all(Array.from({ length: 7 }, () => refusalOf(wish(newId(), { email }))));
    expect(answers.filter((answer) => (answer as { __typename: string }).__typename === 'ContactAsked')).toHaveLength(5);
  });

  it('is answered by the link in the mail, once, and the desk knows of it', async () => {
    const input = wish(newId(), { organisation: 'Nähstube', message: 'Wir brauchen einen Raum.' });
    await app.query(ASK, { input });
    const [mail] = await app.get(Mail).newest(1);
    const token = /\/antwort\/([\w-]{43})/.exec(mail!.text)![1];
    const look = `query($token: String!) { mailQuestion(token: $token) { state title text answers mayAgree } }`;
    const { data } = await app.query<{ mailQuestion: unknown }>(look, { token });
    expect(data.mailQuestion).toMatchObject({ state: 'OPEN', title: 'Nähstube', text: 'Wir brauchen einen Raum.', mayAgree: true });
    const say = `mutation($input: AnswerMailQuestionInput!) { answerMailQuestion(input: $input) { ... on MailQuestion { state } ... on Refused { code } } }`;
    const answers: unknown[] = [];
    for (const answer of ['YES', 'NO']) {
      const said = await app.query<{ answerMailQuestion: unknown }>(say, { input: { token, answer } });
      answers.push(said.data.answerMailQuestion);
    }
    expect(answers).toEqual([{ state: 'ANSWERED' }, { code: 'LINK_ENDED' }]);
    const own = await app.query<{ contactRequests: { organisation: string; state: string }[] }>(LIST, {}, { viewer: acting(kompass) });
    expect(own.data.contactRequests.find(({ organisation }) => organisation === 'Nähstube')?.state).toBe('ANSWERED');
  });
});
