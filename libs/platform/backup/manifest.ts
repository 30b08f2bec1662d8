import { createHash } from 'node:crypto';
import { z } from 'zod';

/** One table as it lies in an archive. */
const table = z.object({
  /** With its schema: `public.actor`. */
  name: z.string().regex(/^\w+\.\w+$/),
  columns: z.array(z.string()),
  rows: z.int().nonnegative(),
  /** SHA-256 of the rows as COPY writes them, ordered by the primary key. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const schema = z.object({
  format: z.literal(1),
  /** Of the product that made it. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  /** The version of the data: the newest number in `graph_fact`. */
  seq: z.int().nonnegative(),
  /** Names of all migrations that had run, in their order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string().regex(/^\w+\.\w+$/), lastValue: z.int(), isCalled: z.boolean() })),
});

/** What an archive says of itself; its last entry. */
export type Manifest = z.output<typeof schema>;
export type ArchivedTable = z.output<typeof table>;
export type ArchivedSequence = Manifest['sequences'][number];

/** A backup or a restore that cannot be done; `message` is a sentence that says why and what to do. */
export class BackupError extends Error {}

export const MANIFEST = 'manifest.json';
export const MANIFEST_HASH = 'manifest.sha256';
/** Where the rows of a table lie in the archive. */
export const entryOf = (tableName: string): string => `tables/${tableName}.copy`;

export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The manifest of an archive; throws a `BackupError` where it is not what was written. */
export function readManifest(text: Buffer, hash: string): Manifest {
  if (sha256(text) !== hash) throw damaged('its manifest was changed');
  const parsed = schema.safeParse(JSON.parse(text.toString('utf8')));
  if (!parsed.success) throw new BackupError('This archive was written by another version of backups than this one can read.');
  return parsed.data;
}

const DISK_FAULTS: Record<string, string> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk is full.',
  EACCES: 'The folder may not be written by this user.',
  EPERM: 'The folder may not be written by this user.',
  EROFS: 'The folder may only be read.',
  EEXIST: 'One of the folders in its name is a file.',
  ENOTDIR: 'One of the folders in its name is a file.',
};

/** A fault of disk or database as a sentence, where there is one; anything else stays what it is. */
export function explained(error: unknown, file: string): unknown {
  const code = (error as { code?: string } | null)?.code ?? '';
  const disk = DISK_FAULTS[code];
  if (disk) return new BackupError(`${file} cannot be written: ${disk} Choose another place, or make room.`);
  // lock_not_available: see `lock_timeout` in session.ts.
  if (code === '55P03')
    return new BackupError('The tables are being changed at the moment. Nothing was changed by this. Try again in a minute.');
  return error;
}

export function damaged(how: string): BackupError {
  return new BackupError(`The archive is damaged (${how}). Nothing was changed. Take another backup.`);
}
