import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { JsonLogger } from '@knotenpunkt/platform/telemetry';
import { createTestDatabase } from '@knotenpunkt/platform/testing';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { cookieIn } from '../attacks/attacked-server';
import { startServer } from '../server';

/** A mail as it arrived. */
export interface Arrived {
  to: string[];
  text: string;
}

/** Line ends and signs of quoted-printable taken out again. */
const readable = (raw: string) =>
  raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

async function startMailServer(arrived: Arrived[]) {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        arrived.push({ to, text: readable(Buffer.concat(parts).toString('latin1')) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => smtp.close(() => resolve())) };
}

/** The whole product on a database of its own, with a mail server to send to, and everything it says to its log. */
export async function startMarkedServer() {
  const database = await createTestDatabase();
  const arrived: Arrived[] = [];
  const logged: string[] = [];
  const smtp = await startMailServer(arrived);
  const folder = mkdtempSync(join(tmpdir(), 'marked-'));
  const common = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: database.url, DATA_FOLDER: folder, SMTP_URL: smtp.url };
  const server = await startServer(readConfiguration(common), database.url, 'all');
  Logger.overrideLogger(new JsonLogger('debug', { write: (line: string) => void logged.push(line) }));
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  let running = true;

  const post = (path: string, body: unknown, cookie = '') =>
    fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address, cookie },
      body: JSON.stringify(body),
    });

  async function stop(): Promise<void> {
    if (!running) return;
    running = false;
    await pool.end();
    await server.close();
  }

  return {
    ...{ server, pool, arrived, logged, folder, post, stop, url: database.url, address: server.address },
    /** Signs in; the cookie as a browser would send it. */
    async cookieOf(email: string, password = DEMO_PASSWORD): Promise<string> {
      const answer = await post('/api/auth/sign-in/email', { email, password });
      if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`);
      return cookieIn(answer);
    },
    /** Carries out a mutation that must not be refused. */
    async write(cookie: string, name: string, type: string, input: object): Promise<void> {
      const query = `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { code field } } }`;
      const answer = (await (await post('/graphql', { query, variables: { input } }, cookie)).json()) as {
        data?: Record<string, { __typename: string }> | null;
        errors?: unknown;
      };
      if (answer.errors || /Refused|StaleVersion/.test(answer.data![name]!.__typename))
        throw new Error(`${name} was not carried out: ${JSON.stringify(answer)}`);
    },
    async ask<Data>(cookie: string, query: string, variables: object = {}): Promise<Data> {
      const answer = (await (await post('/graphql', { query, variables }, cookie)).json()) as { data: Data; errors?: unknown };
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    async close(): Promise<void> {
      await stop();
      await smtp.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type MarkedServer = Awaited<ReturnType<typeof startMarkedServer>>;
