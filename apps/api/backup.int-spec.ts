import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { migrations } from '@knotenpunkt/migrations';
import { BackupError, restoreBackup, takeBackup, type Manifest } from '@knotenpunkt/platform/backup';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { createDataSource } from '@knotenpunkt/platform/database';
import { FileStore } from '@knotenpunkt/platform/files';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import { GraphKeeper, Projector } from '@knotenpunkt/platform/outbox';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import pg from 'pg';
import { startServer, type RunningServer } from './server';

const names = migrations.map((Migration) => new Migration().name);
/** A file with every byte there is. */
const LOGO = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const configuration = readConfiguration({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' });

async function rowsOf<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

const requestContact = (address: string, marker: string) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation($input: RequestContactInput!) { requestContact(input: $input) { __typename } }',
      variables: {
        input: {
          id: newId(),
          toActorId: idFrom('harkenrode', 'actor', 'a001'),
          name: 'Kim Beispiel',
          organisation: 'Verein',
          email: `${marker}@beispiel.example`,
          message: `Wir suchen ${marker}.`,
        },
      },
    }),
  });

const signIn = (address: string) =>
  fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ulrike.tamm@harkenrode.example', password: DEMO_PASSWORD }),
  });

describe('a backup of Harkenrode', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  const file = join(folder, 'harkenrode.zip');
  const databases: TestDatabase[] = [];
  let source: RunningServer;
  let sourceUrl: string;
  let manifest: Manifest;
  let fingerprint: string;
  let written = 0;

  const emptyDatabase = async () => {
    const made = await createTestDatabase();
    databases.push(made);
    return made.url;
  };
  const tablesOf = (of: Manifest) => of.tables.filter(({ name }) => name !== 'public.backup');

  beforeAll(async () => {
    sourceUrl = await emptyDatabase();
    source = await startServer(configuration, sourceUrl, 'all');
    await signIn(source.address);
    await source.app.get(FileStore, { strict: false }).keep({ mime: 'image/webp', bytes: LOGO, small: LOGO, width: 1, height: 1 });
    let writing = true;
    const writer = (async () => {
      while (writing) await requestContact(source.address, `marke${(written += 1)}ende`);
    })();
    while (written < 3) await new Promise((wait) => setTimeout(wait, 20));
    ({ manifest } = await takeBackup(sourceUrl, file, '0.1.0'));
    writing = false;
    await writer;
    await source.app.get(Projector).drain();
    await source.app.get(GraphKeeper).catchUp();
    fingerprint = await source.app.get<GraphPort>(GRAPH).fingerprint(null);
  });
  afterAll(async () => {
    await source.close();
    for (const database of databases) await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is taken while others write, holds one moment, and is remembered', async () => {
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows;
    expect(rows('public.actor')).toBeGreaterThan(50);
    expect(rows('public.contact_request')).toBeGreaterThanOrEqual(2);
    expect(rows('public.contact_request')).toBeLessThan(written);
    expect(manifest.migrations).toEqual(names);
    // Passwords go along, sessions and links to new passwords do not.
    expect(rows('auth.account')).toBeGreaterThan(5);
    expect(manifest.tables.map(({ name }) => name).filter((name) => /session|verification|pgboss/.test(name))).toEqual([]);
    expect(await rowsOf(sourceUrl, 'SELECT seq::int, file FROM backup')).toEqual([{ seq: manifest.seq, file: 'harkenrode.zip' }]);
  });

  describe('restored into an empty database', () => {
    let url: string;

    beforeAll(async () => {
      url = await emptyDatabase();
      expect(await restoreBackup({ databaseUrl: url, file, migrations })).toEqual(manifest);
    });

    it('has the same rows in every table', async () => {
      const again = await takeBackup(url, join(folder, 'again.zip'), '0.1.0');
      expect(tablesOf(again.manifest)).toEqual(tablesOf(manifest));
      expect(again.manifest.sequences).toEqual(manifest.sequences);
    });

    it('has the files, byte by byte', async () => {
      const [logo] = await rowsOf<{ bytes: Buffer; small: Buffer }>(url, 'SELECT bytes, small FROM file');
      expect([logo!.bytes, logo!.small]).toEqual([LOGO, LOGO]);
    });

    it('has whole writes only: a request and the mail of it', async () => {
      const markers = (text: string[]) => [...new Set(text.flatMap((one) => one.match(/marke\d+ende/)?.[0] ?? []))].sort();
      const requests = await rowsOf<{ message: string }>(url, 'SELECT message FROM contact_request');
      const mails = await rowsOf<{ body: string }>(url, 'SELECT body FROM outgoing_mail');
      expect(markers(requests.map(({ message }) => message))).toEqual(markers(mails.map(({ body }) => body)));
    });

    it('lets people sign in anew, and its graph is the same', async () => {
      const server = await startServer(configuration, url, 'all');
      try {
        expect(await rowsOf(url, 'SELECT 1 FROM auth.session')).toEqual([]);
        expect((await signIn(server.address)).status).toBe(200);
        expect((await server.app.get(GraphKeeper).verify()).equal).toBe(true);
        expect(await server.app.get<GraphPort>(GRAPH).fingerprint(null)).toBe(fingerprint);
        // What is written from now on has a number that no graph has seen.
        await requestContact(server.address, 'spaeter');
      } finally {
        await server.close();
      }
    });

    it('is refused where something is, unless it is to be replaced; and while somebody is connected', async () => {
      await expect(restoreBackup({ databaseUrl: url, file, migrations })).rejects.toThrow(/not empty .* --replace/);
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await expect(restoreBackup({ databaseUrl: url, file, migrations, replace: true })).rejects.toThrow('in use');
      await other.query(`SELECT setval('graph_seq', 1000000)`);
      await other.end();
      await restoreBackup({ databaseUrl: url, file, migrations, replace: true });
      const again = await takeBackup(url, join(folder, 'replaced.zip'), '0.1.0');
      expect(tablesOf(again.manifest)).toEqual(tablesOf(manifest));
      expect(await rowsOf(url, `SELECT last_value FROM graph_seq`)).toEqual([{ last_value: 1_000_000 }]);
    });
  });

  describe('changes nothing', () => {
    const state = (url: string) => rowsOf(url, `SELECT schemaname, relname, n_live_tup FROM pg_stat_user_tables ORDER BY 1, 2`);

    it.each([
      ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 500)],
      ['changed', (bytes: Buffer) => Buffer.from(bytes).fill(0x55, 5_000, 5_010)],
    ])('when it is %s', async (_, change) => {
      const url = await emptyDatabase();
      const before = await state(url);
      const other = join(folder, `other-${newId()}.zip`);
      writeFileSync(other, change(readFileSync(file)));
      await expect(restoreBackup({ databaseUrl: url, file: other, migrations })).rejects.toBeInstanceOf(BackupError);
      expect(await state(url)).toEqual(before);
    });

    it('when it was made by a newer version', async () => {
      const url = await emptyDatabase();
      await expect(restoreBackup({ databaseUrl: url, file, migrations: migrations.slice(0, -1) })).rejects.toThrow(/newer version/);
      expect(await rowsOf(url, 'SELECT name FROM migrations ORDER BY id')).toEqual(names.map((name) => ({ name })));
    });

    it('when a migration after it fails', async () => {
      const url = await emptyDatabase();
      class Fails99991231235959 {
        name = 'Fails99991231235959';
        up = () => Promise.reject(new Error('does not work'));
        down = () => Promise.resolve();
      }
      const more = [...migrations, Fails99991231235959];
      await expect(restoreBackup({ databaseUrl: url, file, migrations: more })).rejects.toThrow('does not work');
      expect(await rowsOf(url, 'SELECT 1 FROM actor')).toEqual([]);
      expect(await rowsOf(url, 'SELECT name FROM migrations ORDER BY id')).toEqual(names.map((name) => ({ name })));
    });
  });

  it('removes what one that was killed left behind, unless another one runs', async () => {
    const place = mkdtempSync(join(tmpdir(), 'killed-'));
    const left = ['.monday.zip.0a1b2c3d.part', '.letter.part', 'monday.zip.0a1b2c3d.part', '.now.zip.0a1b2c3e.part'];
    for (const name of left) writeFileSync(join(place, name), 'half');
    const long = new Date(Date.now() - 3_600_000);
    for (const name of left.slice(0, 3)) utimesSync(join(place, name), long, long);
    const other = new pg.Client({ connectionString: sourceUrl });
    await other.connect();
    await other.query('SELECT pg_advisory_lock_shared(7040007)');
    await takeBackup(sourceUrl, join(place, 'first.zip'), '0.1.0');
    expect(readdirSync(place).sort()).toEqual([...left, 'first.zip'].sort());
    await other.end();
    await takeBackup(sourceUrl, join(place, 'second.zip'), '0.1.0');
    // Not ours, or just being written by a backup of another database.
    expect(readdirSync(place).sort()).toEqual([...left.slice(1), 'first.zip', 'second.zip'].sort());
    rmSync(place, { recursive: true });
  });

  it('of an earlier version is migrated on', async () => {
    const url = await emptyDatabase();
    const earlier = join(folder, 'earlier.zip');
    await restoreBackup({ databaseUrl: url, file, migrations });
    const older = await createDataSource(url, { migrations, slow: true }).initialize();
    while ((await older.query(`SELECT to_regclass('backup') AS found`))[0].found) await older.undoLastMigration({ transaction: 'each' });
    await older.destroy();
    // Before the first start of the newer version nothing can be remembered yet.
    await takeBackup(url, earlier, '0.0.9');
    const target = await emptyDatabase();
    await restoreBackup({ databaseUrl: target, file: earlier, migrations });
    expect(await rowsOf(target, 'SELECT name FROM migrations ORDER BY "timestamp"')).toEqual(names.map((name) => ({ name })));
    expect(await rowsOf(target, 'SELECT file FROM backup')).toEqual([{ file: 'earlier.zip' }]);
  });
});
