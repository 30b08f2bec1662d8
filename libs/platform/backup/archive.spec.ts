import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { ArchiveReader } from './archive-reader';
import { ArchiveWriter } from './archive-writer';
import { BackupError, type Manifest } from './manifest';

const ROWS = { 'public.actor': ['a\tb\n', 'c\td\n'], 'public.region': ['x\n'.repeat(2_000)], 'public.none': [] };

describe('an archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  const whole = join(folder, 'whole.zip');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function write(file: string, broken = false): Promise<void> {
    const archive = await ArchiveWriter.create(file);
    const tables: Manifest['tables'] = [];
    try {
      for (const [name, rows] of Object.entries(ROWS)) {
        const source = broken
          ? new Readable({ read: (): void => void source.destroy(new Error('connection lost')) })
          : Readable.from(rows.map((row) => Buffer.from(row)));
        tables.push({ name, columns: ['id'], rows: rows.length, sha256: await archive.addTable(name, source) });
      }
      const takenAt = '2026-11-27T02:00:00.000Z';
      await archive.finish({ format: 1, version: '0.1.0', takenAt, seq: 7, migrations: ['A1'], tables, sequences: [] });
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  }

  async function contents(file: string): Promise<{ manifest: Manifest; rows: Record<string, string> }> {
    const archive = await ArchiveReader.open(file);
    const rows: Record<string, string> = {};
    try {
      await archive.verify();
      for (const table of archive.manifest.tables) {
        const parts: Buffer[] = [];
        await archive.copyTable(table, new Writable({ write: (part: Buffer, _, done) => done(void parts.push(part) as undefined) }));
        rows[table.name] = Buffer.concat(parts).toString();
      }
    } finally {
      archive.close();
    }
    return { manifest: archive.manifest, rows };
  }

  beforeAll(() => write(whole));

  it('gives back what was put in, and is its owner’s alone', async () => {
    const { manifest, rows } = await contents(whole);
    expect(rows).toEqual(Object.fromEntries(Object.entries(ROWS).map(([name, parts]) => [name, parts.join('')])));
    expect(manifest).toMatchObject({ seq: 7, migrations: ['A1'] });
    expect(statSync(whole).mode & 0o077).toBe(0);
  });

  it('takes nobody else’s name', async () => {
    await expect(write(whole)).rejects.toThrow('there already');
  });

  it('leaves nothing behind when its source fails', async () => {
    const before = readdirSync(folder);
    await expect(write(join(folder, 'half.zip'), true)).rejects.toThrow('connection lost');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('is refused with a sentence when it is cut off anywhere', async () => {
    const bytes = readFileSync(whole);
    const cut = join(folder, 'cut.zip');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        writeFileSync(cut, bytes.subarray(0, length));
        await expect(contents(cut)).rejects.toBeInstanceOf(BackupError);
      }),
      { numRuns: 60 },
    );
    rmSync(cut);
  });

  it('is refused when a byte was changed, unless that byte means nothing', async () => {
    const bytes = readFileSync(whole);
    const expected = await contents(whole);
    const changed = join(folder, 'changed.zip');
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = Buffer.from(bytes);
        other[at] = other[at]! ^ by;
        writeFileSync(changed, other);
        const found = await contents(changed).catch((error: unknown) => error);
        if (found instanceof BackupError) refused += 1;
        else expect(found).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(100);
    rmSync(changed);
  });

  it('is told apart from a file that is none, and from one that is not there', async () => {
    const other = join(folder, 'letter.zip');
    writeFileSync(other, 'Dear all');
    await expect(contents(other)).rejects.toBeInstanceOf(BackupError);
    await expect(contents(join(folder, 'nowhere.zip'))).rejects.toThrow('There is no file');
    expect(existsSync(join(folder, 'nowhere.zip'))).toBe(false);
  });
});
