import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { DataSource } from 'typeorm';
import { AccountService } from './account.service';
import { IdentityModule } from './identity.module';

const PASSWORD = 'ein gutes Passwort';
const KNOWN = 'katrin.vossebrink@harkenrode.example';

describe('an account', () => {
  let app: TestApp;
  let accounts: AccountService;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl))],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    accounts = app.get(AccountService);
  });
  afterAll(() => app.close());

  /** What went to an address, the newest first. */
  const mailsTo = async (email: string) => (await app.get(Mail).newest(100)).filter(({ to }) => to === email);
  const tokenTo = async (email: string) => /#(\S+)/.exec((await mailsTo(email))[0]!.text)![1]!;
  const register = async (email: string) => {
    await accounts.register({ name: 'Kim Beispiel', email, language: 'de' });
    return tokenTo(email);
  };
  const openAccount = async (email: string): Promise<Viewer> => {
    const person = await accounts.confirmRegistration(await register(email), PASSWORD);
    return { ...VISITOR, personId: person.ok ? person.value : null, name: 'Kim Beispiel' };
  };
  const database = () => app.get(DataSource);
  const sessionsOf = async (viewer: Viewer) =>
    ((await database().query('SELECT FROM auth.session WHERE "userId" = $1', [viewer.personId])) as unknown[]).length;

  it('comes into being with the link that went to its address, once, and not before', async () => {
    const token = await register('kim@beispiel.example');
    expect(await accounts.personWith('kim@beispiel.example', PASSWORD)).toBeNull();
    expect(await accounts.confirmRegistration(token, 'kurz')).toMatchObject({ ok: false, refusal: { code: 'PASSWORD_SHORT' } });
    const [first, second] = await Promise.all([
      accounts.confirmRegistration(token, PASSWORD),
      accounts.confirmRegistration(token, 'ein zweites Passwort'),
    ]);
    expect([first.ok, second.ok].sort()).toEqual([false, true]);
    const right = first.ok ? PASSWORD : 'ein zweites Passwort';
    expect(await accounts.personWith('kim@beispiel.example', right)).not.toBeNull();
  });

  it('lets nobody write to others in its mails', async () => {
    await accounts.register({ name: 'Gewinn auf beute.example', email: 'opfer@beispiel.example', language: 'de' });
    expect((await mailsTo('opfer@beispiel.example'))[0]!.text).not.toContain('beute');
    const token = await register('tom@beispiel.example');
    const person = await accounts.confirmRegistration(token, PASSWORD);
    await database().query(`UPDATE auth."user" SET name = 'Gewinn auf beute.example' WHERE email = 'tom@beispiel.example'`);
    await accounts.requestAddress(person.ok ? person.value : '', 'opfer@beispiel.example');
    expect((await mailsTo('opfer@beispiel.example'))[0]!.text).not.toContain('beute');
  });

  it('is not made twice; who has the address is told, and nobody else', async () => {
    await accounts.register({ name: 'Jemand', email: KNOWN, language: 'de' });
    const [mail] = await mailsTo(KNOWN);
    expect(mail!.subject).toBe('Knotenpunkt: Sie haben schon ein Konto');
    expect(mail!.text).toContain('Guten Tag Katrin Vossebrink');
    const [early, late] = [await register('lou@beispiel.example'), await register('lou@beispiel.example')];
    expect((await accounts.confirmRegistration(early, PASSWORD)).ok).toBe(true);
    expect(await accounts.confirmRegistration(late, 'von jemand anderem')).toMatchObject({ ok: false });
    expect(await accounts.personWith('lou@beispiel.example', PASSWORD)).not.toBeNull();
  });

  it('keeps of the links in mails no more than a digest', async () => {
    const token = await register('mo@beispiel.example');
    const rows = (await database().query('SELECT * FROM auth.ticket')) as unknown[];
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('gets a new password by a link for that alone, which ends after one use, after a time, and with a newer one', async () => {
    await openAccount('noor@beispiel.example');
    const ask = async () => {
      await accounts.requestPasswordLink('noor@beispiel.example');
      return tokenTo('noor@beispiel.example');
    };
    const older = await ask();
    const token = await ask();
    expect(await accounts.setPassword(older, 'Passwort von gestern')).toMatchObject({ ok: false, refusal: { code: 'LINK_ENDED' } });
    expect((await accounts.confirmAddress(token)).ok).toBe(false);
    expect((await accounts.confirmRegistration(token, 'ein neues Passwort')).ok).toBe(false);
    expect((await accounts.setPassword(token, 'ein neues Passwort')).ok).toBe(true);
    expect((await accounts.setPassword(token, 'noch ein Passwort')).ok).toBe(false);
    expect(await accounts.personWith('noor@beispiel.example', PASSWORD)).toBeNull();
    expect(await accounts.personWith('noor@beispiel.example', 'ein neues Passwort')).not.toBeNull();

    const late = await ask();
    await database().query(`UPDATE auth.ticket SET until = now() - interval '1 second'`);
    expect((await accounts.setPassword(late, 'zu spät zu spät')).ok).toBe(false);
  });

  it('sends nobody a link for an address without account', async () => {
    await accounts.requestPasswordLink('niemand@beispiel.example');
    expect(await mailsTo('niemand@beispiel.example')).toEqual([]);
  });

  it('changes its address with the link to the new one, tells both, and ends sessions and other links', async () => {
    const viewer = await openAccount('pia@beispiel.example');
    await database().query(
      `INSERT INTO auth.session (id, "userId", token, "expiresAt") VALUES (uuidv7(), $1, 'of-pia', now() + interval '1 day')`,
      [viewer.personId],
    );
    await accounts.requestPasswordLink('pia@beispiel.example');
    const password = await tokenTo('pia@beispiel.example');
    expect((await accounts.requestAddress(viewer.personId!, 'Pia.Neu@beispiel.example')).ok).toBe(true);
    expect((await mailsTo('pia@beispiel.example'))[0]!.subject).toBe('Knotenpunkt: eine andere Adresse für Ihr Konto');
    expect(await accounts.personWith('pia.neu@beispiel.example', PASSWORD)).toBeNull();
    expect(await sessionsOf(viewer)).toBe(1);

    expect((await accounts.confirmAddress(await tokenTo('pia.neu@beispiel.example'))).ok).toBe(true);
    expect(await accounts.personWith('pia.neu@beispiel.example', PASSWORD)).toBe(viewer.personId);
    expect(await accounts.personWith('pia@beispiel.example', PASSWORD)).toBeNull();
    expect(await sessionsOf(viewer)).toBe(0);
    expect((await accounts.setPassword(password, 'für die alte Adresse')).ok).toBe(false);
    expect((await mailsTo('pia@beispiel.example'))[0]!.subject).toBe('Knotenpunkt: Ihr Konto hat eine andere Adresse');
    expect((await mailsTo('pia.neu@beispiel.example'))[0]!.subject).toBe('Knotenpunkt: Ihre neue Adresse gilt');
  });

  it('does not learn by changing its address whether another has an account', async () => {
    const viewer = await openAccount('ria@beispiel.example');
    expect(await accounts.requestAddress(viewer.personId!, KNOWN)).toEqual(
      await accounts.requestAddress(viewer.personId!, 'frei@beispiel.example'),
    );
    const told = (await mailsTo('ria@beispiel.example')).slice(0, 2).map(({ text }) => text);
    expect(told[0]).toBe(told[1]);
    expect((await mailsTo(KNOWN))[0]!.text).not.toContain('#');
  });

  it('answers no link while it is blocked', async () => {
    const viewer = await openAccount('sol@beispiel.example');
    await accounts.requestPasswordLink('sol@beispiel.example');
    const token = await tokenTo('sol@beispiel.example');
    await database().query(`INSERT INTO person_block (person_id, reason, blocked_at, blocked_by) VALUES ($1, 'Test', now(), $1)`, [
      viewer.personId,
    ]);
    expect((await accounts.setPassword(token, 'trotzdem trotzdem')).ok).toBe(false);
    const before = (await mailsTo('sol@beispiel.example')).length;
    await accounts.requestPasswordLink('sol@beispiel.example');
    await accounts.register({ name: 'Sol', email: 'sol@beispiel.example', language: 'de' });
    expect(await mailsTo('sol@beispiel.example')).toHaveLength(before);
  });
});
