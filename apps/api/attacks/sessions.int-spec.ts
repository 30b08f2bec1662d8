import * as argon2 from '@node-rs/argon2';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { WebSocketDoor } from '@knotenpunkt/platform/graphql';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { until } from '../until';
import type { AttackedServer } from './attacked-server';

// Computing a password is what takes time when somebody signs in: counted here, carried out by the library itself.
let computed = 0;
const counted =
  <T extends (...values: never[]) => unknown>(compute: T) =>
  (...values: Parameters<T>) => {
    computed++;
    return compute(...values);
  };
// The types of jest do not know yet how a module is replaced where modules are modules.
const { unstable_mockModule: replaceModule } = import.meta.jest as unknown as {
  unstable_mockModule(name: string, replaced: () => object): void;
};
replaceModule('@node-rs/argon2', () => ({ ...argon2, hash: counted(argon2.hash), verify: counted(argon2.verify) }));
const { DEMO_PASSWORD } = await import('@knotenpunkt/identity/api');
const { cookieIn, startAttackedServer } = await import('./attacked-server');

const WHO = { query: '{ viewer { personId } }' };
const emailOf = (key: string) => `${key}@harkenrode.example`;

describe('sessions', () => {
  let attacked: AttackedServer;
  const lines: Client[] = [];

  beforeAll(async () => {
    attacked = await startAttackedServer();
  });
  afterEach(async () => {
    await Promise.all(lines.splice(0).map((line) => line.dispose()));
    await attacked.pool.query('DELETE FROM auth.attempt');
    await attacked.pool.query('DELETE FROM person_block');
  });
  afterAll(() => attacked.close());

  const personBehind = async (cookie: string, address = attacked.address) =>
    ((await attacked.ask(WHO, { cookie }, address)).data?.['viewer'] as { personId: string | null }).personId;
  const idOf = async (key: string) =>
    (await attacked.pool.query<{ id: string }>('SELECT id FROM auth."user" WHERE email = $1', [emailOf(key)])).rows[0]!.id;
  const signIn = (email: string, password: string, headers = {}, address = attacked.address) =>
    attacked.postTo('/api/auth/sign-in/email', { email, password }, headers, address);

  it('begin with an id that nobody could know before', async () => {
    const chosen = 'knotenpunkt.session_token=chosen-by-somebody-else.c2lnbmF0dXJl';
    const first = await attacked.cookieOf('lena.ohlendiek', { cookie: chosen });
    const second = await attacked.cookieOf('lena.ohlendiek', { cookie: first });
    expect(first).not.toContain('chosen');
    expect(second).not.toBe(first);
    expect(await personBehind(chosen)).toBeNull();
    expect(await personBehind(second)).toBe(await idOf('lena.ohlendiek'));
  });

  it('end with signing out, also for whoever has copied the cookie', async () => {
    const cookie = await attacked.cookieOf('lena.ohlendiek');
    await attacked.postTo('/api/auth/sign-out', {}, { cookie, origin: attacked.address });
    expect(await personBehind(cookie)).toBeNull();
  });

  describe('end, and the open line with them, when', () => {
    const person = '(SELECT id FROM auth."user" WHERE email = $1)';
    const region = idFrom('region', 'harkenrode');
    const mandate = `INSERT INTO mandate (id, person_id, actor_id, region_id, role, from_on)
      VALUES ('${newId()}', ${person}, '${idFrom('harkenrode', 'actor', 'a025')}', '${region}', 'EDITOR', '2026-01-01')`;

    it.each([
      ['a mandate is given', mandate],
      ['a mandate changes', `UPDATE mandate SET role = 'DELEGATE' WHERE person_id = ${person}`],
      ['a mandate ends', `UPDATE mandate SET until_on = from_on WHERE person_id = ${person}`],
      ['a mandate is taken away', `DELETE FROM mandate WHERE person_id = ${person}`],
      ['the person becomes a coordinator', `INSERT INTO coordinator (person_id, region_id) VALUES (${person}, '${region}')`],
      ['the person is coordinator no more', `DELETE FROM coordinator WHERE person_id = ${person}`],
      ['the person comes to administrate the platform', `INSERT INTO platform_administrator (person_id) VALUES (${person})`],
      ['the person does so no more', `DELETE FROM platform_administrator WHERE person_id = ${person}`],
      [
        'the access is blocked',
        `INSERT INTO person_block (person_id, reason, blocked_at, blocked_by) SELECT id, 'Gerät verloren', now(), id FROM auth."user" WHERE email = $1`,
      ],
      ['the password changes', `UPDATE auth.account SET password = password || ' ' WHERE "userId" = ${person}`],
    ])('%s', async (_, change) => {
      const cookie = await attacked.cookieOf('lena.ohlendiek');
      const other = await attacked.cookieOf('ole.steinhauer');
      attacked.server.app.get(WebSocketDoor).lookAgainMs = 50;
      const closed = new Promise<number>((resolve) => {
        class Socket extends WebSocket {
          constructor(address: string, protocol: string) {
            super(address, protocol, { headers: { cookie } });
          }
        }
        const line = createClient({
          url: `${attacked.address.replace('http', 'ws')}/graphql`,
          webSocketImpl: Socket,
          retryAttempts: 0,
          on: { closed: (event) => resolve((event as { code: number }).code) },
        });
        lines.push(line);
        line.subscribe(
          { query: 'subscription { changes { seq } }' },
          { next: () => undefined, error: () => undefined, complete: () => undefined },
        );
        line.on('connected', () => setTimeout(() => void attacked.pool.query(change, [emailOf('lena.ohlendiek')]), 150));
      });
      expect(await closed).toBe(4403);
      expect(await personBehind(cookie)).toBeNull();
      expect(await personBehind(other)).toBe(await idOf('ole.steinhauer'));
    });
  });

  describe('of somebody whose access was blocked', () => {
    const BLOCK = `mutation ($input: BlockPersonInput!) { blockPerson(input: $input) { __typename ... on Refused { code } ... on PersonAccess { block { reason by } } } }`;
    const OPEN = `mutation ($input: UnblockPersonInput!) { unblockPerson(input: $input) { __typename ... on PersonAccess { block { at } } } }`;
    const email = emailOf('ole.steinhauer');

    it('do not begin, and only who knows the password learns why; what was done stays, and it can be opened again', async () => {
      const personId = await idOf('ole.steinhauer');
      const cookie = await attacked.cookieOf('ole.steinhauer');
      const mandates = () => attacked.pool.query('SELECT * FROM mandate WHERE person_id = $1', [personId]).then(({ rows }) => rows);
      const before = await mandates();
      const administrator = { cookie: await attacked.cookieOf('ulrike.tamm') };
      const block = { query: BLOCK, variables: { input: { personId, reason: 'Gerät verloren' } } };
      expect((await attacked.ask(block, administrator)).data?.['blockPerson']).toEqual({
        __typename: 'PersonAccess',
        block: { reason: 'Gerät verloren', by: 'Ulrike Tamm' },
      });
      expect(await personBehind(cookie)).toBeNull();
      const said = async (address: string, password: string) => {
        const answer = await signIn(address, password);
        return [answer.status, ((await answer.json()) as { code: string }).code, answer.headers.getSetCookie()];
      };
      expect(await said(email, DEMO_PASSWORD)).toEqual([403, 'ACCESS_BLOCKED', []]);
      expect(await said(email, 'falsch-geraten')).toEqual(await said('nobody@harkenrode.example', 'falsch-geraten'));
      expect(await mandates()).toEqual(before);
      expect((await attacked.ask(block, administrator)).data?.['blockPerson']).toMatchObject({ code: 'ALREADY_BLOCKED' });
      const open = { query: OPEN, variables: { input: { personId } } };
      expect((await attacked.ask(open, administrator)).data?.['unblockPerson']).toMatchObject({ block: null });
      expect(await personBehind(await attacked.cookieOf('ole.steinhauer'))).toBe(personId);
      const { rows } = await attacked.pool.query('SELECT reason, opened_at IS NOT NULL AS opened FROM person_block');
      expect(rows).toEqual([{ reason: 'Gerät verloren', opened: true }]);
    });

    it('say nothing where one had just begun when it was blocked', async () => {
      const cookie = await attacked.cookieOf('ole.steinhauer');
      await attacked.pool.query('ALTER TABLE person_block DISABLE TRIGGER end_sessions');
      await attacked.pool.query(
        `INSERT INTO person_block (person_id, reason, blocked_at, blocked_by) SELECT id, 'Gerät verloren', now(), id FROM auth."user" WHERE email = $1`,
        [email],
      );
      await attacked.pool.query('ALTER TABLE person_block ENABLE TRIGGER end_sessions');
      expect(await personBehind(cookie)).toBeNull();
    });

    it('stay with the last who could open others: nobody blocks themselves, nor two each other at once', async () => {
      const [ulrike, ole] = [await idOf('ulrike.tamm'), await idOf('ole.steinhauer')];
      await attacked.pool.query('INSERT INTO platform_administrator (person_id) VALUES ($1)', [ole]);
      const cookies = [await attacked.cookieOf('ulrike.tamm'), await attacked.cookieOf('ole.steinhauer')];
      const block = (cookie: string, personId: string) =>
        attacked.ask({ query: BLOCK, variables: { input: { personId, reason: 'Streit' } } }, { cookie });
      expect((await block(cookies[0]!, ulrike)).data?.['blockPerson']).toMatchObject({ code: 'OWN_ACCESS' });
      await Promise.all([block(cookies[0]!, ole), block(cookies[1]!, ulrike)]);
      const { rows } = await attacked.pool.query('SELECT person_id FROM person_block WHERE opened_at IS NULL');
      expect(rows).toHaveLength(1);
      await attacked.pool.query('DELETE FROM platform_administrator WHERE person_id = $1', [ole]);
    });
  });

  it('end when a password is set by the link of a mail, which works once', async () => {
    const cookie = await attacked.cookieOf('gesa.wittkop');
    const administrator = await attacked.cookieOf('ulrike.tamm');
    await attacked.postTo('/api/auth/request-password-reset', { email: emailOf('gesa.wittkop') });
    const token = await until(10_000, async () => {
      const { data } = await attacked.ask({ query: '{ outgoingMails(first: 20) { to text } }' }, { cookie: administrator });
      const mails = data!['outgoingMails'] as { to: string; text: string }[];
      return mails.map(({ to, text }) => to === emailOf('gesa.wittkop') && /\/passwort#([\w-]+)/.exec(text)?.[1]).find(Boolean);
    });
    const reset = () => attacked.postTo('/api/auth/reset-password', { token, newPassword: 'ein ganz anderes Passwort' });
    expect((await reset()).status).toBe(200);
    expect(await personBehind(cookie)).toBeNull();
    expect((await reset()).status).toBe(400);
    expect((await signIn(emailOf('gesa.wittkop'), DEMO_PASSWORD)).status).toBe(401);
    expect((await signIn(emailOf('gesa.wittkop'), 'ein ganz anderes Passwort')).status).toBe(200);
  });

  describe('signing in', () => {
    it('is slowed for one account, and others sign in meanwhile', async () => {
      const guesses = await Promise.all(Array.from({ length: 14 }, () => signIn(emailOf('marek.dudzik'), 'falsch-geraten')));
      const statuses = guesses.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
      const late = await signIn(emailOf('marek.dudzik'), DEMO_PASSWORD);
      expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
      expect((await signIn(emailOf('nadja.pohlmeier'), DEMO_PASSWORD)).status).toBe(200);
    });

    it('is slowed for one client who tries many accounts', async () => {
      const statuses = [];
      for (let at = 0; at < 62; at++) statuses.push((await signIn(`nobody-${at}@harkenrode.example`, 'falsch-geraten')).status);
      expect([statuses[59], statuses[60], statuses[61]]).toEqual([401, 429, 429]);
    });

    it('does not count what goes well', async () => {
      for (let at = 0; at < 12; at++) expect((await signIn(emailOf('nadja.pohlmeier'), DEMO_PASSWORD)).status).toBe(200);
    });

    it('says the same, for as many passwords computed, whether an address is known or not', async () => {
      const guess = async (key: string) => {
        computed = 0;
        const answer = await signIn(emailOf(key), 'falsch-geraten');
        return { said: `${answer.status} ${await answer.text()}`, computed };
      };
      const known = await guess('ruth.ellerbrock');
      expect(known.computed).toBe(1);
      expect(await guess('somebody.else')).toEqual(known);
    });

    it('a link to set a password says the same to everybody, and comes a few times only', async () => {
      const ask = async (email: string) => {
        const answer = await attacked.postTo('/api/auth/request-password-reset', { email });
        return `${answer.status} ${await answer.text()}`;
      };
      expect(await ask(emailOf('somebody.else'))).toBe(await ask(emailOf('ruth.ellerbrock')));
      for (let at = 0; at < 4; at++) expect(await ask(emailOf('ruth.ellerbrock'))).toMatch(/^200/);
      expect(await ask(emailOf('ruth.ellerbrock'))).toMatch(/^429/);
      expect((await attacked.postTo('/api/auth/request-password-reset', { email: 'none' })).status).toBe(400);
    });

    it('registering says the same whether an address is known or not, and letter boxes are not filled', async () => {
      const ask = async (email: string) => {
        const answer = await attacked.postTo('/api/auth/register', { name: 'Kim Beispiel', email });
        return `${answer.status} ${await answer.text()}`;
      };
      expect(await ask('somebody.new@beispiel.example')).toBe(await ask(emailOf('ruth.ellerbrock')));
      for (let at = 0; at < 4; at++) expect(await ask(emailOf('ruth.ellerbrock'))).toMatch(/^200/);
      expect(await ask(emailOf('ruth.ellerbrock'))).toMatch(/^429/);
    });

    it('no password is computed for a link that nobody was sent', async () => {
      computed = 0;
      const password = 'ein ganz anderes Passwort';
      expect((await attacked.postTo('/api/auth/reset-password', { token: 'geraten', newPassword: password })).status).toBe(400);
      expect((await attacked.postTo('/api/auth/register/confirm', { token: 'geraten', password })).status).toBe(400);
      expect(computed).toBe(0);
    });

    it('whoever knows a password does not try codes for long, and its person is told once', async () => {
      const email = emailOf('ruth.ellerbrock');
      await attacked.pool.query(
        `INSERT INTO auth.passkey (person_id, credential, public_key, counter, transports, name) VALUES ($1, 'eines', '', 0, '{}', 'Diensthandy')`,
        [await idOf('ruth.ellerbrock')],
      );
      const asked = await signIn(email, DEMO_PASSWORD);
      expect(await asked.json()).toMatchObject({ secondFactor: true });
      const cookie = asked.headers.getSetCookie()[0]!.split(';')[0]!;
      const enter = async () => (await attacked.postTo('/api/auth/second-factor', { code: '000000' }, { cookie })).status;
      const answers = [];
      for (let at = 0; at < 13; at++) answers.push(await enter());
      expect(answers).toEqual([...Array<number>(10).fill(400), 429, 429, 429]);
      const { rows } = await attacked.pool.query(
        `SELECT FROM outgoing_mail WHERE recipient = $1 AND body LIKE '%Jemand kennt Ihr Passwort%'`,
        [email],
      );
      expect(rows).toHaveLength(1);
      await attacked.pool.query('DELETE FROM auth.passkey');
    });

    it('keeps nobody’s address', async () => {
      await signIn(emailOf('ruth.ellerbrock'), 'falsch-geraten');
      const { rows } = await attacked.pool.query<{ key: string }>('SELECT key FROM auth.attempt');
      expect(rows).toHaveLength(3);
      expect(rows.every(({ key }) => /^[\w-]{43}$/.test(key))).toBe(true);
    });
  });

  it('over https the cookie belongs to this host and to no script', async () => {
    const { address } = await attacked.startProduction({ OPEN_QUERIES: 'true' });
    const answer = await signIn(emailOf('frauke.lindner'), DEMO_PASSWORD, { origin: 'https://knotenpunkt.example' }, address);
    const [line] = answer.headers.getSetCookie();
    expect(line).toMatch(/^__Host-knotenpunkt\.session_token=/);
    expect(
      line!
        .split('; ')
        .map((part) => part.split('=')[0])
        .sort(),
    ).toEqual(expect.arrayContaining(['HttpOnly', 'Max-Age', 'Path', 'SameSite', 'Secure']));
    expect(line).not.toMatch(/domain/i);
    expect(await personBehind(cookieIn(answer), address)).toBe(await idOf('frauke.lindner'));
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
  });

  it('whoever is not signed in gets no cookie', async () => {
    for (const path of ['/', '/config.json', '/ready', '/akteure']) {
      expect((await fetch(`${attacked.address}${path}`, { headers: { accept: 'text/html' } })).headers.getSetCookie()).toEqual([]);
    }
    expect((await attacked.postTo('/graphql', WHO)).headers.getSetCookie()).toEqual([]);
  });
});
