import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { ModerationModule } from './moderation.module';
import { RetentionService } from './retention.service';

const ANSWER = '{ __typename ... on Refused { code field } ... on StaleVersion { current } ';
const REPORT = `mutation($input: ReportBarrierInput!) { answer: reportBarrier(input: $input) ${ANSWER} ... on BarrierReported { id } } }`;
const REPLY = `mutation($input: AnswerBarrierReportInput!) { answer: answerBarrierReport(input: $input) ${ANSWER} ... on BarrierReport { state answer version } } }`;
const LIST =
  '{ barrierReports(first: 2) { edges { node { id text email pageAddress state erasedOn } } pageInfo { hasNextPage endCursor } } }';

describe('reporting a barrier', () => {
  let app: TestApp;
  const administrator: Viewer = { ...VISITOR, personId: idFrom('harkenrode', 'person', 'ulrike.tamm'), platformAdministrator: true };
  const wish = (more: object = {}) => ({ id: newId(), pageAddress: '/akteure', text: 'Der Filter geht nicht.', email: '', ...more });
  const send = async (source: string, input: object, viewer: Viewer = VISITOR) =>
    (await app.query<{ answer: Record<string, unknown> }>(source, { input }, { viewer })).data.answer;
  const listed = async () => {
    const { data } = await app.query<{ barrierReports: { edges: { node: Record<string, unknown> }[] } }>(
      LIST,
      {},
      { viewer: administrator },
    );
    return data.barrierReports.edges.map(({ node }) => node);
  };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        InitiativesModule,
        ModerationModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('needs no account and no address, reaches the administrator, and does nothing twice', async () => {
    const before = (await app.get(Mail).newest(100)).length;
    const input = wish();
    for (let attempt = 0; attempt < 2; attempt++) expect(await send(REPORT, input)).toMatchObject({ id: input.id });
    const mails = (await app.get(Mail).newest(100)).slice(0, -before || undefined);
    expect(mails.map(({ to }) => to)).toEqual(['ulrike.tamm@harkenrode.example']);
    expect(mails[0]!.text).toContain('Der Filter geht nicht.');
    expect((await listed()).filter(({ id }) => id === input.id)).toMatchObject([{ state: 'OPEN', pageAddress: '/akteure' }]);
  });

  it('is answered once, by mail where an address was named', async () => {
    const input = wish({ email: 'kim@beispiel.example' });
    await send(REPORT, input);
    const reply = { id: input.id, answer: 'Seit heute geht er.' };
    expect(await send(REPLY, { ...reply, expectedVersion: 7 }, administrator)).toEqual({ __typename: 'StaleVersion', current: 1 });
    expect(await send(REPLY, { ...reply, expectedVersion: 1 }, administrator)).toMatchObject({ state: 'ANSWERED', version: 2 });
    expect(await send(REPLY, { ...reply, expectedVersion: 2 }, administrator)).toMatchObject({ code: 'ALREADY_ANSWERED' });
    const [mail] = await app.get(Mail).newest(1);
    expect(mail).toMatchObject({ to: 'kim@beispiel.example' });
    expect(mail!.text).toContain('Seit heute geht er.');
  });

  it('loses text and address when its time is over, answered or not', async () => {
    const [answered, forgotten, young] = [wish({ email: 'a@beispiel.example' }), wish(), wish({ text: 'Bleibt.' })];
    for (const input of [answered, forgotten, young]) await send(REPORT, input);
    await send(REPLY, { id: answered.id, expectedVersion: 1, answer: 'Geht.' }, administrator);
    await app.get(UnitOfWork).run(async (tx) => {
      await tx.query(`UPDATE barrier_report SET answered_at = now() - interval '94 days' WHERE id = $1`, [answered.id]);
      await tx.query(`UPDATE barrier_report SET created_at = now() - interval '367 days' WHERE id = $1`, [forgotten.id]);
    });
    await app.get(RetentionService).erase();
    const left = await app
      .get(UnitOfWork)
      .run((tx) =>
        tx.query('SELECT text, email, page_address, answer, erased_on FROM barrier_report WHERE id = ANY($1::uuid[]) ORDER BY text', [
          [answered.id, forgotten.id, young.id],
        ]),
      );
    const empty = { text: '', email: '', page_address: '', answer: '', erased_on: expect.any(String) };
    expect(left).toEqual([empty, empty, { text: 'Bleibt.', email: '', page_address: '/akteure', answer: '', erased_on: null }]);
  });

  it('ends after many from one place, and after a few from one address', async () => {
    const email = 'viele@beispiel.example';
    const answers = await Promise.all(Array.from({ length: 7 }, () => send(REPORT, wish({ email }))));
    expect(answers.filter(({ __typename }) => __typename === 'BarrierReported')).toHaveLength(5);
    const more = await Promise.all(Array.from({ length: 20 }, () => send(REPORT, wish())));
    expect(more.some(({ code }) => code === 'TOO_MANY_REPORTS')).toBe(true);
  });
});
