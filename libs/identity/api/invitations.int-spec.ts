import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Mail } from '@knotenpunkt/platform/mail';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DataSource } from 'typeorm';
import { IdentityModule } from './identity.module';
import { AccessService } from './access.service';
import { InvitationAnswers } from './invitation-answers';
import { MandateInvitationService } from './mandate-invitation.service';
import { MandateService } from './mandate.service';
import { ViewerService } from './viewer.service';

const PASSWORD = 'ein gutes Passwort';
const haulier = idFrom('harkenrode', 'actor', 'a025');
const today = systemClock.today('Europe/Berlin');

describe('invitations to act for an organisation', () => {
  let app: TestApp;
  let region: Region;
  let katrin: Viewer;
  const invitations = () => app.get(MandateInvitationService);
  const answers = () => app.get(InvitationAnswers);
  const database = () => app.get(DataSource);

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl))],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    app
      .get(MandateService)
      .askForNames((_, asked, id) => Promise.resolve(asked.id === region.id && id === haulier ? 'Spedition Hellwald' : null));
    katrin = await personAt('katrin.vossebrink@harkenrode.example');
  });
  afterAll(() => app.close());

  const personAt = async (email: string) => (await app.get(ViewerService).viewerByMail(region, email))!;
  const mailsTo = async (email: string) => (await app.get(Mail).newest(100)).filter(({ to }) => to === email);
  const tokenTo = async (email: string) =>
    /einladung#(\S+)/.exec((await mailsTo(email)).find(({ text }) => text.includes('/einladung#'))!.text)![1]!;
  const invite = async (email: string, role: MandateRole = 'DELEGATE', by = katrin) => {
    const wish = { id: newId(), actorId: haulier, name: 'Kim Beispiel', email, role, fromOn: today, untilOn: null };
    const invited = await invitations().invite(by, region, wish);
    return { invited, token: invited.ok ? await tokenTo(email) : '' };
  };
  const rolesOf = async (email: string) => (await personAt(email)).mandates.map(({ role }) => role);

  it('change nothing before they are accepted, and count once', async () => {
    const { token } = await invite('kim@beispiel.example');
    expect(await app.get(ViewerService).viewerByMail(region, 'kim@beispiel.example')).toBeNull();
    expect(await answers().open(VISITOR, token)).toMatchObject({ actorName: 'Spedition Hellwald', hasAccount: false, isYours: false });
    expect(await answers().acceptWithNewAccount(token, { name: 'Kim', password: 'kurz' })).toMatchObject({ ok: false });
    const [first, second] = await Promise.all([
      answers().acceptWithNewAccount(token, { name: 'Kim', password: PASSWORD }),
      answers().acceptWithNewAccount(token, { name: 'Kim', password: PASSWORD }),
    ]);
    expect([first.ok, second.ok].sort()).toEqual([false, true]);
    expect(await rolesOf('kim@beispiel.example')).toEqual(['DELEGATE']);
    expect(await answers().open(VISITOR, token)).toBeNull();
    expect((await mailsTo('katrin.vossebrink@harkenrode.example'))[0]!.subject).toContain('Kim Beispiel handelt jetzt');
  });

  it('are for the address they went to, and for nobody else who has the link', async () => {
    const { token } = await invite('yusuf.erkal@harkenrode.example', 'EDITOR');
    const other = await personAt('tilo.brandhoff@harkenrode.example');
    expect(await answers().accept(other, token)).toMatchObject({ refusal: { code: 'OTHER_ADDRESS' } });
    expect(await answers().acceptWithNewAccount(token, { name: 'Yusuf', password: PASSWORD })).toMatchObject({ ok: false });
    const yusuf = await personAt('yusuf.erkal@harkenrode.example');
    expect(await answers().open(yusuf, token)).toMatchObject({ hasAccount: true, isYours: true });
    expect(await answers().accept(yusuf, token)).toMatchObject({ ok: true });
    expect(await answers().accept(yusuf, token)).toMatchObject({ refusal: { code: 'LINK_ENDED' } });
  });

  it('end when they are withdrawn, declined, replaced, or too old', async () => {
    const { invited, token: withdrawn } = await invite('lou@beispiel.example');
    const id = invited.ok ? invited.value.id : '';
    expect(await invitations().withdraw(katrin, region, { id, expectedVersion: 1 })).toMatchObject({ ok: true });
    const { token: older } = await invite('mo@beispiel.example');
    const { token: declined } = await invite('mo@beispiel.example', 'EDITOR');
    expect((await answers().decline(declined)).ok).toBe(true);
    const { token: late } = await invite('noor@beispiel.example');
    await database().query(`UPDATE auth.ticket SET until = now() - interval '1 second' WHERE purpose = 'INVITATION'`);
    for (const token of [withdrawn, older, declined, late, 'keines'])
      expect(await answers().acceptWithNewAccount(token, { name: 'Jemand', password: PASSWORD })).toMatchObject({
        refusal: { code: 'LINK_ENDED' },
      });
    expect(await database().query(`SELECT FROM auth."user" WHERE email IN ('lou@beispiel.example', 'mo@beispiel.example')`)).toEqual([]);
  });

  it('end with the access of whoever sent them, who may have been somebody else', async () => {
    const tilo = await personAt('tilo.brandhoff@harkenrode.example');
    const { token } = await invite('zweitpostfach@beispiel.example', 'ADMINISTRATOR', { ...tilo, mandates: katrin.mandates });
    const { personId } = await personAt('ulrike.tamm@harkenrode.example');
    const platform = { ...VISITOR, personId, platformAdministrator: true };
    const access = app.get(AccessService);
    expect((await access.block(platform, tilo.personId!, 'Zugang entwendet')).ok).toBe(true);
    expect((await access.open(platform, tilo.personId!)).ok).toBe(true);
    expect(await answers().open(VISITOR, token)).toBeNull();
    expect(await answers().acceptWithNewAccount(token, { name: 'Wer', password: PASSWORD })).toMatchObject({
      refusal: { code: 'LINK_ENDED' },
    });
  });

  it('keep of the link no more than a digest', async () => {
    const { token } = await invite('pia@beispiel.example');
    const rows = (await database().query(
      'SELECT to_json(t)::text AS row FROM auth.ticket t UNION ALL SELECT to_json(i)::text FROM mandate_invitation i',
    )) as unknown[];
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('are forgotten a month after they ended', async () => {
    const ended = (days: number) =>
      database().query(`UPDATE mandate_invitation SET ends_on = $1 WHERE email = 'pia@beispiel.example'`, [addDays(today, -days)]);
    const kept = async () =>
      ((await database().query(`SELECT FROM mandate_invitation WHERE email = 'pia@beispiel.example'`)) as unknown[]).length;
    await ended(30);
    await invite('uli@beispiel.example');
    expect(await kept()).toBe(1);
    await ended(31);
    await invite('uli@beispiel.example');
    expect(await kept()).toBe(0);
  });

  it('come from those who decide on mandates alone', async () => {
    const kim = await personAt('kim@beispiel.example');
    expect((await invite('ria@beispiel.example', 'EDITOR', kim)).invited).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(await invitations().ofActor(kim, region, haulier)).toEqual([]);
    expect((await invitations().ofActor(katrin, region, haulier)).map(({ email }) => email)).toContain('uli@beispiel.example');
  });

  it('make nobody an administrator who is none: not a delegate, by no way there is, and not by an office of the coordination', async () => {
    const kim = await personAt('kim@beispiel.example');
    const { id } = kim.mandates[0]!;
    const mandates = app.get(MandateService);
    const wish = {
      id: newId(),
      actorId: haulier,
      actorName: '',
      name: 'Kim Beispiel',
      email: 'kim@beispiel.example',
      role: 'ADMINISTRATOR',
    };
    const ways = [
      mandates.changeRoleOrPeriod(kim, region, { id, expectedVersion: 1, role: 'ADMINISTRATOR', untilOn: null }),
      mandates.grant(kim, region, { ...wish, fromOn: today, untilOn: null }),
      invitations().invite(kim, region, { ...wish, fromOn: today, untilOn: null }),
      invitations().handOver(kim, region, { id: newId(), mandateId: id, keeps: null }),
      mandates.end(kim, region, katrin.mandates[0]!.id, 1),
    ];
    for (const tried of ways) expect(await tried).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    const office = { ...kim, coordinator: true };
    const change = { id, expectedVersion: 1, role: 'ADMINISTRATOR', untilOn: null };
    const forThemselves = [
      await mandates.changeRoleOrPeriod(office, region, change),
      await mandates.grant(office, region, { ...wish, id: newId(), fromOn: today, untilOn: null }),
      await invitations()
        .invite(office, region, { ...wish, id: newId(), fromOn: today, untilOn: null })
        .then(async () => answers().accept(kim, await tokenTo('kim@beispiel.example'))),
    ];
    for (const tried of forThemselves) expect(tried).toMatchObject({ refusal: { code: 'NOT_FOR_ONESELF' } });
    expect(await rolesOf('kim@beispiel.example')).toEqual(['DELEGATE']);
    expect(await rolesOf('katrin.vossebrink@harkenrode.example')).toEqual(['ADMINISTRATOR']);
  });

  it('hand the administration over, once the other side accepts; the last administrator cannot simply leave', async () => {
    const mine = katrin.mandates[0]!;
    const mandates = app.get(MandateService);
    expect(await mandates.end(katrin, region, mine.id, 1)).toMatchObject({ refusal: { code: 'LAST_ADMINISTRATOR' } });
    const change = { id: mine.id, expectedVersion: 1, role: 'DELEGATE', untilOn: null };
    expect(await mandates.changeRoleOrPeriod(katrin, region, change)).toMatchObject({ refusal: { code: 'LAST_ADMINISTRATOR' } });

    const kim = await personAt('kim@beispiel.example');
    const offer = { id: newId(), mandateId: kim.mandates[0]!.id, keeps: 'SUBSTITUTE' };
    expect(await invitations().handOver(kim, region, offer)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect((await invitations().handOver(katrin, region, offer)).ok).toBe(true);
    expect(await rolesOf('katrin.vossebrink@harkenrode.example')).toEqual(['ADMINISTRATOR']);
    expect((await answers().accept(kim, await tokenTo('kim@beispiel.example'))).ok).toBe(true);
    expect(await rolesOf('kim@beispiel.example')).toEqual(['ADMINISTRATOR']);
    expect(await rolesOf('katrin.vossebrink@harkenrode.example')).toEqual(['SUBSTITUTE']);

    const now = await personAt('katrin.vossebrink@harkenrode.example');
    expect((await mandates.end(now, region, mine.id, 2)).ok).toBe(true);
    expect(await rolesOf('katrin.vossebrink@harkenrode.example')).toEqual([]);
  });

  it('go out once when they are sent twice, and under the number of another one not at all', async () => {
    const kim = await personAt('kim@beispiel.example');
    const wish = { id: newId(), actorId: haulier, name: 'Sam Beispiel', email: 'sam@beispiel.example', role: 'EDITOR', fromOn: today };
    const send = (email: string) => invitations().invite(kim, region, { ...wish, email, untilOn: null });
    for (let times = 0; times < 2; times++) expect(await send(wish.email)).toMatchObject({ ok: true, value: { email: wish.email } });
    expect(await mailsTo(wish.email)).toHaveLength(1);
    expect(await send('sue@beispiel.example')).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(await mailsTo('sue@beispiel.example')).toEqual([]);
  });

  it('end with the mandate of an administrator whom another one stops', async () => {
    const { token: yes } = await invite('ole@beispiel.example', 'ADMINISTRATOR', await personAt('kim@beispiel.example'));
    expect((await answers().acceptWithNewAccount(yes, { name: 'Ole', password: PASSWORD })).ok).toBe(true);
    const ole = await personAt('ole@beispiel.example');
    const { token: back } = await invite('ole.again@beispiel.example', 'ADMINISTRATOR', ole);
    const kim = await personAt('kim@beispiel.example');
    expect((await app.get(MandateService).end(kim, region, ole.mandates[0]!.id, 1)).ok).toBe(true);
    expect(await answers().acceptWithNewAccount(back, { name: 'Ole', password: PASSWORD })).toMatchObject({
      refusal: { code: 'LINK_ENDED' },
    });
  });

  it('show colleagues who acts, and addresses only to those who decide', async () => {
    const mandates = app.get(MandateService);
    const yusuf = await personAt('yusuf.erkal@harkenrode.example');
    const shown = await mandates.ofActor(yusuf, region, haulier);
    expect(shown.length).toBeGreaterThan(1);
    expect(new Set(shown.map(({ email }) => email))).toEqual(new Set(['']));
    const stranger = await personAt('tilo.brandhoff@harkenrode.example');
    expect(await mandates.ofActor(stranger, region, haulier)).toEqual([]);
  });
});
