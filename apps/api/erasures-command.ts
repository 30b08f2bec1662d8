import { writeFileSync } from 'node:fs';
import { erasuresOf, writeErasures } from '@knotenpunkt/identity/api';
import { BackupError } from '@knotenpunkt/platform/backup';
import type { Configuration } from '@knotenpunkt/platform/config';
import pg from 'pg';

/** Writes down who was erased, by number and day, for a restore where the database is lost. */
export async function listErasures(_: Configuration, databaseUrl: string, [file]: string[]): Promise<string[]> {
  if (!file) throw new BackupError('Name the list to write: npm run erasures -- <file>');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const all = await erasuresOf(client);
    writeFileSync(file, writeErasures(all), { mode: 0o600 });
    return [`${file}: ${all.length} erasures. Give it to a restore with --erasures.`];
  } finally {
    await client.end();
  }
}
