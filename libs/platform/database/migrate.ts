import pg from 'pg';
import { createDataSource } from './data-source';

/** Held while the schema changes. Any constant will do, as long as every instance uses the same. */
export const MIGRATION_LOCK = 7_040_001;

/** Brings the schema up to date. Instances that start at once wait for each other; the second finds nothing to do. Gives the number of migrations run. */
export async function migrate(url: string, migrations: unknown[]): Promise<number> {
  const lock = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Without a listener a broken connection would end the process.
  lock.on('error', () => undefined);
  await lock.connect();
  const dataSource = createDataSource(url, { migrations, slow: true, poolSize: 2 });
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.initialize();
    return (await dataSource.runMigrations()).length;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await lock.end();
  }
}
