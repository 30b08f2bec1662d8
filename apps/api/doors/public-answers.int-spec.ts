import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { PublicAnswers } from '@knotenpunkt/platform/graphql';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { startServer, type RunningServer } from '../server';

const ID = idFrom('harkenrode', 'actor', 'a040');
const KOMPASS = `{ actorById(id: "${ID}") { id name needs { title } offers { title } } }`;
const ADD = 'mutation($input: AddEntryInput!) { addEntry(input: $input) { __typename } }';

describe('answers kept for visitors', () => {
  let database: TestDatabase;
  let server: RunningServer;
  let cookie: string;

  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const all = { 'content-type': 'application/json', 'x-region': 'harkenrode', ...headers };
    return fetch(`${server.address}${path}`, { method: 'POST', headers: all, body: JSON.stringify(body) });
  };
  const ask = async (query: string, headers?: Record<string, string>) => (await post('/graphql', { query }, headers)).text();
  const kept = () => server.app.get(PublicAnswers).size;
  /** Whether a question is answered from what is kept, told by whether one more is kept afterwards. */
  const isKeptAnew = async (query: string, headers?: Record<string, string>) => {
    const before = kept();
    await ask(query, headers);
    return kept() > before;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = readConfiguration({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' });
    server = await startServer(configuration, database.url, 'all');
    const signIn = await post('/api/auth/sign-in/email', { email: 'tilo.brandhoff@harkenrode.example', password: DEMO_PASSWORD });
    cookie = signIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  it('are the same, and are kept by region and language', async () => {
    const first = await ask(KOMPASS);
    expect(first).toContain('Kompass');
    expect(await ask(KOMPASS)).toBe(first);
    expect(await isKeptAnew(KOMPASS)).toBe(false);
    expect(await isKeptAnew(KOMPASS, { 'x-language': 'en' })).toBe(true);
    expect(await isKeptAnew(KOMPASS, { 'x-region': 'dortmund' })).toBe(true);
    expect(await ask(KOMPASS, { 'x-region': 'dortmund' })).not.toContain('Kompass');
  });

  it('are not kept of what is said to a person, what changes without the version, and what went wrong', async () => {
    const own = `{ actorById(id: "${ID}") { name availableActions } }`;
    expect(await ask(own, { cookie })).toContain('updateProfile');
    expect(await ask(own)).not.toContain('updateProfile');
    expect(await isKeptAnew(`{ actorById(id: "${ID}") { slug } }`, { cookie })).toBe(false);
    expect(await isKeptAnew('{ networkState { address } }')).toBe(false);
    expect(await isKeptAnew('{ viewer { name } }')).toBe(false);
    expect(await isKeptAnew('{ actors { nothing } }')).toBe(false);
    expect(await isKeptAnew(`{ actorById(id: "${ID}") { city } matchLine(text: "Bus", direction: NEED) { sentence } }`)).toBe(false);
  });

  it('give way to the next version of the data', async () => {
    expect(await ask(KOMPASS)).not.toContain('Nachtbus');
    const { data } = JSON.parse(await ask(KOMPASS)) as { data: { actorById: { id: string } } };
    const input = { id: newId(), actorId: data.actorById.id, direction: 'NEED', title: 'Nachtbus', audience: 'PUBLIC' };
    const added = await post('/graphql', { query: ADD, variables: { input } }, { cookie, origin: server.address });
    expect(await added.text()).toContain('ActorEntry');
    // The version is told as soon as the graph knows of the change.
    let seen = '';
    for (let attempt = 0; attempt < 50 && !seen.includes('Nachtbus'); attempt++) {
      await new Promise((go) => setTimeout(go, 50));
      seen = await ask(KOMPASS);
    }
    expect(seen).toContain('Nachtbus');
  });
});
