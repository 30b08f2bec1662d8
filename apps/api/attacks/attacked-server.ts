import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { createTestDatabase } from '@knotenpunkt/platform/testing';
import pg from 'pg';
import { startServer, type RunningServer } from '../server';

export interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

const PRODUCTION = {
  NODE_ENV: 'production',
  AUTH_SECRET: 'a secret that is long enough and only good for tests',
  PUBLIC_URL: 'https://knotenpunkt.example',
};

/** A whole server on a database of its own, with what attacks ask of it. */
export async function startAttackedServer() {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  const running: RunningServer[] = [];

  async function start(environment: Record<string, string>, role: 'serve' | 'all'): Promise<RunningServer> {
    const common = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: database.url };
    const server = await startServer(readConfiguration({ ...common, ...environment }), database.url, role);
    running.push(server);
    return server;
  }
  const server = await start({}, 'all');

  const postTo = (path: string, body: unknown, headers: Record<string, string> = {}, address = server.address) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  return {
    server,
    address: server.address,
    pool,
    /** The same database as it is served in production: over https, behind a proxy. */
    startProduction: (more: Record<string, string> = {}) => start({ ...PRODUCTION, ...more }, 'serve'),
    postTo,
    async ask(body: unknown, headers: Record<string, string> = {}, address = server.address): Promise<Answer> {
      const response = await postTo('/graphql', body, headers, address);
      return { status: response.status, ...((await response.json()) as object) };
    },
    async isAlive(): Promise<boolean> {
      const response = await postTo('/graphql', { query: '{ region { slug } }' });
      return ((await response.json()) as { data?: { region?: object } }).data?.region !== undefined;
    },
    /** Signs a demo person in (`first.last`); the cookie as a browser would send it. */
    async cookieOf(key: string, headers: Record<string, string> = {}, address = server.address): Promise<string> {
      const body = { email: `${key}@harkenrode.example`, password: DEMO_PASSWORD };
      const signIn = () => postTo('/api/auth/sign-in/email', body, headers, address);
      const answer = await signIn();
      // Beside other work the database may take too long, once.
      return cookieIn(answer.ok ? answer : await signIn());
    },
    async close(): Promise<void> {
      await pool.end();
      for (const each of running) await each.close();
      await database.drop();
    },
  };
}

export type AttackedServer = Awaited<ReturnType<typeof startAttackedServer>>;

/** What a browser would keep of an answer. */
export function cookieIn(response: Response): string {
  const lines = response.headers.getSetCookie();
  return lines.map((line) => line.split(';')[0]).join('; ');
}
