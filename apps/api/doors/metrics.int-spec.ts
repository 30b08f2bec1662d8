import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { startServer, type RunningServer } from '../server';

const TOKEN = 'walk-of-sixteen-or-more';

describe('/metrics', () => {
  let database: TestDatabase;
  const servers: RunningServer[] = [];

  async function start(environment: Record<string, string>): Promise<string> {
    const configuration = readConfiguration({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...environment });
    const server = await startServer(configuration, database.url, 'all');
    servers.push(server);
    return server.address;
  }
  const post = (address: string, path: string, body: object) =>
    fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await database.drop();
  });

  it('is no address unless a token is configured', async () => {
    const address = await start({});
    for (const authorization of [undefined, 'Bearer ', 'Bearer null', `Bearer ${TOKEN}`]) {
      const answer = await fetch(`${address}/metrics`, { headers: { accept: '*/*', ...(authorization ? { authorization } : {}) } });
      expect([answer.status, await answer.json()]).toEqual([404, { code: 'NOT_FOUND' }]);
    }
  });

  describe('with a token', () => {
    let address: string;
    const ask = (authorization: string) => fetch(`${address}/metrics`, { headers: { authorization } });

    beforeAll(async () => {
      address = await start({ METRICS_TOKEN: TOKEN });
    });

    it.each(['', 'Bearer', `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, TOKEN])('is closed for "%s"', async (authorization) => {
      const answer = await ask(authorization);
      expect([answer.status, await answer.text()]).toEqual([401, '{"code":"UNAUTHENTICATED"}']);
    });

    it('tells numbers of the process, the requests and the work, and of nobody', async () => {
      await post(address, '/api/auth/sign-in/email', { email: 'ulrike.tamm@harkenrode.example', password: DEMO_PASSWORD });
      await post(address, '/graphql', { query: 'query KimBeispiel { region { slug } }', operationName: 'KimBeispiel' });
      await post(address, '/graphql', { query: '{ whatever }' });
      await fetch(`${address}/akteure/kim-beispiel?email=kim@beispiel.example`);
      const answer = await ask(`Bearer ${TOKEN}`);
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
      const told = await answer.text();
      for (const line of [
        /^process_cpu_seconds_total /m,
        /^nodejs_eventloop_lag_seconds /m,
        /^knotenpunkt_http_request_seconds_count\{route="page",status="[24]xx"\} 1$/m,
        /^knotenpunkt_http_request_seconds_count\{route="graphql",status="2xx"\} \d$/m,
        /^knotenpunkt_graphql_operation_seconds_count\{operation="region",outcome="done"\} 1$/m,
        /^knotenpunkt_graphql_operation_seconds_count\{operation="invalid",outcome="refused"\} 1$/m,
        /^knotenpunkt_outbox_messages\{state="set_aside"\} 0$/m,
        /^knotenpunkt_outbox_oldest_seconds \d/m,
        /^knotenpunkt_data_seq\{where="postgres"\} \d+$/m,
        /^knotenpunkt_graph_behind\{graph="embedded"\} 0$/m,
        /^knotenpunkt_mails\{state="failed"\} 0$/m,
        /^knotenpunkt_database_connections\{state="asking"\} 0$/m,
      ])
        expect(told).toMatch(line);
      // No backup is not a fresh backup.
      expect(told).not.toMatch(/^knotenpunkt_backup_age_seconds/m);
      expect(told).not.toMatch(/kim|beispiel|ulrike|tamm|harkenrode|@/i);
    });
  });
});
