import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { Database, UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { ChangeFeed, GraphKeeper, OutboxState } from '@knotenpunkt/platform/outbox';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { SMTPServer } from 'smtp-server';
import { startServer, type RunningServer } from '../server';
import { Proxy, type Weather } from './proxy';
import { until } from '../until';

/** Nobody waits longer for an answer; the second half is for a busy machine. */
const ANSWERED_MS = 5_000 + 1_500;
const RECOVERED_MS = 10_000;

const LIST = '{ actors(first: 5) { edges { node { name } } } }';
const RIGHTS = '{ viewer { mandates { actorId } } }';
const ADD = 'mutation ($input: AddEntryInput!) { addEntry(input: $input) { __typename ... on ActorEntry { id } } }';
const CODE = 'DATABASE_UNAVAILABLE';

interface Told {
  what: string;
  ms: number;
  status: number;
  /** What was answered: `fine`, the codes of faults, or the beginning of something else. */
  said: string;
}

describe('a bad day of Postgres', () => {
  const region = idFrom('region', 'harkenrode');
  const mails: string[] = [];
  let database: TestDatabase;
  let proxy: Proxy;
  let smtp: SMTPServer;
  let server: RunningServer;
  let cookie: string;
  let own: string;

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address, ...headers },
      body: JSON.stringify(body),
    });
  const signIn = () => post('/api/auth/sign-in/email', { email: 'katrin.vossebrink@harkenrode.example', password: DEMO_PASSWORD });
  const addEntry = (id = newId()) =>
    post('/graphql', { query: ADD, variables: { input: { id, actorId: own, direction: 'OFFER', title: `Probe ${id}` } } }, { cookie });

  /** What people do, one of each. */
  const requests: Record<string, () => Promise<Response>> = {
    'a list': () => post('/graphql', { query: LIST }),
    'who I am': () => post('/graphql', { query: RIGHTS }, { cookie }),
    'a write': () => addEntry(),
    'signing in': signIn,
    'the network': () => fetch(`${server.address}/daten/netzwerk/harkenrode/public/1-1-0123456789ab.bin`, { redirect: 'manual' }),
    'the beginning of the page': () => fetch(`${server.address}/config.json`),
    'whether it is ready': () => fetch(`${server.address}/ready`),
  };

  async function tell(what: string): Promise<Told> {
    const began = Date.now();
    const response = await requests[what]!();
    const text = await response.text();
    const codes = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code);
    const said = codes.length > 0 ? [...new Set(codes)].join() : response.status < 400 ? 'fine' : text.slice(0, 80);
    return { what, ms: Date.now() - began, status: response.status, said };
  }
  const everyone = () => Promise.all(Object.keys(requests).map(tell));

  /** An answer is good, or says what is the matter. */
  const isClear = ({ what, status, said }: Told): boolean =>
    (status < 400 && ['fine', CODE].includes(said)) || (status === 503 && (said === CODE || what === 'whether it is ready'));

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        stream.resume();
        stream.on('end', () => (mails.push(...session.envelope.rcptTo.map(({ address }) => address)), done()));
      },
    });
    await new Promise<void>((go) => smtp.listen(0, '127.0.0.1', go));
    const { port } = smtp.server.address() as { port: number };
    database = await createTestDatabase();
    const before = await Proxy.before(database.url);
    proxy = before.proxy;
    const configuration = readConfiguration({ PORT: '0', LOG_LEVEL: 'silent', SMTP_URL: `smtp://127.0.0.1:${port}` });
    server = await startServer(configuration, before.address, 'all');
    cookie = (await signIn()).headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const answer = (await (await post('/graphql', { query: RIGHTS }, { cookie })).json()) as {
      data: { viewer: { mandates: { actorId: string }[] } };
    };
    own = answer.data.viewer.mandates[0]!.actorId;
  });
  afterAll(async () => {
    proxy.turn('fair');
    await server.close();
    await proxy.close();
    await database.drop();
    await new Promise<void>((go) => smtp.close(() => go()));
  });

  it.each<[string, Weather, (() => void) | null]>([
    ['it is away', 'refused', null],
    ['its lines are reset', 'fair', () => proxy.reset()],
    ['it swallows what it is told', 'black hole', null],
    ['it answers too late', 'slow', () => (proxy.lateMs = 4_000)],
    ['it drags', 'slow', () => (proxy.lateMs = 1_200)],
  ])(
    '%s: everybody is told in time, and all is well soon afterwards',
    async (_, weather, happens) => {
      const follow = server.app.get(ChangeFeed).follow(region, 'MEMBERS');
      proxy.turn(weather);
      happens?.();
      const told: Told[] = [];
      // Two rounds at once meet the pool while it is full of lines that are dead, a third those made since.
      for (const round of [2, 2, 1]) told.push(...(await Promise.all(Array.from({ length: round }, everyone))).flat());
      if (process.env['TELL']) console.table(told.sort((a, b) => b.ms - a.ms));
      expect(told.filter((one) => !isClear(one))).toEqual([]);
      expect(told.filter(({ ms }) => ms > ANSWERED_MS)).toEqual([]);
      if (weather !== 'fair') expect(told.some(({ said }) => said === CODE)).toBe(true);

      proxy.turn('fair');
      const began = Date.now();
      await until(RECOVERED_MS, async () => (await everyone()).every(({ status, said }) => status < 400 && said === 'fine'));
      if (process.env['TELL']) console.log('recovered', Date.now() - began);
      // A write reaches the graph and the readers, and a job its worker.
      const id = newId();
      expect(await (await addEntry(id)).json()).toEqual({ data: { addEntry: { __typename: 'ActorEntry', id } } });
      let changed = false;
      void follow.next().then(() => (changed = true));
      await until(RECOVERED_MS, () => changed);
      await follow.return!();
      const to = `${weather.replace(' ', '-')}.${newId()}@beispiel.example`;
      await server.app.get(UnitOfWork).run((tx) => server.app.get(Mail).send(tx, { to, subject: 'Probe', text: 'Probe' }));
      await until(3 * RECOVERED_MS, () => mails.includes(to));
      if (process.env['TELL']) console.log('mail', Date.now() - began);
      // Nothing is left behind: no message, no connection that somebody keeps.
      await until(RECOVERED_MS, async () => (await server.app.get(OutboxState).backlog()).waiting === 0);
      expect((await server.app.get(OutboxState).backlog()).setAside).toBe(0);
      await until(RECOVERED_MS, async () => (await server.app.get(GraphKeeper).verify()).equal);
      await until(RECOVERED_MS, () => {
        const { open, idle, asking } = server.app.get(Database).connections();
        return open === idle && asking === 0;
      });
      // Also those who only listen have noticed.
      await until(3 * RECOVERED_MS, () => proxy.deadLines === 0);
    },
    120_000,
  );
});
