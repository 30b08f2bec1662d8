import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { writeWorkbook } from '@knotenpunkt/platform/files';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { DataSource } from 'typeorm';
import { ActorDirectoryService, type ActorFilter } from './actor-directory.service';
import { loadVocabularies } from './actor-rows';
import { csvPieces, TAKEN_COLUMNS, workbookOf } from './actor-table';
import { ActorsModule } from './actors.module';

const haulier = idFrom('harkenrode', 'actor', 'a025');
const member: Viewer = {
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId: haulier, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
};

const LISTS = ['kinds', 'themes', 'sectors', 'sizes', 'places', 'directions'] as const;
type Counts = Record<(typeof LISTS)[number], { id: string; count: number }[]> & { total: number; misspelt: boolean };
const FACETS = `query($filter: ActorFilterInput) { actorFacets(filter: $filter) { total misspelt ${LISTS.map((list) => `${list} { id count }`).join(' ')} } }`;
const PAGE = `query($filter: ActorFilterInput) { actors(filter: $filter, first: 100) { edges { node { name kind themes sector size city district } } } }`;

interface Shown {
  name: string;
  kind: string;
  themes: string[];
  sector: string | null;
  size: string | null;
  city: string;
  district: string;
}

describe('the directory', () => {
  let app: TestApp;
  const find = async (filter: object, viewer: Viewer = VISITOR) =>
    (await app.query<{ actors: { edges: { node: Shown }[] } }>(PAGE, { filter }, { viewer })).data.actors.edges.map(({ node }) => node);
  const names = async (search: string, viewer?: Viewer) => (await find({ search }, viewer)).map(({ name }) => name);
  const count = async (filter: object, viewer: Viewer = VISITOR) =>
    (await app.query<{ actorFacets: Counts }>(FACETS, { filter }, { viewer })).data.actorFacets;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ActorsModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('finds a name whatever its legal form and spelling, and words in every form', async () => {
    for (const search of ['Gießerei Nordkamp', 'giesserei nordkamp AG', 'Giesserei Nordkamp GmbH & Co. KG', 'Nordkamp Gießereien'])
      expect(await names(search)).toContain('Gießerei Nordkamp GmbH');
    expect(await names('Wohlfahrtsverbände')).toContain('Wohlfahrtsverband Unterland');
    expect(await names('Backwaren')).toContain('Bäckerei Kornglück');
  });

  it('reads a misspelt word as the one that is most alike, and says so', async () => {
    for (const [search, name] of [
      ['Speditoin', 'Spedition Hellwald'],
      ['Dachdekcer', 'Dachdeckerbetrieb Steilberg'],
      ['Klinkum Westpark', 'Klinikum Westpark'],
      ['Hellwlad', 'Spedition Hellwald'],
    ] as const) {
      expect([search, await names(search)]).toEqual([search, expect.arrayContaining([name])]);
      expect(await count({ search })).toMatchObject({ misspelt: true });
    }
    expect(await count({ search: 'Spedition' })).toMatchObject({ misspelt: false });
    expect(await count({ search: 'Quastenflosser' })).toMatchObject({ misspelt: false, total: 0 });
    // Both words are there, only not together under this filter: nothing is misspelt.
    expect(await count({ search: 'Spedition', kinds: ['MEDIA'] })).toMatchObject({ misspelt: false, total: 0 });
  });

  it('does not learn words from entries the reader may not see', async () => {
    // Seeded for members only: Metallbau Drahtmühle asks for help with the "Pflegekasse" of one of its people.
    for (const search of ['Pflegekasse', 'Pflegekasze', 'Pflgekasse']) {
      expect(await names(search, member)).toContain('Metallbau Drahtmühle');
      expect(await names(search)).not.toContain('Metallbau Drahtmühle');
    }
  });

  it('counts nothing for visitors that only members may see', async () => {
    // Seeded for members only: the one need of a030, and the only entry of a035 about family and care.
    const [association, metalworks] = ['a030', 'a035'].map((key) => idFrom('harkenrode', 'actor', key));
    const byNeed = { ids: [association], direction: 'NEED' };
    const byCompetence = { ids: [metalworks], competences: ['pflege-vereinbarkeit'] };
    for (const filter of [byNeed, byCompetence]) {
      expect(await count(filter, member)).toMatchObject({ total: 1, kinds: [{ count: 1 }] });
      const told = await count(filter);
      expect(told).toMatchObject({ total: 0, kinds: [], themes: [], sectors: [], sizes: [], places: [] });
      expect(await find(filter)).toEqual([]);
    }
    expect((await count({ ids: [association] }, member)).directions.map(({ id }) => id)).toContain('NEED');
    expect((await count({ ids: [association] })).directions.map(({ id }) => id)).not.toContain('NEED');
  });

  it('counts each filter as if it were not set, under all the others', async () => {
    const filters: Record<string, unknown>[] = [
      {},
      { kinds: ['COMPANY'] },
      { kinds: ['COMPANY', 'EDUCATION'], sizes: ['MEDIUM'] },
      { sectors: ['Q'], direction: 'NEED' },
      { themes: ['pflege'], places: ['Westpark'], sizes: ['MEDIUM', 'SMALL'] },
      { search: 'Pflege', kinds: ['COMPANY'], direction: 'OFFER' },
    ];
    const ways = { kinds: 'kinds', themes: 'themes', sectors: 'sectors', sizes: 'sizes', places: 'places' } as const;
    for (const filter of filters) {
      const counts = await count(filter);
      expect(counts.total).toBe((await find(filter)).length);
      for (const [list, field] of Object.entries(ways) as [keyof typeof ways, string][])
        for (const { id, count: told } of counts[list]) {
          const alone = await find({ ...filter, [field]: [id] });
          expect([filter, list, id, told]).toEqual([filter, list, id, alone.length]);
        }
      for (const { id, count: told } of counts.directions) expect(told).toBe((await find({ ...filter, direction: id })).length);
    }
  });

  it('shows on a map whom it found, as far as a place is known', async () => {
    const { data } = await app.query<{ actorPlaces: { name: string }[] }>(
      'query($filter: ActorFilterInput) { actorPlaces(filter: $filter) { name lon lat } }',
      { filter: { search: 'Speditoin' } },
    );
    expect(data.actorPlaces.map(({ name }) => name)).toContain('Spedition Hellwald');
  });

  it('gives what it found along as CSV and as workbook, with what the reader may see and nothing that counts as a formula', async () => {
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    const words = {
      language: 'de' as const,
      known: await loadVocabularies(),
      addressOf: (slug: string) => `https://example.org/akteure/${slug}`,
    };
    const taken = (filter: ActorFilter, viewer: Viewer) => app.get(ActorDirectoryService).taken(viewer, region, filter);
    const csv = async (filter: ActorFilter, viewer: Viewer = VISITOR) => {
      const written = await text(Readable.from(csvPieces(await taken(filter, viewer), words)));
      expect(written.startsWith('\ufeff')).toBe(true);
      return parse(written, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[];
    };
    await app
      .get(DataSource)
      .query(`UPDATE actor SET summary = '=HYPERLINK("http://elsewhere.example")' WHERE slug = 'baeckerei-kornglueck'`);
    const all = await csv({});
    expect(all).toHaveLength((await count({})).total);
    const bakery = all.find(({ Name }) => Name === 'Bäckerei Kornglück')!;
    expect(bakery).toMatchObject({
      Art: 'Unternehmen',
      'In einer Zeile': `'=HYPERLINK("http://elsewhere.example")`,
      Stadtteil: 'Innenstadt',
      'WZ 2008': '10.71',
      Steckbrief: 'https://example.org/akteure/baeckerei-kornglueck',
    });
    expect(Object.keys(bakery)).toHaveLength(TAKEN_COLUMNS.length);
    const secret = (rows: Record<string, string>[]) => rows.find(({ Name }) => Name === 'Metallbau Drahtmühle')!['Sucht'];
    expect(secret(all)).not.toContain('Mutter');
    expect(secret(await csv({}, member))).toContain('Mutter');
    expect(await csv({ search: 'Speditoin' })).toMatchObject([expect.objectContaining({ Name: 'Spedition Hellwald' })]);
    const sheet = await readSheet(await buffer(writeWorkbook(workbookOf(await taken({ kinds: ['COMPANY'] }, VISITOR), words))));
    expect(sheet).toHaveLength(1 + (await count({ kinds: ['COMPANY'] })).total);
    expect(sheet[0]).toContain('Handlungsfelder');
  });
});
