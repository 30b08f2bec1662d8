import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { newId } from '@knotenpunkt/kernel';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { DataSource } from 'typeorm';
import { AccessService } from './access.service';
import { DEMO_PASSWORD } from './auth.service';
import { IdentityModule } from './identity.module';
import { LostFactorService } from './lost-factor.service';
import { SecondFactorService } from './second-factor.service';

const LOST = 'meryem.arslan@harkenrode.example';

describe('a second factor that was lost', () => {
  let app: TestApp;
  let administrator: Viewer;
  let personId: string;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl))],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    const idOf = async (email: string) => (await sql('SELECT id FROM auth."user" WHERE email = $1', [email]))[0]!['id'] as string;
    administrator = { ...VISITOR, personId: await idOf('ulrike.tamm@harkenrode.example'), platformAdministrator: true };
    personId = await idOf(LOST);
  });
  afterAll(() => app.close());

  const sql = (text: string, values: unknown[] = []) => app.get(DataSource).query(text, values) as Promise<Record<string, unknown>[]>;
  const setUp = async (id: string) => {
    await sql(`INSERT INTO auth.authenticator (person_id, secret, since) VALUES ($1, 'versiegelt', now())`, [id]);
    await sql(
      `INSERT INTO auth.passkey (person_id, credential, public_key, counter, transports, name) VALUES ($1, $2, '', 0, '{}', 'Diensthandy')`,
      [id, `of ${id}`],
    );
    await sql(`INSERT INTO auth.recovery_code (person_id, digest) VALUES ($1, 'eines')`, [id]);
    await sql(
      `INSERT INTO auth.session (id, "userId", token, "expiresAt", "secondFactor") VALUES (uuidv7(), $1, $2, now() + interval '1 day', true)`,
      [id, `of ${id}`],
    );
  };
  const takeAway = (id = personId, { viewer = administrator, reason = 'Telefon im Hafen versunken', password = DEMO_PASSWORD } = {}) =>
    app.get(LostFactorService).takeAway(viewer, 'of nobody', id, { reason, password });
  const factorsOf = (id: string) => app.get(SecondFactorService).of(id);

  it('stays without the administrator’s password, a reason, and the right to decide', async () => {
    await setUp(personId);
    expect((await app.get(AccessService).find(LOST))[0]).toMatchObject({ secondFactor: true });
    expect(await takeAway(personId, { password: 'nicht das richtige' })).toMatchObject({ refusal: { code: 'PASSWORD_WRONG' } });
    expect(await takeAway(personId, { reason: ' ' })).toMatchObject({ refusal: { code: 'TEXT_MISSING', field: 'reason' } });
    expect(await takeAway(personId, { viewer: { ...administrator, platformAdministrator: false } })).toMatchObject({
      refusal: { code: 'NOT_PERMITTED' },
    });
    expect(await takeAway(newId())).toMatchObject({ refusal: { code: 'PERSON_UNKNOWN' } });
    expect(await factorsOf(personId)).toMatchObject({ passkeys: 1, recoveryCodes: 1 });
    expect(await sql('SELECT FROM factor_removal')).toHaveLength(0);
  });

  it('is taken away whole: sessions end, the person is told why, and who did it stays', async () => {
    const other = administrator.personId!;
    await setUp(other);
    expect(await takeAway()).toMatchObject({ ok: true, value: { id: personId, secondFactor: false } });
    expect(await factorsOf(personId)).toMatchObject({ authenticatorSince: null, passkeys: 0, recoveryCodes: 0 });
    expect(await sql('SELECT FROM auth.session WHERE "userId" = $1', [personId])).toHaveLength(0);
    const [mail] = (await app.get(Mail).newest(10)).filter(({ to }) => to === LOST);
    expect(mail!.subject).toBe('Knotenpunkt: Ihr zweiter Faktor wurde entfernt');
    expect(mail!.text).toContain('Grund: Telefon im Hafen versunken');
    expect(await sql('SELECT person_id, reason, removed_by FROM factor_removal')).toEqual([
      { person_id: personId, reason: 'Telefon im Hafen versunken', removed_by: other },
    ]);
    // Of others nothing goes, and one's own stays.
    expect(await factorsOf(other)).toMatchObject({ passkeys: 1, recoveryCodes: 1 });
    expect(await takeAway(other)).toMatchObject({ refusal: { code: 'OWN_FACTOR' } });
    expect(await takeAway()).toMatchObject({ refusal: { code: 'NO_FACTOR' } });
    expect(await sql('SELECT FROM auth.session WHERE "userId" = $1', [other])).toHaveLength(1);
  });
});
