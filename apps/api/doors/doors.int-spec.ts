import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { idFrom } from '@knotenpunkt/kernel';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { WebSocketDoor } from '@knotenpunkt/platform/graphql';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { CloseCode, createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { startServer, type RunningServer } from '../server';
import { TOO_MUCH_OVER_HTTP, TOO_MUCH_OVER_WEBSOCKET } from './too-much';

interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

const INVALID = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

describe('the doors of the server', () => {
  let database: TestDatabase;
  let server: RunningServer;

  async function start(environment: Record<string, string>, role: 'serve' | 'all'): Promise<RunningServer> {
    const common = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
    return startServer(readConfiguration({ ...common, ...environment }), database.url, role);
  }

  async function post(body: unknown, headers: Record<string, string> = {}, address = server.address): Promise<Answer> {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }

  const isAlive = async () => (await post({ query: '{ region { slug } }' })).data;
  const ALIVE = { region: { slug: 'harkenrode' } };

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await start({ OPERATOR_NAME: 'Kreis Harkenrode', OPERATOR_ADDRESS: 'Markt 1;00000 Harkenrode' }, 'all');
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  describe('over HTTP', () => {
    it.each(Object.entries(TOO_MUCH_OVER_HTTP))('refuse %s, say why and go on', async (_, { query, variables, says }) => {
      const answer = await post({ query, variables });
      expect(answer.status).toBe(400);
      expect(answer.data ?? null).toBeNull();
      expect(INVALID).toContain(answer.errors![0]!.extensions.code);
      expect(answer.errors!.map(({ message }) => message).join(' ')).toMatch(says);
      expect(await isAlive()).toEqual(ALIVE);
    });

    it('carry out what a page needs', async () => {
      const query = `query($first: Int!) { actors(first: $first) { edges { node { id name slug offers { id title } needs { id title } memberOf { actor { name } } } } } }`;
      const answer = await post({ query, variables: { first: 100 } });
      expect([answer.status, answer.errors]).toEqual([200, undefined]);
    });

    it.each([
      ['several operations in one request', [{ query: '{ region { id } }' }, { query: '{ region { id } }' }], 400],
      ['what is no JSON', '{ "query": ', 400],
      ['what has no query', {}, 400],
      ['a query that is no text', { query: 7 }, 400],
      ['variables that are no object', { query: '{ region { id } }', variables: 'x' }, 400],
      ['what is too large', { query: '{ region { id } }', variables: { text: 'x'.repeat(300_000) } }, 413],
    ])('refuse %s', async (_, body, status) => {
      const answer = await post(body);
      expect(answer.status).toBe(status);
      expect(answer.errors![0]!.message).toEqual(expect.any(String));
      expect(await isAlive()).toEqual(ALIVE);
    });

    it('tell the client what it needs to begin', async () => {
      const answer = (await (await fetch(`${server.address}/config.json`)).json()) as object;
      expect(answer).toMatchObject({
        defaultRegion: 'harkenrode',
        operator: { name: 'Kreis Harkenrode', address: ['Markt 1', '00000 Harkenrode'] },
      });
    });

    it('say that an id is none', async () => {
      const written = await post({ query: '{ actorById(id: "a025") { id } }' });
      expect([written.status, written.errors![0]!.message]).toEqual([400, expect.stringContaining('An id is a UUID')]);
      const query = 'query($filter: CommitmentFilterInput) { commitments(filter: $filter) { edges { cursor } } }';
      const given = await post({ query, variables: { filter: { actorId: 'a025' } } });
      expect(given.status).toBe(400);
      expect(given.errors).toMatchObject([{ message: expect.stringContaining('filter.actorId'), extensions: { code: 'BAD_USER_INPUT' } }]);
    });

    it('refuse forms and what other sites send, but not their own pages', async () => {
      const body = { query: '{ region { slug } }' };
      expect((await post(body, { origin: 'https://elsewhere.example' })).errors![0]!.extensions.code).toBe('FORBIDDEN');
      expect((await post(body, { origin: 'null' })).status).toBe(403);
      expect((await post(body, { 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400);
      expect((await post(body, { origin: server.address })).data).toEqual(ALIVE);
    });

    it('do not change anything by GET', async () => {
      const query = encodeURIComponent('mutation { rebuildGraph { seq } }');
      const answer = await fetch(`${server.address}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'yes' } });
      expect(answer.status).toBe(405);
    });

    it('tell the schema while developing', async () => {
      expect((await post({ query: '{ __schema { queryType { name } } }' })).errors).toBeUndefined();
    });
  });

  describe('over WebSocket', () => {
    const clients: Client[] = [];
    afterEach(async () => {
      await Promise.all(clients.splice(0).map((client) => client.dispose()));
    });

    const url = () => `${server.address.replace('http', 'ws')}/graphql`;

    function client(headers: Record<string, string> = {}, closed?: (code: number) => void): Client {
      class Socket extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, { headers });
        }
      }
      const made = createClient({
        url: url(),
        webSocketImpl: Socket,
        retryAttempts: 0,
        on: { closed: (event) => closed?.((event as { code: number }).code) },
      });
      clients.push(made);
      return made;
    }

    /** The first thing that comes, or what is said against it. */
    async function first(of: Client, query: string, variables?: Record<string, unknown>): Promise<string> {
      try {
        for await (const answer of of.iterate({ query, variables })) return JSON.stringify(answer);
        return 'ended';
      } catch (error) {
        return Array.isArray(error) ? (error as { message: string }[]).map(({ message }) => message).join(' ') : String(error);
      }
    }

    it.each(Object.entries(TOO_MUCH_OVER_WEBSOCKET))('refuse %s, say why and go on', async (_, { query, variables, says }) => {
      const said = await first(client(), query, variables);
      expect(said).toMatch(says);
      expect(said).not.toContain('"data"');
      expect(await isAlive()).toEqual(ALIVE);
    });

    async function refusedWith(address: string, headers: Record<string, string>): Promise<number> {
      const socket = new WebSocket(address, 'graphql-transport-ws', { headers });
      return new Promise((resolve) => {
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
        socket.on('open', () => resolve(101));
        socket.on('error', () => undefined);
      }).finally(() => socket.terminate()) as Promise<number>;
    }

    it('refuse other sites and other addresses', async () => {
      expect(await refusedWith(url(), { origin: 'https://elsewhere.example' })).toBe(403);
      expect(await refusedWith(url().replace('/graphql', '/else'), {})).toBe(404);
      expect(await refusedWith(url(), { origin: server.address })).toBe(101);
    });

    it('outlive an address that is none', async () => {
      const { port } = new URL(server.address);
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write(
            'GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
          );
        });
        socket.on('data', () => undefined);
        socket.on('close', () => resolve());
        socket.on('error', () => resolve());
      });
      expect(await isAlive()).toEqual(ALIVE);
    });

    it('close on a message that is too large or makes no sense', async () => {
      for (const message of ['x'.repeat(70_000), 'no message', '{"type":"subscribe"}']) {
        const socket = new WebSocket(url(), 'graphql-transport-ws');
        const closed = new Promise((resolve) => socket.on('close', resolve));
        socket.on('error', () => undefined);
        socket.on('open', () => socket.send(message));
        expect(await closed).toEqual(expect.any(Number));
      }
      expect(await isAlive()).toEqual(ALIVE);
    });

    it('tell changes, and close the line when the session ends', async () => {
      server.app.get(WebSocketDoor).lookAgainMs = 100;
      const signIn = await fetch(`${server.address}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.address },
        body: JSON.stringify({ email: 'ulrike.tamm@harkenrode.example', password: DEMO_PASSWORD }),
      });
      const cookie = signIn.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      expect(cookie).toContain('session_token');
      const line = client({ cookie, origin: server.address });
      const told = first(line, 'subscription { changes { owners { id } } }');
      const id = randomUUID();
      const feed = server.app.get(ChangeFeed);
      const telling = setInterval(
        () => feed.publish({ seq: 1, owners: [{ type: 'actor', id, regionId: idFrom('region', 'harkenrode'), audience: 'MEMBERS' }] }),
        50,
      );
      expect(await told).toContain(id);
      clearInterval(telling);
      let close: (code: number) => void;
      const closed = new Promise<number>((resolve) => (close = resolve));
      const open = client({ cookie, origin: server.address }, (code) => close(code));
      const ended = first(open, 'subscription { changes { owners { id } } }');
      await new Promise((resolve) => setTimeout(resolve, 400));
      const signOut = await fetch(`${server.address}/api/auth/sign-out`, { method: 'POST', headers: { cookie, origin: server.address } });
      expect(signOut.status).toBe(200);
      expect(await closed).toBe(CloseCode.Forbidden);
      await ended;
    });
  });
});
