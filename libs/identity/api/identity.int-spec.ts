import { createHmac } from 'node:crypto';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { DataSource } from 'typeorm';
import { IdentityModule } from './identity.module';
import { ViewerService } from './viewer.service';

describe('identity', () => {
  let app: TestApp;
  const actorId = idFrom('harkenrode', 'actor', 'somebody');
  const administrator: Viewer = {
    ...VISITOR,
    personId: newId(),
    name: 'Test',
    mandates: [{ id: newId(), actorId, role: 'ADMINISTRATOR', fromOn: '2020-01-01', untilOn: null }],
  };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl))],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('loads two regions and shows the default one', async () => {
    const { data } = await app.query<{ region: { slug: string }; regions: { slug: string }[] }>('{ region { slug } regions { slug } }');
    expect(data.region.slug).toBe('harkenrode');
    expect(data.regions.map((region) => region.slug).sort()).toEqual(['dortmund', 'harkenrode']);
  });

  it('offers demo logins in the invented region only', async () => {
    const logins = async (slug: string) =>
      (
        await app.query<{ demoLoginList: unknown[] }>('{ demoLoginList { email } }', {}, {
          headers: {},
          region: { id: idFrom('region', slug), slug, example: slug !== 'dortmund' },
        } as never)
      ).data.demoLoginList;
    expect((await logins('harkenrode')).length).toBeGreaterThan(5);
    expect(await logins('dortmund')).toEqual([]);
  });

  it('knows a person by the session as long as it lasts, and draws it out while it is used', async () => {
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    const database = app.get(DataSource);
    const [person] = (await database.query(`SELECT id FROM auth."user" WHERE email = 'katrin.vossebrink@harkenrode.example'`)) as {
      id: string;
    }[];
    const signature = createHmac('sha256', signInForTests(app.url).secret).update('token').digest('base64');
    const headers = { cookie: `knotenpunkt.session_token=${encodeURIComponent(`token.${signature}`)}` };
    const lastsFor = (days: number) =>
      database.query(
        `INSERT INTO auth.session (id, "userId", token, "expiresAt", "createdAt", "updatedAt") VALUES ($1, $2, 'token', now() + $3 * interval '1 day', now(), now())
         ON CONFLICT (id) DO UPDATE SET "expiresAt" = excluded."expiresAt"`,
        [idFrom('session', 'test'), person!.id, days],
      );
    const daysLeft = async () =>
      Number(
        (await database.query(`SELECT extract(epoch FROM "expiresAt" - now()) / 86400 AS days FROM auth.session WHERE token = 'token'`))[0]
          .days,
      );

    await lastsFor(13.5);
    const viewer = await app.get(ViewerService).viewerIn(region, headers);
    expect(viewer).toMatchObject({ personId: person!.id, name: 'Katrin Vossebrink', coordinator: false });
    expect(viewer.mandates.length).toBeGreaterThan(0);
    expect(await daysLeft()).toBeLessThan(13.6);

    await lastsFor(12);
    await app.get(ViewerService).viewerIn(region, headers);
    expect(await daysLeft()).toBeGreaterThan(13.9);

    await lastsFor(-0.1);
    expect(await app.get(ViewerService).viewerIn(region, headers)).toEqual(VISITOR);
    expect(await app.get(ViewerService).viewerIn(region, { cookie: 'knotenpunkt.session_token=token' })).toEqual(VISITOR);
  });

  it('closes what is for members to visitors', async () => {
    const { errors } = await app.query('query($id: ID!) { mandatesOfActor(actorId: $id) { id } }', { id: actorId });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  const GRANT = `mutation($input: GrantMandateInput!) { grantMandate(input: $input) { __typename ... on PersonMandate { id version } ... on Refused { code field } } }`;
  const input = (id: string, email: string) => ({
    id,
    actorId,
    actorName: 'Somebody',
    name: 'Kim Beispiel',
    email,
    role: 'DELEGATE',
    fromOn: '2026-01-01',
  });

  it('gives a mandate with an account and mails, and ends it again under the version rule', async () => {
    const id = newId();
    const granted = await app.query<{ grantMandate: { __typename: string; version: number } }>(
      GRANT,
      { input: input(id, 'kim@beispiel.example') },
      { viewer: administrator },
    );
    expect(granted.data.grantMandate).toMatchObject({ __typename: 'PersonMandate', version: 1 });
    const mails = await app.get(Mail).newest(5);
    expect(mails.map((mail) => mail.to)).toEqual(['kim@beispiel.example', 'kim@beispiel.example']);
    expect(mails.some((mail) => mail.text.includes('/passwort#'))).toBe(true);

    const END = `mutation($input: EndMandateInput!) { endMandate(input: $input) { __typename ... on StaleVersion { current } ... on PersonMandate { untilOn } } }`;
    const stale = await app.query<{ endMandate: unknown }>(END, { input: { id, expectedVersion: 7 } }, { viewer: administrator });
    expect(stale.data.endMandate).toEqual({ __typename: 'StaleVersion', current: 1 });
    const ended = await app.query<{ endMandate: { untilOn: string } }>(
      END,
      { input: { id, expectedVersion: 1 } },
      { viewer: administrator },
    );
    expect(ended.data.endMandate.untilOn).toMatch(/^\d{4}/);
  });

  it('refuses a foreign administrator and writes nothing', async () => {
    const foreign: Viewer = { ...administrator, mandates: [{ ...administrator.mandates[0]!, actorId: newId() }] };
    const before = (await app.get(Mail).newest(100)).length;
    const { data } = await app.query<{ grantMandate: unknown }>(
      GRANT,
      { input: input(newId(), 'nobody@beispiel.example') },
      { viewer: foreign },
    );
    expect(data.grantMandate).toMatchObject({ __typename: 'Refused', code: 'NOT_PERMITTED' });
    expect(await app.get(Mail).newest(100)).toHaveLength(before);
  });

  it('gives the same mandate once, however often it is sent', async () => {
    const id = newId();
    const give = async (email: string, actor = actorId) =>
      (
        await app.query<{ grantMandate: unknown }>(
          GRANT,
          { input: { ...input(id, email), actorId: actor } },
          { viewer: { ...administrator, coordinator: true } },
        )
      ).data.grantMandate;
    expect(await give('zweimal@beispiel.example')).toEqual({ __typename: 'PersonMandate', id, version: 1 });
    const before = (await app.get(Mail).newest(100)).length;
    expect(await give('zweimal@beispiel.example')).toEqual({ __typename: 'PersonMandate', id, version: 1 });
    expect(await give('anders@beispiel.example')).toMatchObject({ __typename: 'Refused', code: 'NOT_PERMITTED' });
    expect(await app.get(Mail).newest(100)).toHaveLength(before);
  });

  it('lets nobody who administers an organisation fill letter boxes with mandates', async () => {
    const viewer: Viewer = { ...administrator, personId: newId() };
    const give = async (email: string) =>
      (await app.query<{ grantMandate: { code?: string; field?: string } }>(GRANT, { input: input(newId(), email) }, { viewer })).data
        .grantMandate;
    for (let time = 0; time < 5; time++) expect(await give('opfer@beispiel.example')).toMatchObject({ __typename: 'PersonMandate' });
    const before = (await app.get(Mail).newest(100)).length;
    const refused = { __typename: 'Refused', code: 'TOO_MANY_ATTEMPTS', field: 'email' };
    expect(await give('Opfer@beispiel.example')).toEqual(refused);
    for (let time = 0; time < 4; time++) await give(`opfer-${String(time)}@beispiel.example`);
    expect(await give('opfer-9@beispiel.example')).toEqual(refused);
    expect((await app.get(Mail).newest(100)).length - before).toBe(8);
  });
});
