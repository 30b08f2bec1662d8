import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { H2020, type RowProblem } from '@knotenpunkt/imports/domain';
import { idFrom } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import { GraphKeeper } from '@knotenpunkt/platform/outbox';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import { H2020ImportService } from './h2020-import.service';
import type { ImportReport } from './import-report';
import { createImportsTestApp } from './imports-test-app';

const fixture = join(import.meta.dirname, 'fixture');
const everyRow = query(
  'test.rows',
  `SELECT (SELECT json_agg(a ORDER BY id) FROM actor a)::text || (SELECT json_agg(i ORDER BY id) FROM initiative i)::text
     || (SELECT json_agg(p ORDER BY initiative_id, actor_id) FROM participation p)::text || (SELECT json_agg(e ORDER BY key) FROM external_id e)::text
     || (SELECT json_agg(g ORDER BY seq) FROM graph_fact g)::text || (SELECT count(*) FROM outbox)::text AS rows`,
);
const factsOfRegion = query(
  'test.factsOfRegion',
  `SELECT owner_type, owner_id, audience, facts FROM graph_fact WHERE region_id = $1 ORDER BY owner_type, owner_id`,
);

describe('importing tables', () => {
  let app: TestApp;
  const folders: string[] = [];

  beforeAll(async () => {
    app = await createImportsTestApp();
    await app.project();
  });
  afterAll(async () => {
    await app.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  async function load(region: string, folder = fixture, stopAfter = Infinity): Promise<{ report: ImportReport; problems: RowProblem[] }> {
    const problems: RowProblem[] = [];
    const stop = new AbortController();
    let steps = 0;
    const hearer = {
      problem: (problem: RowProblem) => problems.push(problem),
      progress: () => {
        steps += 1;
        if (steps >= stopAfter) stop.abort(new Error('killed'));
      },
    };
    const report = await app.get(H2020ImportService).run(folder, region, hearer, stop.signal);
    return { report, problems };
  }
  const regionOf = async (slug: string) => (await app.get(RegionService).all()).find((region) => region.slug === slug)!;
  const rows = async () => (await app.get(Database).readOne<{ rows: string }>(everyRow))!.rows;
  /** Facts without what differs between two regions loaded from the same tables: their ids. */
  const factsOf = async (slug: string) => {
    const region = await regionOf(slug);
    const found = await app.get(Database).read<{ owner_type: string; audience: string; facts: unknown }>(factsOfRegion, [region.id]);
    return found.map(({ owner_type, audience, facts }) => `${owner_type} ${audience} ${JSON.stringify(facts).length}`).sort();
  };
  /** The fixture with some lines replaced or added. */
  function folderWith(changes: Partial<Record<'actors' | 'projects' | 'participations', (lines: string[]) => string[]>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    folders.push(folder);
    for (const table of ['actors', 'projects', 'participations'] as const) {
      const lines = readFileSync(join(fixture, `${table}.csv`), 'utf8')
        .trimEnd()
        .split('\n');
      writeFileSync(join(folder, `${table}.csv`), `${(changes[table] ?? ((same) => same))(lines).join('\n')}\n`);
    }
    return folder;
  }

  it('takes every row, and a second time none', async () => {
    const { report, problems } = await load('h2020');
    expect(report).toEqual({
      actors: { added: 300, known: 0, left: 0 },
      projects: { added: 189, known: 0, left: 0 },
      participations: { added: 562, known: 0, left: 0 },
    });
    expect(problems).toEqual([]);
    await app.project();
    const before = await rows();
    const again = await load('h2020');
    await app.project();
    expect(again.report).toEqual({
      actors: { added: 0, known: 300, left: 0 },
      projects: { added: 0, known: 189, left: 0 },
      participations: { added: 0, known: 562, left: 0 },
    });
    expect(await rows()).toBe(before);
  });

  it('leaves the graph equal to what Postgres says', async () => {
    expect((await app.get(GraphKeeper).verify()).equal).toBe(true);
    await app.get(GraphKeeper).rebuild();
    expect((await app.get(GraphKeeper).verify()).equal).toBe(true);
  });

  it('makes those of one project work together, and names the source', async () => {
    const region = await regionOf('h2020');
    const participations = readFileSync(join(fixture, 'participations.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const [project] = participations
      .map((line) => line.split(','))
      .find(([key], _, all) => all.filter(([one]) => one === key).length === 3)!;
    const members = participations.map((line) => line.split(',')).filter(([key]) => key === project);
    const lead = members.find(([, , role]) => role === 'coordinator')![1]!;
    const idOf = (key: string) => idFrom('h2020', 'actor', key);
    interface Page {
      actorById: { provenance: string; sourceNote: string; initiatives: { id: string; sourceNote: string; lead: { id: string } }[] };
      surroundings: { ties: { a: { id: string }; b: { id: string }; grade: string; reasons: { nodeId: string; sourceNote: string }[] }[] };
    }
    const { data } = await app.query<Page>(
      `query($id: ID!) {
        actorById(id: $id) { provenance sourceNote initiatives(first: 50) { id sourceNote lead { id } } }
        surroundings(actorId: $id) { ties { a { id } b { id } grade reasons { nodeId sourceNote } } }
      }`,
      { id: idOf(lead) },
      { region },
    );
    expect(data.actorById).toMatchObject({ provenance: 'IMPORTED', sourceNote: H2020.note });
    const initiative = data.actorById.initiatives.find(({ id }) => id === idFrom('h2020', 'initiative', project!))!;
    expect(initiative).toMatchObject({ sourceNote: H2020.note, lead: { id: idOf(lead) } });
    for (const [, key] of members.filter(([, one]) => one !== lead)) {
      const pair = [idOf(lead), idOf(key!)].sort();
      const tie = data.surroundings.ties.find(({ a, b }) => String([a.id, b.id].sort()) === String(pair))!;
      expect(tie.grade).toBe('WORKS_TOGETHER');
      expect(tie.reasons.find(({ nodeId }) => nodeId === initiative.id)).toMatchObject({ sourceNote: H2020.note });
    }
  });

  it('goes on where it was killed', async () => {
    // The tables are repeated until they have several batches.
    const many = folderWith({
      actors: ([head, ...lines]) => [head!, ...[1, 2, 3, 4].flatMap((at) => lines.map((line) => line.replace(/^/, `${at}`)))],
      projects: ([head, ...lines]) => [head!, ...[1, 2, 3, 4].flatMap((at) => lines.map((line) => line.replace(/^/, `${at}`)))],
      participations: ([head, ...lines]) => [
        head!,
        ...[1, 2, 3, 4].flatMap((at) => lines.map((line) => line.replace(/^(.*?),(.*?),/, `${at}$1,${at}$2,`))),
      ],
    });
    await expect(load('killed', many, 7)).rejects.toThrow('killed');
    const rest = (await load('killed', many)).report;
    expect(rest.actors.known).toBeGreaterThan(0);
    expect(rest.actors.added).toBeGreaterThan(0);
    expect(rest.actors.added + rest.actors.known).toBe(1_200);
    expect(rest.projects.added + rest.projects.known).toBe(756);
    expect(rest.participations.added + rest.participations.known).toBe(2_248);
    await load('unharmed', many);
    await app.project();
    const once = await factsOf('unharmed');
    // Both names have eight letters, so that the facts are equally long.
    expect(await factsOf('killed')).toEqual(once);
    expect(once).toHaveLength(1_956);
    expect((await app.get(GraphKeeper).verify()).equal).toBe(true);
  });

  it('tells bad rows by their line, and takes the others', async () => {
    const folder = folderWith({
      actors: (lines) =>
        lines
          .with(2, lines[2]!.replace(/,(PRC|HES|REC|PUB|OTH),[^,]*,[^,]*,/, ',XXX,,,'))
          .with(5, '"open,quote')
          .concat(lines[1]!),
      projects: (lines) => lines.with(3, `${lines[3]!},surplus`),
      participations: (lines) => lines.concat('H000,A000,participant', `${lines[1]!.split(',').slice(0, 2).join(',')},observer`),
    });
    const [unknownSector, lost] = [2, 5].map((at) => readFileSync(join(fixture, 'actors.csv'), 'utf8').split('\n')[at]!.split(',')[0]!);
    const { report, problems } = await load('faulty', folder);
    const toldOf = (file: string) => problems.filter((problem) => problem.file === file && problem.left);
    expect(toldOf('actors.csv').map(({ line, refusal }) => [line, refusal.code])).toEqual([
      [3, 'SECTOR_UNKNOWN'],
      [6, 'NOT_READABLE'],
      [302, 'KEY_TWICE'],
    ]);
    expect(toldOf('projects.csv')[0]).toMatchObject({ line: 4, refusal: { code: 'COLUMNS_DIFFER' } });
    expect(toldOf('participations.csv')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ line: 565, refusal: expect.objectContaining({ code: 'ROLE_UNKNOWN' }) }),
        expect.objectContaining({ line: 564, refusal: { code: 'ACTOR_UNKNOWN', params: { key: 'A000' } } }),
      ]),
    );
    const missing = toldOf('participations.csv').flatMap(({ refusal }) =>
      refusal.code === 'ACTOR_UNKNOWN' ? [refusal.params!['key']] : [],
    );
    expect(new Set(missing)).toEqual(new Set(['A000', unknownSector, lost]));
    expect(report.actors).toEqual({ added: 298, known: 0, left: 3 });
    expect(report.projects.added + report.projects.left).toBe(189);
    expect(report.participations.added + report.participations.left).toBe(564);
  });

  it('says what changed in the tables, and keeps what it has', async () => {
    const folder = folderWith({ actors: (lines) => lines.with(1, lines[1]!.replace(/^([^,]*),/, '$1,NEW ')) });
    const before = await rows();
    const { report, problems } = await load('h2020', folder);
    expect(report.actors).toEqual({ added: 0, known: 300, left: 0 });
    expect(problems).toMatchObject([{ file: 'actors.csv', line: 2, left: false, refusal: { code: 'CHANGED' } }]);
    expect(await rows()).toBe(before);
  });

  it('begins nothing in a region that holds something else, nor without its tables', async () => {
    await expect(load('harkenrode')).rejects.toThrow('holds something else');
    await expect(load('h2020', tmpdir())).rejects.toThrow('There is no file');
    await expect(load('h2020', folderWith({ actors: (lines) => ['nothing', ...lines.slice(1)] }))).rejects.toThrow(
      'has no column actor_id',
    );
  });
});
