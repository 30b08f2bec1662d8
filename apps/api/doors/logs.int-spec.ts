import { format } from 'node:util';
import { Logger } from '@nestjs/common';
import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { JsonLogger } from '@knotenpunkt/platform/telemetry';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { Proxy } from '../bad-days/proxy';
import { startServer, type RunningServer } from '../server';

const ADDRESS = 'kim.geheim@beispiel.example';
const NAME = 'Kim Geheimnisvoll';
const REQUEST = `mutation($input: RequestContactInput!) { requestContact(input: $input) { __typename ... on Refused { code } } }`;

describe('the log', () => {
  const lines: string[] = [];
  /** What did not come by the log. */
  const printed: string[] = [];
  const consoleBefore = { ...console };
  let database: TestDatabase;
  let proxy: Proxy;
  let server: RunningServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = readConfiguration({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'debug' });
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      console[method] = (...said: unknown[]) => void printed.push(format(...said));
    const before = await Proxy.before(database.url);
    proxy = before.proxy;
    server = await startServer({ ...configuration, logLevel: 'silent' }, before.address, 'all');
    Logger.overrideLogger(new JsonLogger('debug', { write: (line: string) => void lines.push(line) }));
  });
  afterAll(async () => {
    Object.assign(console, consoleBefore);
    proxy.turn('fair');
    await server.close();
    await proxy.close();
    await database.drop();
  });

  const post = (path: string, body: unknown, cookie = '') =>
    fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address, cookie },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const input = (more: object = {}) => ({
    input: { id: newId(), toActorId: idFrom('harkenrode', 'actor', 'a025'), name: NAME, organisation: 'Verein', email: ADDRESS, ...more },
  });

  it('holds nothing of what people enter, whether it goes well or wrong', async () => {
    expect(await (await post('/graphql', { query: REQUEST, variables: input() })).text()).toContain('ContactAsked');
    // Wrong kinds of input, from the reader of JSON to Postgres.
    await post('/graphql', `{ "query": "${ADDRESS}`);
    await post('/graphql', { query: `{ region(${ADDRESS}) { id } }` });
    await post('/graphql', { query: REQUEST, variables: { input: { email: ADDRESS, name: NAME } } });
    await post('/graphql', { query: REQUEST, variables: input({ message: `${NAME}\u0000` }) });
    const malformed = await post('/graphql', { query: `{ actorById(id: "${ADDRESS} ${NAME}") { id } }` });
    expect(await malformed.text()).toContain('An id is a UUID');
    // Signing in and passwords.
    await post('/api/auth/sign-in/email', { email: ADDRESS, password: DEMO_PASSWORD });
    await post('/api/auth/request-password-reset', { email: ADDRESS, redirectTo: '/passwort' });
    await post('/api/auth/request-password-reset', { email: 'ulrike.tamm@harkenrode.example', redirectTo: '/passwort' });
    // A fault nobody foresaw is logged, under a number.
    await server.app.get(UnitOfWork).run((tx) => tx.query('ALTER TABLE contact_request RENAME TO elsewhere'));
    const fault = (await (await post('/graphql', { query: REQUEST, variables: input() })).json()) as {
      errors: { message: string; extensions: { number: string } }[];
    };
    expect(fault.errors[0]!.message).toMatch(/^Something went wrong here\. Number \w{8}\.$/);
    const log = [...lines, ...printed].join('\n');
    expect(log).toContain(fault.errors[0]!.extensions.number);
    expect(log).not.toMatch(/\w@\w|%40|Geheim|ulrike/i);
    expect(log).not.toContain(DEMO_PASSWORD);
  });

  it('is all that is said when the database is away, and holds nothing of them then either', async () => {
    const demo = { email: 'ulrike.tamm@harkenrode.example', password: DEMO_PASSWORD };
    const cookies = (await post('/api/auth/sign-in/email', demo)).headers.getSetCookie();
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    lines.length = 0;
    printed.length = 0;
    proxy.turn('refused');
    await post('/graphql', { query: '{ viewer { mandates { actorId } } }' }, cookie);
    expect((await post('/api/auth/sign-out', {}, cookie)).status).toBe(503);
    expect((await post('/api/auth/sign-in/email', demo)).status).toBe(503);
    await post('/api/auth/request-password-reset', { email: ADDRESS, redirectTo: '/passwort' });
    proxy.turn('fair');
    expect(printed).toEqual([]);
    const log = lines.join('\n');
    expect(log).not.toMatch(/\w@\w|%40|Geheim|ulrike/i);
    expect(log).not.toContain(DEMO_PASSWORD);
  });
});
