import { basename, dirname } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { MIGRATION_LOCK } from '@knotenpunkt/platform/database';
import { ArchiveWriter, removeLeftovers } from './archive-writer';
import { BackupError, explained, type ArchivedTable, type Manifest } from './manifest';
import { connect, disconnect } from './session';
import { migrationsThatRan, productSequences, productTables, quoted, type ProductTable } from './tables';

export interface BackupTaken {
  manifest: Manifest;
  /** Size of the file in bytes. */
  bytes: number;
}

/** Held by every backup of a database. */
const BACKUP_LOCK = 7_040_007;

/**
 * Writes all that people entered into one archive, as it was at one moment, while others go on writing. Needs little
 * memory whatever the size. `version` is that of the product. Throws `BackupError`; then no file is left. What a backup that
 * was killed left in the folder is removed.
 */
export async function takeBackup(databaseUrl: string, file: string, version: string): Promise<BackupTaken> {
  const client = await connect(databaseUrl, 'knotenpunkt-backup');
  try {
    // A migration must not change the tables meanwhile. Session-wide, because a transaction sees the moment it began to wait.
    await client.query('SELECT pg_advisory_lock_shared($1)', [MIGRATION_LOCK]);
    await clearUp(client, dirname(file));
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if ((await migrationsThatRan(client)).length === 0) throw new BackupError('The database is empty: there is nothing to back up.');
    const taken = await writeArchive(client, file, version);
    await client.query('COMMIT');
    await remember(client, taken, file);
    return taken;
  } catch (error) {
    throw explained(error, file);
  } finally {
    await disconnect(client);
  }
}

/** Clears the folder unless another backup runs, and says that this one does, until its connection ends. */
async function clearUp(client: pg.Client, folder: string): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [BACKUP_LOCK]);
  if (rows[0]!.alone) await removeLeftovers(folder);
  await client.query('SELECT pg_advisory_lock_shared($1)', [BACKUP_LOCK]);
  if (rows[0]!.alone) await client.query('SELECT pg_advisory_unlock($1)', [BACKUP_LOCK]);
}

async function writeArchive(client: pg.Client, file: string, version: string): Promise<BackupTaken> {
  const archive = await ArchiveWriter.create(file);
  try {
    const { rows } = await client.query<{ takenAt: Date; seq: string }>(
      'SELECT now() AS "takenAt", (SELECT coalesce(max(seq), 0)::text FROM public.graph_fact) AS seq',
    );
    const tables: ArchivedTable[] = [];
    for (const table of await productTables(client)) tables.push(await archiveTable(client, archive, table));
    const manifest: Manifest = {
      format: 1,
      version,
      takenAt: rows[0]!.takenAt.toISOString(),
      seq: Number(rows[0]!.seq),
      migrations: await migrationsThatRan(client),
      tables,
      sequences: await productSequences(client),
    };
    return { manifest, bytes: await archive.finish(manifest) };
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function archiveTable(client: pg.Client, archive: ArchiveWriter, { name, columns, order }: ProductTable): Promise<ArchivedTable> {
  const list = (names: string[]) => names.map(quoted).join(', ');
  const rows = client.query(copyTo(`COPY (SELECT ${list(columns)} FROM ${quoted(name)} ORDER BY ${list(order)}) TO STDOUT`));
  // When the archive fails first, the rest of the rows is cut off: then nobody else listens any more.
  rows.on('error', () => undefined);
  const hash = await archive.addTable(name, rows);
  return { name, columns, rows: rows.rowCount, sha256: hash };
}

/** So that the product can say how old its last backup is. */
async function remember(client: pg.Client, { manifest, bytes }: BackupTaken, file: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.backup') IS NOT NULL AS there`);
  // Before the first start of a newer version the table may not be there yet.
  if (!rows[0]!.there) return;
  await client.query('INSERT INTO public.backup (taken_at, seq, rows, bytes, file) VALUES ($1, $2, $3, $4, $5)', [
    manifest.takenAt,
    manifest.seq,
    manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    bytes,
    basename(file),
  ]);
}
