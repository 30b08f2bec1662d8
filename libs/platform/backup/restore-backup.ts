import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createDataSource, MIGRATION_LOCK } from '@knotenpunkt/platform/database';
import { MigrationExecutor, type MigrationInterface, type QueryRunner } from 'typeorm';
import { ArchiveReader } from './archive-reader';
import { BackupError, damaged, explained, type Manifest } from './manifest';
import { SETTINGS } from './session';
import { dropEverything, firstFilledTable, liftOrder, productTables, quoted } from './tables';

export interface RestoreOptions {
  databaseUrl: string;
  file: string;
  /** All migrations of this product, in their order. */
  migrations: readonly (new () => MigrationInterface & { name: string })[];
  /** Overwrites what is there. */
  replace?: boolean;
  /**
   * Reads, before it goes, what of the database the archive cannot know; gives what does it again once the archive is in its place. All
   * in the transaction of the restore.
   */
  carryOver?: (client: pg.ClientBase) => Promise<(client: pg.ClientBase) => Promise<void>>;
}

/**
 * Fills a database from an archive: builds the tables by the migrations up to the archive's, fills them, and migrates
 * on; all in one transaction, so that afterwards everything is there or nothing has changed. Throws `BackupError`.
 */
export async function restoreBackup({ databaseUrl, file, migrations, replace = false, carryOver }: RestoreOptions): Promise<Manifest> {
  const archive = await ArchiveReader.open(file);
  try {
    const { manifest } = archive;
    refuseUnknownMigrations(
      manifest,
      migrations.map((Migration) => new Migration().name),
    );
    await archive.verify();
    const bytes = (await stat(file)).size;
    await inOneTransaction(databaseUrl, migrations, async (client, migrateTo) => {
      if (!replace) await refuseFilled(client);
      const lastNumber = await highestNumber(client);
      const doAgain = await carryOver?.(client);
      await dropEverything(client);
      await migrateTo(manifest.migrations.length);
      await fill(client, archive);
      await setSequences(client, manifest, lastNumber);
      await migrateTo(migrations.length);
      await doAgain?.(client);
      await client.query(
        'INSERT INTO public.backup (taken_at, seq, rows, bytes, file) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (taken_at) DO NOTHING',
        [manifest.takenAt, manifest.seq, manifest.tables.reduce((sum, { rows }) => sum + rows, 0), bytes, basename(file)],
      );
    });
    return manifest;
  } catch (error) {
    throw explained(error, file);
  } finally {
    archive.close();
  }
}

function refuseUnknownMigrations(manifest: Manifest, known: string[]): void {
  const unknown = manifest.migrations.find((name, at) => known[at] !== name);
  if (unknown === undefined) return;
  throw new BackupError(
    `The archive was made by a newer version of Knotenpunkt (${manifest.version}, migration ${manifest.migrations.at(-1)}). Nothing was changed. Install that version, then restore.`,
  );
}

/** Whoever is connected would go on with what it remembers of the old data. */
async function refuseOthers(client: pg.ClientBase): Promise<void> {
  let count = 0;
  // One that has just been stopped may take a moment to be gone.
  for (let attempt = 0; attempt < 10; attempt++) {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    count = rows[0]!.count;
    if (count === 0) return;
    await new Promise((wait) => setTimeout(wait, 200));
  }
  throw new BackupError(
    `The database is in use (other connections: ${count}). Nothing was changed. Stop every Knotenpunkt that runs on it, then restore.`,
  );
}

async function refuseFilled(client: pg.ClientBase): Promise<void> {
  const filled = await firstFilledTable(client);
  if (filled === null) return;
  throw new BackupError(
    `The database is not empty (${filled} has rows). Nothing was changed. Back it up if it matters, then restore with --replace, which deletes what is there.`,
  );
}

/** The highest number of a fact ever given here: none is given twice, as graphs and browsers remember them. */
async function highestNumber(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.graph_seq') IS NOT NULL AS there`);
  if (!rows[0]!.there) return 0;
  const { rows: found } = await client.query<{ last: string }>('SELECT last_value::text AS last FROM public.graph_seq');
  return Number(found[0]!.last);
}

async function fill(client: pg.ClientBase, archive: ArchiveReader): Promise<void> {
  const there = new Set((await productTables(client)).map(({ name }) => name));
  const putBack = await liftOrder(client);
  if (there.size > 0) await client.query(`TRUNCATE ${[...there].map(quoted).join(', ')}`);
  for (const table of archive.manifest.tables) {
    if (!there.has(table.name)) throw damaged(`${table.name} belongs to no migration`);
    const rows = client.query(copyFrom(`COPY ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) FROM STDIN`));
    await archive.copyTable(table, rows);
    if (rows.rowCount !== table.rows) throw damaged(`${table.name} has ${rows.rowCount} rows instead of ${table.rows}`);
  }
  await putBack();
}

async function setSequences(client: pg.ClientBase, manifest: Manifest, lastNumber: number): Promise<void> {
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    await client.query('SELECT setval($1::regclass, $2, $3)', [quoted(name), lastValue, isCalled]);
  }
  const facts = manifest.sequences.find(({ name }) => name === 'public.graph_seq');
  if (facts && lastNumber > facts.lastValue) await client.query(`SELECT setval('public.graph_seq', $1)`, [lastNumber]);
}

type MigrateTo = (count: number) => Promise<void>;

async function inOneTransaction(
  databaseUrl: string,
  migrations: RestoreOptions['migrations'],
  work: (client: pg.ClientBase, migrateTo: MigrateTo) => Promise<void>,
): Promise<void> {
  const dataSource = await createDataSource(databaseUrl, { migrations: [...migrations], slow: true, poolSize: 1 }).initialize();
  const runner: QueryRunner = dataSource.createQueryRunner();
  const every = [...dataSource.migrations];
  const migrateTo: MigrateTo = async (count) => {
    dataSource.migrations.splice(0, Infinity, ...every.slice(0, count));
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
  };
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    await client.query(SETTINGS);
    await refuseOthers(client);
    // Whoever starts meanwhile waits here before it migrates.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runner.startTransaction();
    try {
      await work(client, migrateTo);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
    await client.query('ANALYZE');
  } finally {
    await runner.release().catch(() => undefined);
    await dataSource.destroy();
  }
}
