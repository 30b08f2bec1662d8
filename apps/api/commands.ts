import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { erasuresIn, erasuresOf, replayErasures } from '@knotenpunkt/identity/api';
import { BACKUPS_KEPT_DAYS } from '@knotenpunkt/kernel';
import { migrations } from '@knotenpunkt/migrations';
import { BackupError, removeOldBackups, restoreBackup, takeBackup } from '@knotenpunkt/platform/backup';
import { productVersion, readConfiguration, type Configuration } from '@knotenpunkt/platform/config';
import { startEmbeddedPostgres } from '@knotenpunkt/platform/database';
import { openGraph } from '@knotenpunkt/platform/graph';
// The rooms say in their modules what they hold of persons, and so what a restore has to erase again.
import './app.module';
import { listErasures } from './erasures-command';
import { importTables } from './import-command';
import { outlinesCommand } from './outlines-command';

/** Work on the database of a product that runs, or does not; told on the standard output. */
type Command = (configuration: Configuration, databaseUrl: string, given: string[]) => Promise<string[]>;

const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
const count = (manifest: { tables: { rows: number }[] }) =>
  `${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows in ${manifest.tables.length} tables`;

const backup: Command = async (configuration, databaseUrl, given) => {
  const moment = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const folder = join(configuration.dataFolder, 'backups');
  const file = given[0] ?? join(folder, `knotenpunkt-${moment}.zip`);
  const { manifest, bytes } = await takeBackup(databaseUrl, file, productVersion());
  // Where a backup goes by itself none becomes older than the privacy page says; of copies elsewhere whoever makes them takes care.
  if (given[0] === undefined) await removeOldBackups(folder, BACKUPS_KEPT_DAYS);
  return [`${file}: ${count(manifest)}, version ${manifest.seq} of the data, ${size(bytes)}.`];
};

const restore: Command = async (configuration, databaseUrl, given) => {
  const options = { replace: { type: 'boolean' }, erasures: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: given, allowPositionals: true, options });
  const [file] = positionals;
  if (!file) throw new BackupError('Name the archive: npm run restore -- <file> [--replace] [--erasures <list>]');
  const listed = values.erasures === undefined ? [] : erasuresIn(readFileSync(values.erasures, 'utf8'));
  let again = 0;
  const manifest = await restoreBackup({
    ...{ databaseUrl, file, migrations, replace: values.replace },
    carryOver: async (before) => {
      const known = [...(await erasuresOf(before)), ...listed];
      return async (restored) => void (again = await replayErasures(restored, known, configuration.authSecret));
    },
  });
  const told = [`Restored ${count(manifest)}, version ${manifest.seq} of the data, as of ${manifest.takenAt}. Everybody signs in anew.`];
  if (again > 0) told.push(`Persons who had been erased since then were erased again: ${again}.`);
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

const commands: Record<string, Command> = { backup, restore, erasures: listErasures, import: importTables, outlines: outlinesCommand };

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
