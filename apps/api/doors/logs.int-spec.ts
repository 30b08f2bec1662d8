import { Logger } from '@nestjs/common';
import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { JsonLogger } from '@knotenpunkt/platform/telemetry';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { startServer, type RunningServer } from '../server';

const ADDRESS = 'kim.geheim@beispiel.example';
const NAME = 'Kim Geheimnisvoll';
const REQUEST = `mutation($input: RequestContactInput!) { requestContact(input: $input) { __typename ... on Refused { code } } }`;

describe('the log', () => {
  const lines: string[] = [];
  const consoleBefore = { ...console };
  let database: TestDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = readConfiguration({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'debug' });
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      console[method] = (...said: unknown[]) => void lines.push(said.map(String).join(' '));
    server = await startServer({ ...configuration, logLevel: 'silent' }, database.url, 'all');
    Logger.overrideLogger(new JsonLogger('debug', { write: (line: string) => void lines.push(line) }));
  });
  afterAll(async () => {
    Object.assign(console, consoleBefore);
    await server.close();
    await database.drop();
  });

  const post = async (path: string, body: unknown) =>
    (await fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }).then((response) => response.text())) as string;
  const input = (more: object = {}) => ({
    input: { id: newId(), toActorId: idFrom('harkenrode', 'actor', 'a025'), name: NAME, organisation: 'Verein', email: ADDRESS, ...more },
  });

  it('holds nothing of what people enter, whether it goes well or wrong', async () => {
    expect(await post('/graphql', { query: REQUEST, variables: input() })).toContain('ContactAsked');
    // Wrong kinds of input, from the reader of JSON to Postgres.
    await post('/graphql', `{ "query": "${ADDRESS}`);
    await post('/graphql', { query: `{ region(${ADDRESS}) { id } }` });
    await post('/graphql', { query: REQUEST, variables: { input: { email: ADDRESS, name: NAME } } });
    await post('/graphql', { query: REQUEST, variables: input({ message: `${NAME}\u0000` }) });
    const malformed = await post('/graphql', { query: `{ actorById(id: "${ADDRESS} ${NAME}") { id } }` });
    expect(malformed).toContain('An id is a UUID');
    // Signing in and passwords.
    await post('/api/auth/sign-in/email', { email: ADDRESS, password: DEMO_PASSWORD });
    await post('/api/auth/request-password-reset', { email: ADDRESS, redirectTo: '/passwort' });
    await post('/api/auth/request-password-reset', { email: 'ulrike.tamm@harkenrode.example', redirectTo: '/passwort' });
    // A fault nobody foresaw is logged, under a number.
    await server.app.get(UnitOfWork).run((tx) => tx.query('ALTER TABLE contact_request RENAME TO elsewhere'));
    const fault = JSON.parse(await post('/graphql', { query: REQUEST, variables: input() })) as {
      errors: { message: string; extensions: { number: string } }[];
    };
    expect(fault.errors[0]!.message).toMatch(/^Something went wrong here\. Number \w{8}\.$/);
    const log = lines.join('\n');
    expect(log).toContain(fault.errors[0]!.extensions.number);
    expect(log).not.toMatch(/\w@\w|%40|Geheim|ulrike/i);
    expect(log).not.toContain(DEMO_PASSWORD);
  });
});
