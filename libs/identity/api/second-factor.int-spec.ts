import { createHmac } from 'node:crypto';
import type { Clock, Result } from '@knotenpunkt/kernel';
import { VISITOR } from '@knotenpunkt/identity/domain';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { DataSource } from 'typeorm';
import { AccountSecurityService, type ChangedAccount } from './account-security.service';
import { AccountService } from './account.service';
import { AuthService } from './auth.service';
import type { SignedIn } from './identification';
import { IdentityModule } from './identity.module';
import { SecondFactorService } from './second-factor.service';
import { codeAt, stepAt } from './totp';
import { ViewerService } from './viewer.service';

const PASSWORD = 'ein gutes Passwort';

/** The bytes of a secret as apps read them. */
function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
}

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('a second factor', () => {
  let app: TestApp;
  let account: AccountSecurityService;
  let now = new Date('2026-11-28T10:00:00Z');
  const clock: Clock = { now: () => now, today: () => '2026-11-28' };
  const later = () => (now = new Date(now.getTime() + 60_000));

  beforeAll(async () => {
    app = await createTestApp({
      clock,
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl))],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    account = app.get(AccountSecurityService);
  });
  afterAll(() => app.close());

  const sql = (text: string, values: unknown[] = []) => app.get(DataSource).query(text, values) as Promise<Record<string, unknown>[]>;
  const signIn = async (personId: string, secondFactor = false): Promise<SignedIn> => {
    const cookie = await app.get(AuthService).begin(personId, { browser: 'Firefox', system: 'Linux', secondFactor });
    return { personId, token: cookie!.value.split('.')[0]! };
  };
  const headersOf = ({ token }: SignedIn) => {
    const signature = createHmac('sha256', signInForTests(app.url).secret).update(token).digest('base64');
    return { cookie: `knotenpunkt.session_token=${encodeURIComponent(`${token}.${signature}`)}` };
  };
  const viewerOf = async (who: SignedIn) => {
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    return app.get(ViewerService).viewerIn(region, headersOf(who));
  };
  let count = 0;
  const somebody = async (): Promise<SignedIn> => {
    const email = `somebody-${++count}@beispiel.example`;
    await app.get(AccountService).register({ name: 'Kim Beispiel', email, language: 'de' });
    const [mail] = (await app.get(Mail).newest(1)).filter(({ to }) => to === email);
    return signIn(valueOf(await app.get(AccountService).confirmRegistration(/#(\S+)/.exec(mail!.text)![1]!, PASSWORD)));
  };
  const setUp = async (who: SignedIn) => {
    const { secret } = valueOf(await account.proposeAuthenticator(who, PASSWORD));
    const bytes = bytesOf(secret);
    const changed: ChangedAccount = valueOf(await account.confirmAuthenticator(who, codeAt(bytes, stepAt(now))));
    return { bytes, secret, codes: changed.newRecoveryCodes };
  };
  const accepts = ({ personId }: SignedIn, code: string) =>
    app.get(UnitOfWork).run((tx) => app.get(SecondFactorService).accepts(tx, personId, code));

  it('wants the password first, then a right code; a wrong one changes nothing', async () => {
    const who = await somebody();
    expect(await account.proposeAuthenticator(who, 'nicht das richtige')).toMatchObject({ refusal: { code: 'PASSWORD_WRONG' } });
    const { secret } = valueOf(await account.proposeAuthenticator(who, PASSWORD));
    const right = codeAt(bytesOf(secret), stepAt(now));
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    expect(await account.confirmAuthenticator(who, wrong)).toMatchObject({ refusal: { code: 'CODE_WRONG' } });
    expect((await account.of(who))!.authenticatorSince).toBeNull();
    expect(await accepts(who, right)).toBe(false);
    expect(valueOf(await account.confirmAuthenticator(who, right)).newRecoveryCodes).toHaveLength(10);
  });

  it('lets each code count once, and the one before it no more', async () => {
    const who = await somebody();
    const { bytes } = await setUp(who);
    expect(await accepts(who, codeAt(bytes, stepAt(now)))).toBe(false);
    later();
    const code = codeAt(bytes, stepAt(now));
    const both = await Promise.all([accepts(who, code), accepts(who, code)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await accepts(who, codeAt(bytes, stepAt(now) - 1))).toBe(false);
  });

  it('has recovery codes that count once each, until there are new ones', async () => {
    const who = await somebody();
    const { codes } = await setUp(who);
    expect(await accepts(who, codes[0]!.toLowerCase())).toBe(true);
    expect(await accepts(who, codes[0]!)).toBe(false);
    expect((await account.of(who))!.recoveryCodes).toBe(9);
    const { newRecoveryCodes } = valueOf(await account.renewRecoveryCodes(who, PASSWORD));
    expect(await accepts(who, codes[1]!)).toBe(false);
    expect(await accepts(who, newRecoveryCodes[1]!)).toBe(true);
    const other = await somebody();
    await setUp(other);
    expect(await accepts(other, newRecoveryCodes[2]!)).toBe(false);
  });

  it('is kept so that the database alone gives nothing away', async () => {
    const who = await somebody();
    const { bytes, secret, codes } = await setUp(who);
    const kept = JSON.stringify([
      await sql('SELECT * FROM auth.authenticator'),
      await sql('SELECT * FROM auth.recovery_code'),
      await sql('SELECT * FROM outgoing_mail'),
    ]);
    for (const told of [
      secret,
      bytes.toString('base64'),
      bytes.toString('base64url'),
      bytes.toString('hex'),
      ...codes,
      codes[0]!.replace('-', ''),
    ])
      expect(kept).not.toContain(told);
    // Nor does the sealed secret of one person open anything for another.
    const other = await somebody();
    await setUp(other);
    await sql(
      'UPDATE auth.authenticator SET last_step = 0, secret = (SELECT secret FROM auth.authenticator WHERE person_id = $1) WHERE person_id = $2',
      [who.personId, other.personId],
    );
    expect(await accepts(other, codeAt(bytes, stepAt(now)))).toBe(false);
  });

  it('counts only where the code is given soon, and not by trying', async () => {
    const late = await somebody();
    const { secret } = valueOf(await account.proposeAuthenticator(late, PASSWORD));
    await sql(`UPDATE auth.authenticator SET proposed_at = now() - interval '1 hour' WHERE person_id = $1`, [late.personId]);
    expect(await account.confirmAuthenticator(late, codeAt(bytesOf(secret), stepAt(now)))).toMatchObject({
      refusal: { code: 'CODE_WRONG' },
    });

    const who = await somebody();
    const right = codeAt(bytesOf(valueOf(await account.proposeAuthenticator(who, PASSWORD)).secret), stepAt(now));
    for (let at = 0; at < 10; at++) await account.confirmAuthenticator(who, 'geraten');
    expect(await account.confirmAuthenticator(who, right)).toMatchObject({ refusal: { code: 'TOO_MANY_ATTEMPTS' } });
  });

  it('is asked of every session there is: one that began beside it is none', async () => {
    const who = await somebody();
    await setUp(who);
    expect(await viewerOf(await signIn(who.personId))).toEqual(VISITOR);
    expect((await viewerOf(await signIn(who.personId, true))).personId).toBe(who.personId);
  });

  it('ends other sessions when it is set up and when it goes, and tells by mail', async () => {
    const who = await somebody();
    const elsewhere = await signIn(who.personId);
    await setUp(who);
    expect((await viewerOf(elsewhere)).personId).toBeNull();
    expect((await viewerOf(who)).personId).toBe(who.personId);
    expect((await app.get(Mail).newest(1))[0]!.text).toContain('Eine Authenticator-App wurde eingerichtet.');
    const onThePhone = await signIn(who.personId, true);
    valueOf(await account.removeAuthenticator(who, PASSWORD));
    expect((await viewerOf(onThePhone)).personId).toBeNull();
    expect((await viewerOf(who)).personId).toBe(who.personId);
  });

  it('goes with the password, and its recovery codes with it', async () => {
    const who = await somebody();
    const { codes } = await setUp(who);
    expect(await account.removeAuthenticator(who, 'nicht das richtige')).toMatchObject({ refusal: { code: 'PASSWORD_WRONG' } });
    expect(valueOf(await account.removeAuthenticator(who, PASSWORD)).account).toMatchObject({ authenticatorSince: null, recoveryCodes: 0 });
    expect(await accepts(who, codes[0]!)).toBe(false);
  });

  it.each([
    ['coordination', `INSERT INTO coordinator (person_id, region_id) SELECT $1, id FROM region WHERE slug = 'harkenrode'`, 'coordinator'],
    ['the platform', 'INSERT INTO platform_administrator (person_id) VALUES ($1)', 'platformAdministrator'],
  ])('is what the office waits for: %s', async (_, give, right) => {
    const { personId } = await somebody();
    await sql(give, [personId]);
    const who = await signIn(personId);
    expect(await viewerOf(who)).toMatchObject({ personId, coordinator: false, platformAdministrator: false, awaitsSecondFactor: true });
    await setUp(who);
    expect(await viewerOf(who)).toMatchObject({ [right]: true });
    expect((await viewerOf(who)).awaitsSecondFactor).toBeUndefined();
    expect(await viewerOf(await signIn(personId, true))).toMatchObject({ [right]: true });
    valueOf(await account.removeAuthenticator(who, PASSWORD));
    expect(await viewerOf(who)).toMatchObject({ [right]: false, awaitsSecondFactor: true });
  });

  it('was not shown by who is known by a mail: the office is not there', async () => {
    const { personId } = await somebody();
    await sql(`INSERT INTO coordinator (person_id, region_id) SELECT $1, id FROM region WHERE slug = 'harkenrode'`, [personId]);
    await setUp(await signIn(personId));
    const [{ email }] = (await sql('SELECT email FROM auth."user" WHERE id = $1', [personId])) as [{ email: string }];
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    expect(await app.get(ViewerService).viewerByMail(region, email)).toMatchObject({ personId, coordinator: false });
  });

  it('is not asked of demo logins', async () => {
    const [meryem] = await sql(`SELECT id FROM auth."user" WHERE email = 'meryem.arslan@harkenrode.example'`);
    const who = await signIn(meryem!['id'] as string);
    expect(await viewerOf(who)).toMatchObject({ coordinator: true });
    expect((await viewerOf(who)).awaitsSecondFactor).toBeUndefined();
  });

  it('shows sessions by device, and ends one or all others', async () => {
    const who = await somebody();
    const elsewhere = await signIn(who.personId);
    const third = await signIn(who.personId);
    const { sessions } = (await account.of(who))!;
    expect(sessions.map(({ browser, system, current }) => ({ browser, system, current }))).toEqual(
      [true, false, false].map((current) => ({ browser: 'Firefox', system: 'Linux', current })),
    );
    const [row] = await sql('SELECT id, "userAgent", "ipAddress" FROM auth.session WHERE token = $1', [elsewhere.token]);
    expect([row!['userAgent'], row!['ipAddress']].map((kept) => kept || '')).toEqual(['', '']);
    const stranger = await somebody();
    expect(await account.endSession(stranger, row!['id'] as string)).toMatchObject({ refusal: { code: 'SESSION_ENDED' } });
    valueOf(await account.endSession(who, row!['id'] as string));
    expect(await viewerOf(elsewhere)).toEqual(VISITOR);
    valueOf(await account.endOtherSessions(who));
    expect(await viewerOf(third)).toEqual(VISITOR);
    expect((await viewerOf(who)).personId).toBe(who.personId);
    expect((await viewerOf(stranger)).personId).toBe(stranger.personId);
  });

  it('has no letter box filled from an open session', async () => {
    const who = await somebody();
    for (let at = 0; at < 5; at++) valueOf(await account.requestAddress(who, 'voll@beispiel.example', PASSWORD));
    expect(await account.requestAddress(who, ' Voll@beispiel.example', PASSWORD)).toMatchObject({ refusal: { code: 'TOO_MANY_ATTEMPTS' } });
    for (let at = 0; at < 4; at++) valueOf(await account.requestAddress(who, `voll-${at}@beispiel.example`, PASSWORD));
    expect(await account.requestAddress(who, 'noch-einer@beispiel.example', PASSWORD)).toMatchObject({
      refusal: { code: 'TOO_MANY_ATTEMPTS', field: 'email' },
    });
  });

  it('is slowed where somebody guesses the password of an open session', async () => {
    const who = await somebody();
    for (let at = 0; at < 10; at++) await account.requestAddress(who, 'neu@beispiel.example', 'geraten geraten');
    expect(await account.requestAddress(who, 'neu@beispiel.example', PASSWORD)).toMatchObject({ refusal: { code: 'TOO_MANY_ATTEMPTS' } });
  });
});
