import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '@knotenpunkt/platform/database';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { runCommand } from './commands';

const OWNER = 'owner_of_one_database';

describe('commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'commands-'));
  const before = { ...process.env };
  let source: TestDatabase;
  let emptyUrl: string;

  async function asOwner(statements: string[]): Promise<void> {
    const server = await createDataSource(before['TEST_POSTGRES_URL']!, { slow: true, poolSize: 1 }).initialize();
    for (const statement of statements) await server.query(statement);
    await server.destroy();
  }

  beforeAll(async () => {
    source = await createTestDatabase();
    await asOwner([`CREATE ROLE ${OWNER} LOGIN PASSWORD 'owner'`, `CREATE DATABASE ${OWNER} OWNER ${OWNER}`]);
    const url = new URL(before['TEST_POSTGRES_URL']!);
    [url.username, url.password, url.pathname] = [OWNER, 'owner', `/${OWNER}`];
    emptyUrl = url.href;
  });
  afterAll(async () => {
    process.env = before;
    await source.drop();
    await asOwner([`DROP DATABASE ${OWNER} WITH (FORCE)`, `DROP ROLE ${OWNER}`]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('back up into the data folder unless told where, and restore as an ordinary user into a database that never was one', async () => {
    process.env['DATA_FOLDER'] = folder;
    process.env['DATABASE_URL'] = source.url;
    const [told] = await runCommand('backup', []);
    const [name] = readdirSync(join(folder, 'backups'));
    expect(name).toMatch(/^knotenpunkt-\d{8}T\d{6}Z\.zip$/);
    expect(told).toMatch(/backups.*: \d+ rows in \d+ tables, version 0 of the data, \d+ kB\.$/);
    process.env['DATABASE_URL'] = emptyUrl;
    expect(await runCommand('restore', [join(folder, 'backups', name!)])).toEqual([
      expect.stringMatching(/^Restored \d+ rows in \d+ tables, version 0 of the data, as of .*Everybody signs in anew\.$/),
    ]);
    await expect(runCommand('restore', [])).rejects.toThrow('Name the archive');
    await expect(runCommand('backup', [join(folder, 'backups', name!)])).rejects.toThrow('there already');
  });
});
