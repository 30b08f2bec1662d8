import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Neo4jConnection, type Neo4jAddress } from './neo4j-connection';
import { keepRunning, type Mortal } from './keep-running';
import { fetchNeo4j, findJava, Neo4jServerError } from './neo4j-library';

/** A Neo4j that this process started and that ends with it. */
export interface RunningNeo4j extends Neo4jAddress {
  /** Closes its files and ends it. */
  stop(): Promise<void>;
  /** Ends it as a power cut would; for tests. */
  kill(): Promise<void>;
}

const START_MS = 120_000;
const STOP_MS = 20_000;

/**
 * Neo4j runs from its library, there is no program to call. It ends when the pipe from us does, so none is left behind
 * when we are killed; and it waits for a predecessor that is still closing the same folder.
 */
const LAUNCHER = `import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

class StartNeo4j {
  public static void main(String[] folders) throws Exception {
    var home = Path.of(folders[0]);
    var inUse = FileChannel.open(home.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    inUse.lock();
    var server = new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(home.resolve("neo4j.conf")).build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
`;

/** Only this machine may connect, and nothing is reported to anybody. */
const settings = (port: number): string =>
  [
    'dbms.security.auth_enabled=false',
    'server.bolt.enabled=true',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.memory.pagecache.size=256m',
    'dbms.usage_report.enabled=false',
    'db.logs.query.enabled=OFF',
    // Else it waits ten seconds for connections that are gone already.
    'internal.server.bolt.thread_pool_shutdown_wait_time=0s',
    '',
  ].join('\n');

interface Place {
  java: string;
  home: string;
  library: string;
  port: number;
}

interface Options {
  folder: string;
  library: string;
  say?: (line: string) => void;
}

async function placeFor(options: Options): Promise<Place> {
  const library = resolve(options.library);
  const java = await findJava();
  await fetchNeo4j(library, options.say ?? (() => undefined));
  return { java, home: resolve(options.folder), library, port: await freePort() };
}

/**
 * Starts a real Neo4j 5 on `folder`, which keeps its data, on a free port of this machine. `library` holds its jars and
 * is filled the first time. Throws `Neo4jServerError` with a way out.
 */
export async function startNeo4jServer(options: Options): Promise<RunningNeo4j> {
  return startAt(await placeFor(options));
}

/**
 * The same, and one that dies is started again at the same address; its facts are in its folder, or come anew from Postgres.
 * `pausesMs`: how long it stays away before each further start, for tests.
 */
export async function keepNeo4jServer(options: Options & { pausesMs?: readonly number[] }): Promise<RunningNeo4j> {
  const place = await placeFor(options);
  const first = await startAt(place);
  const { url, user, password } = first;
  return { url, user, password, ...keepRunning('Neo4j', first, () => startAt(place), options.pausesMs) };
}

async function startAt({ java, home, library, port }: Place): Promise<RunningNeo4j & Mortal> {
  try {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'neo4j.conf'), settings(port));
    writeFileSync(join(home, 'StartNeo4j.java'), LAUNCHER);
  } catch (error) {
    throw new Neo4jServerError(
      `The folder ${home} cannot be written (${(error as NodeJS.ErrnoException).code}). Give this user the right to write there, or name another folder in DATA_FOLDER.`,
    );
  }
  // The quick compiler alone: ready in half the time, and a few milliseconds more a question.
  const flags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx1g'];
  // A group of its own: Ctrl+C reaches us, and we end it in order, after those who still ask it.
  const child = spawn(java, [...flags, '-cp', join(library, '*'), join(home, 'StartNeo4j.java'), home], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  await ready(child, home);
  const address = { url: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: '' };
  await askOnce(address);
  return {
    ...address,
    ended,
    stop: async () => {
      child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(timer);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function ready(child: ChildProcess, home: string): Promise<void> {
  let output = '';
  return new Promise<void>((done, fail) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(
        new Neo4jServerError(
          `Neo4j did not start within ${START_MS / 1000} seconds. Another one may hold ${home}: end it, then start again.`,
        ),
      );
    }, START_MS);
    const listen = (data: Buffer): void => {
      output = (output + String(data)).slice(-4_000);
      if (!/^ready$/m.test(output)) return;
      clearTimeout(timer);
      done();
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('error', (error) => (clearTimeout(timer), fail(new Neo4jServerError(`Java does not start: ${error.message}`))));
    child.once('close', () => {
      clearTimeout(timer);
      fail(
        new Neo4jServerError(
          `Neo4j in ${home} does not start. Its facts are also in Postgres: delete that folder and start again, and they are filled in anew. Neo4j said: ${output.replace(/\s+/g, ' ').trim().slice(-600)}`,
        ),
      );
    });
  });
}

/** The first question to a Neo4j takes seconds; afterwards it answers as fast as its users expect. */
async function askOnce(address: Neo4jAddress): Promise<void> {
  const connection = new Neo4jConnection(address);
  try {
    await connection.write(START_MS, (run) => run('RETURN 1'));
  } finally {
    await connection.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
