import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { BackupError, entryOf, MANIFEST, MANIFEST_HASH, sha256, type Manifest } from './manifest';

/** Passes bytes on and hashes them. */
export function hashing(): { through: Transform; digest: () => string } {
  const hash = createHash('sha256');
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, digest: () => hash.digest('hex') };
}

const partialOf = (file: string) => join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.part`);
const PARTIAL = /^\..+\.[0-9a-f]{8}\.part$/;
/** Who writes an archive does so all the time; a backup of another database may lie in the same folder. */
const LEFT_AFTER_MS = 60_000;

/** Removes what backups that were killed left behind in a folder: archives that never became whole. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => PARTIAL.test(one))) {
    const file = join(folder, name);
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > LEFT_AFTER_MS) await rm(file, { force: true });
  }
}

/**
 * An archive that is written as a stream: a ZIP file under a temporary name beside its own, readable by its owner only.
 * It gets its name when it is whole.
 */
export class ArchiveWriter {
  private readonly zip = new ZipFile();
  private readonly partial: string;
  private written: Promise<void> = Promise.resolve();
  private failed: Promise<never> = new Promise(() => undefined);

  private constructor(private readonly file: string) {
    this.partial = partialOf(file);
  }

  static async create(file: string): Promise<ArchiveWriter> {
    if (existsSync(file)) throw new BackupError(`${file} is there already. Choose another name.`);
    await mkdir(dirname(file), { recursive: true });
    const writer = new ArchiveWriter(file);
    const output = createWriteStream(writer.partial, { flags: 'wx', mode: 0o600, flush: true });
    writer.written = pipeline(writer.zip.outputStream, output);
    writer.failed = writer.written.then(
      () => new Promise<never>(() => undefined),
      (error: unknown) => Promise.reject(error as Error),
    );
    writer.failed.catch(() => undefined);
    return writer;
  }

  /** Writes the rows of one table; gives their hash. Nothing is read faster than the disk takes it. */
  async addTable(name: string, rows: Readable): Promise<string> {
    const { through, digest } = hashing();
    this.zip.addReadStreamLazy(entryOf(name), { mode: 0o100600 }, (give) => {
      give(null, rows.pipe(through));
      rows.on('error', (error) => through.destroy(error));
    });
    await Promise.race([finished(through), this.failed]);
    return digest();
  }

  /** Writes what the archive says of itself and gives it its name; gives its size in bytes. */
  async finish(manifest: Manifest): Promise<number> {
    const text = Buffer.from(JSON.stringify(manifest, null, 2));
    this.zip.addBuffer(text, MANIFEST, { mode: 0o100600 });
    this.zip.addBuffer(Buffer.from(sha256(text)), MANIFEST_HASH, { mode: 0o100600 });
    this.zip.end();
    await this.written;
    const { size } = await stat(this.partial);
    await rename(this.partial, this.file);
    return size;
  }

  /** Leaves nothing behind of an archive that did not become whole. */
  async abandon(): Promise<void> {
    (this.zip.outputStream as Readable).destroy(new Error('abandoned'));
    await this.written.catch(() => undefined);
    await rm(this.partial, { force: true });
  }
}
