import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@knotenpunkt/kernel';
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

  it('write who was erased, and erase again from such a list who comes back with a backup', async () => {
    process.env['DATA_FOLDER'] = folder;
    process.env['DATABASE_URL'] = source.url;
    const [archive, list] = [join(folder, 'with-kim.zip'), join(folder, 'erasures.csv')];
    const database = await createDataSource(source.url, { slow: true, poolSize: 1 }).initialize();
    const id = newId();
    await database.query(`INSERT INTO auth."user" (id, name, email) VALUES ($1, 'Kim Beispiel', 'kim@beispiel.example')`, [id]);
    await runCommand('backup', [archive]);
    await database.query(`INSERT INTO erasure (person_id, erased_on) VALUES ($1, '2026-11-28')`, [id]);
    expect(await runCommand('erasures', [list])).toEqual([expect.stringMatching(/: 1 erasures\./)]);
    await database.query(`DELETE FROM erasure; DELETE FROM auth."user" WHERE email = 'kim@beispiel.example'`);
    await database.destroy();
    process.env['DATABASE_URL'] = emptyUrl;
    const told = await runCommand('restore', [archive, '--replace', '--erasures', list]);
    expect(told).toContain('Persons who had been erased since then were erased again: 1.');
    const restored = await createDataSource(emptyUrl, { slow: true, poolSize: 1 }).initialize();
    expect(await restored.query('SELECT name FROM auth."user"')).toEqual([]);
    expect(await restored.query('SELECT person_id FROM erasure')).toEqual([{ person_id: id }]);
    await restored.destroy();
  });

  it('give a region outlines for its maps, say what keeps them from it, and take them away', async () => {
    process.env['DATA_FOLDER'] = folder;
    process.env['DATABASE_URL'] = source.url;
    const database = await createDataSource(source.url, { slow: true, poolSize: 1 }).initialize();
    await database.query(
      `INSERT INTO region (id, slug, name_de, name_en, language, time_zone, extent, example)
       VALUES (uuidv7(), 'tal', 'Tal', 'Valley', 'de', 'Europe/Berlin', '{7,51,8,52}', false)`,
    );
    const written = (name: string, features: object[]) => {
      const file = join(folder, name);
      writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
      return file;
    };
    const feature = (coordinates: number[][]) => ({
      ...{ type: 'Feature', properties: { name: 'Grenze', level: 'region' } },
      geometry: { type: 'LineString', coordinates },
    });
    const kept = () => database.query('SELECT content FROM region_outlines') as Promise<{ content: string }[]>;
    const good = written('good.geojson', [feature([[7.2, 51.2], [7.8, 51.2]])]); // prettier-ignore
    expect(await runCommand('outlines', [good, '--region', 'tal'])).toEqual([
      expect.stringMatching(/^Maps of tal show 1 outlines of 2 points/),
    ]);
    expect(JSON.parse((await kept())[0]!.content)).toMatchObject({ areas: [{ name: 'Grenze', level: 'REGION' }] });

    const metres = written('metres.geojson', [feature([[392_000, 5_700_000], [392_001, 5_700_000]])]); // prettier-ignore
    const outside = written('outside.geojson', [feature([[7.5, 51.5], [9, 51.5]])]); // prettier-ignore
    await expect(runCommand('outlines', [metres, '--region', 'tal'])).rejects.toThrow('must be degrees');
    await expect(runCommand('outlines', [outside, '--region', 'tal'])).rejects.toThrow(
      'Feature 1 leaves the extent of the region at 9, 51.5.',
    );
    await expect(runCommand('outlines', [good, '--region', 'nirgends'])).rejects.toThrow('There is no region nirgends.');
    await expect(runCommand('outlines', [join(folder, 'none'), '--region', 'tal'])).rejects.toThrow('There is no file');
    await expect(runCommand('outlines', [good])).rejects.toThrow('npm run outlines');
    expect(await kept()).toHaveLength(1);

    expect(await runCommand('outlines', ['--remove', '--region', 'tal'])).toEqual(['Maps of tal show no outlines any longer.']);
    expect(await kept()).toEqual([]);
    await database.destroy();
  });
});
