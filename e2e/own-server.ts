import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from './journey';
import pg from 'pg';

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A server that belongs to one journey, for what must not happen to the one the others use. */
export class OwnServer {
  private process: ChildProcess | null = null;

  constructor(
    private port: number,
    readonly dataFolder: string,
    /** What is not as for the others. */
    private readonly environment: NodeJS.ProcessEnv = {},
  ) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Carries out a statement in its database, for what no page lets one do. */
  async sql(statement: string, values: unknown[] = []): Promise<void> {
    const port = readFileSync(join(this.dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
    const client = new pg.Client({ connectionString: `postgres://postgres:knotenpunkt@127.0.0.1:${port}/knotenpunkt` });
    await client.connect();
    await client.query(statement, values);
    await client.end();
  }

  /** Starts it on its folder, at any free port where it was given none (0), and waits until it takes requests. */
  async start(): Promise<void> {
    if (this.port === 0) this.port = await freePort();
    const environment = { ...process.env, ...this.environment };
    const onNeo4j = environment.GRAPH === 'neo4j' && !environment.NEO4J_URL;
    this.process = spawn('node', [resolve(import.meta.dirname, '../dist/api/main.js'), onNeo4j ? 'all-with-neo4j' : 'all'], {
      env: {
        ...environment,
        GRAPH: environment.NEO4J_URL ? (environment.GRAPH ?? 'embedded') : 'embedded',
        PORT: String(this.port),
        DATA_FOLDER: this.dataFolder,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let left = 600; left > 0; left--) {
      if (this.process.exitCode !== null) throw new Error(`the server ended with ${this.process.exitCode}`);
      const ready = await fetch(`${this.address}/ready`).catch(() => null);
      if (ready?.ok) return;
      await new Promise((go) => setTimeout(go, 150));
    }
    throw new Error('the server did not become ready');
  }

  /** As if the power went: no chance to finish anything. */
  async kill(): Promise<void> {
    const running = this.process!;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }
}

/** A server for the journeys of one file: it stands before the first and is gone, with its data, after the last. */
export function serverOfThisFile(): OwnServer {
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  const server = new OwnServer(0, folder);
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    await server.start();
  });
  test.afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return server;
}
