import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
// Jest does not map aliases in its global set-up, so these three go by path.
/* eslint-disable @nx/enforce-module-boundaries */
import { migrations } from '../../../migrations';
import { migrate } from '../database/migrate';
import { startEmbeddedPostgres, type RunningPostgres } from '../database/embedded-postgres';
/* eslint-enable @nx/enforce-module-boundaries */

declare global {
  var testPostgres: RunningPostgres | undefined;
}

/** Before all integration specs: one Postgres on an empty folder, one migrated database as the template of all others. */
export default async function startServices(): Promise<void> {
  // Two projects that are run together share it.
  if (globalThis.testPostgres) return;
  const folder = join(mkdtempSync(join(tmpdir(), 'knotenpunkt-test-')), 'postgres');
  // Data of tests may be lost in a crash; not waiting for the disk makes them several times faster.
  const postgres = await startEmbeddedPostgres(folder, {
    flags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
  });
  globalThis.testPostgres = postgres;
  await migrate(postgres.url, migrations);
  const client = new pg.Client({ connectionString: postgres.url.replace(/knotenpunkt$/, 'postgres') });
  await client.connect();
  await client.query('ALTER DATABASE knotenpunkt RENAME TO template_knotenpunkt');
  await client.end();
  process.env['TEST_POSTGRES_URL'] = postgres.url.replace(/knotenpunkt$/, 'postgres');
}
