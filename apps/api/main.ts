import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, readConfiguration, type Configuration } from '@knotenpunkt/platform/config';
import { EmbeddedPostgresError, startEmbeddedPostgres, type RunningPostgres } from '@knotenpunkt/platform/database';
import { printSchemaOfRooms } from './print-schema';
import { startServer, type Role } from './server';
import { welcome } from './welcome';

const ROLES = ['serve', 'work', 'all'];

/** What to tell a person whose start failed; anything else is a fault and keeps its stack. */
function explained(error: unknown, configuration: Configuration | null): string {
  if (error instanceof ConfigurationError) return `The configuration does not hold:\n${error.message}`;
  if (error instanceof EmbeddedPostgresError) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  const port = configuration?.port;
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop the program that listens there, or choose another port: PORT=${(port ?? 4400) + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=4400 npm start`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01')
    return `The database in DATABASE_URL does not answer (${code}). Check address, user and password, and that it runs.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function run(role: Role): Promise<void> {
  let configuration: Configuration | null = null;
  let postgres: RunningPostgres | null = null;
  try {
    configuration = readConfiguration(process.env);
    if (!configuration.databaseUrl) postgres = await startEmbeddedPostgres(join(configuration.dataFolder, 'postgres'));
    const server = await startServer(configuration, configuration.databaseUrl ?? postgres!.url, role);
    if (role !== 'work') await welcome(server, configuration);
    const stop = async () => {
      await server.close().catch(() => undefined);
      await postgres?.stop();
      process.exit(0);
    };
    process.once('SIGINT', () => void stop());
    process.once('SIGTERM', () => void stop());
  } catch (error) {
    console.error(explained(error, configuration));
    await postgres?.stop().catch(() => undefined);
    process.exit(1);
  }
}

const [command = 'all', target] = process.argv.slice(2);
if (command === 'schema') {
  writeFileSync(target ?? 'schema.graphql', await printSchemaOfRooms());
  process.exit(0);
} else if (ROLES.includes(command)) {
  await run(command as Role);
} else {
  console.error(`Unknown command ${command}. Known: ${ROLES.join(', ')}, schema.`);
  process.exit(1);
}
