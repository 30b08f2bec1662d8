import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { hashing } from './archive-writer';
import { BackupError, damaged, entryOf, MANIFEST, MANIFEST_HASH, readManifest, type ArchivedTable, type Manifest } from './manifest';

/** Larger than any manifest of ours. */
const LARGEST_NOTE = 5_000_000;

/** An archive that was opened; whatever is read of it is compared with the hashes in its manifest. */
export class ArchiveReader {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: Map<string, Entry>,
    readonly manifest: Manifest,
  ) {}

  /** Opens an archive and reads what it says of itself. Throws a `BackupError` where it is none, or damaged. */
  static async open(file: string): Promise<ArchiveReader> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(file, { autoClose: false, lazyEntries: true });
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      const manifest = readManifest(await note(zip, entries, MANIFEST), (await note(zip, entries, MANIFEST_HASH)).toString());
      return new ArchiveReader(zip, entries, manifest);
    } catch (error) {
      zip?.close();
      if (error instanceof BackupError) throw error;
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new BackupError(`There is no file ${file}.`);
      throw damaged(error instanceof Error ? error.message : String(error));
    }
  }

  /** Writes the rows of a table to `target`; throws where they are not those that were archived. */
  async copyTable(table: ArchivedTable, target: Writable): Promise<void> {
    const { through, digest } = hashing();
    const entry = this.entries.get(entryOf(table.name));
    if (!entry) throw damaged(`${table.name} is missing`);
    const rows = await this.zip.openReadStreamPromise(entry).catch((error: unknown) => {
      throw damaged(`${table.name}: ${String(error)}`);
    });
    let broken: Error | null = null;
    rows.once('error', (error: Error) => (broken = error));
    try {
      await pipeline(rows, through, target);
    } catch (error) {
      throw broken ? damaged(`${table.name}: ${(broken as Error).message}`) : error;
    }
    if (digest() !== table.sha256) throw damaged(`${table.name} was changed`);
  }

  /** Reads the whole archive once. Throws at the first table that is not what was archived. */
  async verify(): Promise<void> {
    for (const table of this.manifest.tables) {
      await this.copyTable(table, new Writable({ write: (_chunk, _encoding, done) => done() }));
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function note(zip: ZipFile, entries: Map<string, Entry>, name: string): Promise<Buffer> {
  const entry = entries.get(name);
  if (!entry) throw new BackupError('This file is no backup of ours: it has no manifest.');
  if (entry.uncompressedSize > LARGEST_NOTE) throw damaged(`${name} is too long`);
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
