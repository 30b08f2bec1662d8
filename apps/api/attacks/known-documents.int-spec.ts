import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { startAttackedServer, type AttackedServer } from './attacked-server';
// By path, as the server itself reads it.
// eslint-disable-next-line @nx/enforce-module-boundaries
import documents from '../../../libs/webkit/contract/generated/persisted-documents.json' with { type: 'json' };

const named = (name: string) => Object.entries(documents).find(([, text]) => text.includes(name))!;
const [regionsHash, regionsText] = named('query Regions');
const [liveHash] = named('subscription LiveChanges');
const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe('the documents of the built client', () => {
  let attacked: AttackedServer;
  let production: string;
  const ask = (body: unknown, headers?: Record<string, string>) => attacked.ask(body, headers, production);

  beforeAll(async () => {
    attacked = await startAttackedServer();
    production = (await attacked.startProduction()).address;
  });
  afterAll(() => attacked.close());

  it('are answered in production by their hash and by their text', async () => {
    expect((await ask(byHash(regionsHash))).data).toHaveProperty('regions');
    expect((await ask({ query: regionsText })).data).toHaveProperty('regions');
    expect((await ask(byHash(regionsHash), { origin: 'https://knotenpunkt.example' })).status).toBe(200);
  });

  it.each([
    ['another document', { query: '{ region { id } }' }],
    ['a known one with a blank more', { query: `${regionsText} ` }],
    ['a known one beside another', { query: `${regionsText} query More { region { id } }`, operationName: 'More' }],
    ['the schema', { query: '{ __schema { queryType { name } } }' }],
    ['the name of a type', { query: '{ __type(name: "Actor") { name } }' }],
    ['what is nearly a field', { query: '{ regionn { id } }' }],
    ['what is no document', { query: '{ regions' }],
    ['another document under the hash of a known one', { query: '{ region { id } }', ...byHash(regionsHash) }],
  ])('are the only ones: %s is refused', async (_, body) => {
    const answer = await ask(body);
    expect([answer.status, answer.data ?? null]).toEqual([400, null]);
    expect(answer.errors).toEqual([{ message: expect.stringContaining('Load the page anew'), extensions: { code: 'OPERATION_UNKNOWN' } }]);
  });

  it('cannot be added to by those who ask', async () => {
    const unknown = byHash('0'.repeat(64));
    expect((await ask(unknown)).errors![0]!.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    const query = '{ region { id } }';
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(query))).toString('hex');
    await attacked.ask({ query, ...byHash(hash) });
    await ask({ query, ...byHash(hash) });
    expect((await attacked.ask(byHash(hash))).errors![0]!.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await ask(byHash(hash))).data ?? null).toBeNull();
  });

  it('do not shut others out where the operator opens the door, which tells no schema all the same', async () => {
    const { address } = await attacked.startProduction({ OPEN_QUERIES: 'true' });
    expect((await attacked.ask({ query: '{ region { id } }' }, {}, address)).status).toBe(200);
    const guess = await attacked.ask({ query: '{ regionn { id } }' }, {}, address);
    expect(guess.errors![0]!.message).not.toMatch(/did you mean/i);
    const schema = await attacked.ask({ query: '{ __schema { queryType { name } } }' }, {}, address);
    expect(schema.errors![0]!.message).toMatch(/introspection/i);
  });

  describe('over WebSocket', () => {
    async function first(payload: { query: string; extensions?: Record<string, unknown> }): Promise<string> {
      const client = createClient({ url: `${production.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
      try {
        const answers = client.iterate(payload);
        const silence = new Promise<string>((resolve) => setTimeout(resolve, 1_000, 'listening'));
        return await Promise.race([answers.next().then(({ value }) => JSON.stringify(value)), silence]);
      } catch (error) {
        return JSON.stringify(error);
      } finally {
        await client.dispose();
      }
    }

    it('are followed by their hash, and no others', async () => {
      expect(await first({ query: 'subscription { changes { seq } }' })).toContain('OPERATION_UNKNOWN');
      expect(await first({ query: 'subscription {', ...byHash(liveHash) })).toContain('"owners":[]');
      expect(await first({ query: 'subscription {', ...byHash(regionsHash) })).toContain('Only subscriptions');
    });
  });
});
