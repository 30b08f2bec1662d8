import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '@knotenpunkt/migrations';
import { BackupError, restoreBackup, takeBackup } from '@knotenpunkt/platform/backup';
import { productVersion, readConfiguration, type Configuration } from '@knotenpunkt/platform/config';
import { startEmbeddedPostgres } from '@knotenpunkt/platform/database';
import { openGraph } from '@knotenpunkt/platform/graph';
import { importTables } from './import-command';
import { outlinesCommand } from './outlines-command';

/** Work on the database of a product that runs, or does not; told on the standard output. */
type Command = (configuration: Configuration, databaseUrl: string, given: string[]) => Promise<string[]>;

const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
const count = (manifest: { tables: { rows: number }[] }) =>
  `${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows in ${manifest.tables.length} tables`;

const backup: Command = async (configuration, databaseUrl, given) => {
  const moment = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const file = given[0] ?? join(configuration.dataFolder, 'backups', `knotenpunkt-${moment}.zip`);
  const { manifest, bytes } = await takeBackup(databaseUrl, file, productVersion());
  return [`${file}: ${count(manifest)}, version ${manifest.seq} of the data, ${size(bytes)}.`];
};

const restore: Command = async (configuration, databaseUrl, given) => {
  const { values, positionals } = parseArgs({ args: given, allowPositionals: true, options: { replace: { type: 'boolean' } } });
  const [file] = positionals;
  if (!file) throw new BackupError('Name the archive: npm run restore -- <file> [--replace]');
  const manifest = await restoreBackup({ databaseUrl, file, migrations, replace: values.replace });
  const told = [`Restored ${count(manifest)}, version ${manifest.seq} of the data, as of ${manifest.takenAt}. Everybody signs in anew.`];
  if (configuration.graph.kind !== 'neo4j') return told;
  const graph = await openGraph(configuration.graph);
  try {
    await graph.clear();
    return [...told, 'The graph was emptied; the next start fills it.'];
  } catch {
    return [...told, 'The graph could not be emptied: once it answers, rebuild it at /systemzustand.'];
  } finally {
    await graph.close();
  }
};

const commands: Record<string, Command> = { backup, restore, import: importTables, outlines: outlinesCommand };

/** Names of what can be asked for beside the roles. */
export const COMMANDS = Object.keys(commands);

/** Carries out a command on the database of the configuration; the embedded one is started for it unless it runs. */
export async function runCommand(name: string, given: string[]): Promise<string[]> {
  const configuration = readConfiguration(process.env);
  const { databaseUrl, dataFolder } = configuration;
  const postgres = databaseUrl ? null : await startEmbeddedPostgres(join(dataFolder, 'postgres'));
  try {
    return await commands[name]!(configuration, databaseUrl ?? postgres!.url, given);
  } finally {
    await postgres?.stop();
  }
}
