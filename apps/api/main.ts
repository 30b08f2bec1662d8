import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportRefused, TableError } from '@knotenpunkt/imports/api';
import { BackupError } from '@knotenpunkt/platform/backup';
import { ConfigurationError, readConfiguration, type Configuration } from '@knotenpunkt/platform/config';
import { EmbeddedPostgresError, startEmbeddedPostgres, type RunningPostgres } from '@knotenpunkt/platform/database';
import { keepNeo4jServer, Neo4jServerError, type RunningNeo4j } from '@knotenpunkt/platform/graph';
import { COMMANDS, runCommand } from './commands';
import { printSchemaOfRooms } from './print-schema';
import { startServer, type Role } from './server';
import { welcome } from './welcome';

const ROLES = ['serve', 'work', 'all'];
/** The role `all` with a Neo4j: that of NEO4J_URL, else one of our own beside us. */
const WITH_NEO4J = 'all-with-neo4j';

/** Their messages are sentences for whoever started the command. */
const TOLD = [BackupError, EmbeddedPostgresError, ImportRefused, Neo4jServerError, TableError];

/** What to tell a person whose start failed; anything else is a fault and keeps its stack. */
function explained(error: unknown, configuration: Configuration | null): string {
  if (error instanceof ConfigurationError) return `The configuration does not hold:\n${error.message}`;
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message;
  const code = (error as NodeJS.ErrnoException).code;
  const port = configuration?.port;
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop the program that listens there, or choose another port: PORT=${(port ?? 4400) + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=4400 npm start`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01')
    return `The database in DATABASE_URL does not answer (${code}). Check address, user and password, and that it runs.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What runs beside us because the configuration names no other. */
interface Companions {
  postgres: RunningPostgres | null;
  neo4j: RunningNeo4j | null;
}

async function startCompanions(configuration: Configuration, ownNeo4j: boolean): Promise<Companions> {
  const { dataFolder, databaseUrl } = configuration;
  const library = process.env['KNOTENPUNKT_NEO4J_LIB'] || join(dataFolder, 'neo4j-library');
  const [postgres, neo4j] = await Promise.allSettled([
    databaseUrl ? null : startEmbeddedPostgres(join(dataFolder, 'postgres')),
    ownNeo4j ? keepNeo4jServer({ folder: join(dataFolder, 'neo4j'), library, say: (line) => console.log(line) }) : null,
  ]);
  if (postgres.status === 'fulfilled' && neo4j.status === 'fulfilled') return { postgres: postgres.value, neo4j: neo4j.value };
  if (postgres.status === 'fulfilled') await postgres.value?.stop();
  if (neo4j.status === 'fulfilled') await neo4j.value?.stop();
  throw postgres.status === 'rejected' ? postgres.reason : (neo4j as PromiseRejectedResult).reason;
}

async function run(role: Role, withNeo4j: boolean): Promise<void> {
  let configuration: Configuration | null = null;
  let companions: Companions = { postgres: null, neo4j: null };
  const stopCompanions = () => Promise.allSettled([companions.postgres?.stop(), companions.neo4j?.stop()]);
  try {
    const elsewhere = Boolean(process.env['NEO4J_URL']);
    const graph = withNeo4j ? (elsewhere ? 'neo4j' : 'embedded') : process.env['GRAPH'];
    configuration = readConfiguration({ ...process.env, GRAPH: graph });
    companions = await startCompanions(configuration, withNeo4j && !elsewhere);
    if (companions.neo4j) configuration = { ...configuration, graph: { kind: 'neo4j', ...companions.neo4j } };
    const server = await startServer(configuration, configuration.databaseUrl ?? companions.postgres!.url, role);
    if (role !== 'work') await welcome(server, configuration);
    const stop = async () => {
      await server.close().catch(() => undefined);
      await stopCompanions();
      process.exit(0);
    };
    process.once('SIGINT', () => void stop());
    process.once('SIGTERM', () => void stop());
  } catch (error) {
    console.error(explained(error, configuration));
    await stopCompanions();
    process.exit(1);
  }
}

const [command = 'all', target] = process.argv.slice(2);
if (command === 'schema') {
  writeFileSync(target ?? 'schema.graphql', await printSchemaOfRooms());
  process.exit(0);
} else if (COMMANDS.includes(command)) {
  try {
    for (const line of await runCommand(command, process.argv.slice(3))) console.log(line);
    process.exit(0);
  } catch (error) {
    console.error(explained(error, null));
    process.exit(1);
  }
} else if (command === WITH_NEO4J) {
  await run('all', true);
} else if (ROLES.includes(command)) {
  await run(command as Role, false);
} else {
  console.error(`Unknown command ${command}. Known: ${[...ROLES, WITH_NEO4J, ...COMMANDS].join(', ')}, schema.`);
  process.exit(1);
}
