import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import { ChangeFeed, GraphKeeper } from '@knotenpunkt/platform/outbox';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { MatchingModule } from './matching.module';
import { MeaningKeeper } from './meaning-keeper';
import { MeaningService } from './meaning.service';
import { SampleModel } from './sample-model';
import { SentenceModelModule, SentenceModels } from './sentence-model.module';

const ADD = `mutation($input: AddEntryInput!) { addEntry(input: $input) { __typename ... on Refused { code field } } }`;
const LINE = `query($text: String!) { matchLine(text: $text, direction: NEED) { comparesMeaning suggestions { actorId } } }`;
const kept = query(
  'test.keptMeanings',
  `SELECT t.model, t.hash, t.audience, count(v.place)::int AS windows, min(v.vector[1]) AS first
   FROM matching_text t LEFT JOIN matching_vector v ON v.entry_id = t.entry_id WHERE t.entry_id = $1 GROUP BY t.entry_id`,
);
const readOrLeft = query(
  'test.meaningsLeft',
  `SELECT (SELECT count(*)::int FROM matching_vector WHERE entry_id = $1) AS vectors, (SELECT count(*)::int FROM matching_text WHERE entry_id = $1) AS texts`,
);

interface Line {
  matchLine: { comparesMeaning: boolean; suggestions: { actorId: string }[] };
}

describe('meanings of offers and needs', () => {
  const kompass = idFrom('harkenrode', 'actor', 'a040');
  const acting: Viewer = {
    ...VISITOR,
    personId: newId(),
    name: 'Test',
    mandates: [{ id: newId(), actorId: kompass, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
  };
  const model = new SampleModel('sample@1');
  let app: TestApp;
  let region: Region;
  const entry = { id: newId(), actorId: kompass, direction: 'OFFER', title: 'Zeppelinflug', text: 'Mit Glockenspiel.', audience: 'PUBLIC' };

  const sql = (text: string, values: unknown[]) => app.get(UnitOfWork).run((tx) => tx.query(text, values));
  const read = async (id: string) =>
    (await app.get(Database).readOne<{ model: string; hash: string; audience: string; windows: number; first: number }>(kept, [id]))!;
  const near = async (text: string, audience: 'PUBLIC' | 'MEMBERS' = 'PUBLIC') => {
    const [vector] = await model.vectorsOf([text]);
    const question = { regionId: region.id, audience, kind: 'OFFER', vector: [...vector!], limit: 1 };
    return (await app.get<GraphPort>(GRAPH).nearest(question)).map(({ id }) => id);
  };
  const readAndProject = async () => {
    await app.get(MeaningService).readTexts();
    await app.project();
  };
  const line = async (text: string) => (await app.query<Line>(LINE, { text }, { clientAddress: newId() })).data.matchLine;
  const changed = async () => {
    app.get(ChangeFeed).publish({ seq: 1, owners: [{ type: 'meaning', id: entry.id, regionId: region.id, audience: 'PUBLIC' }] });
    await new Promise((resolve) => setImmediate(resolve));
  };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        SentenceModelModule.with(() => Promise.resolve(model)),
        ActorsModule,
        MatchingModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    await app.project();
    region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
  });
  afterAll(() => app.close());

  it('are read once, kept, and told to the graph', async () => {
    expect((await app.get(MeaningService).state()).unread).toBeGreaterThan(100);
    await app.get(MeaningService).readTexts();
    await app.get(MeaningService).readTexts();
    expect(await app.get(MeaningService).state()).toEqual({ state: 'LOADED', name: 'sample@1', unread: 0 });
    expect(model.asked.some((text) => text.startsWith('query: Früh- und Spätbusse'))).toBe(true);
    const before = model.asked.length;
    await readAndProject();
    expect(model.asked).toHaveLength(before);
    expect(await app.get(GraphKeeper).verify()).toMatchObject({ equal: true });
  });

  it('come with a job that a change brings about', async () => {
    app.get(MeaningKeeper).start();
    await app.get(Jobs).work();
    await app.query(ADD, { input: { ...entry, themes: [], competences: [] } }, { viewer: acting });
    await app.project();
    app.get(ChangeFeed).publish({ seq: 1, owners: [{ type: 'actor', id: kompass, regionId: region.id, audience: 'PUBLIC' }] });
    for (let look = 0; look < 150 && !(await read(entry.id)); look++) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await read(entry.id)).toMatchObject({ model: 'sample@1', audience: 'PUBLIC', windows: 1 });
    await app.project();
    expect(await near('Luftschiff')).toEqual([entry.id]);
  });

  it('let a line find what shares no word with it', async () => {
    await changed();
    expect(await line('Luftschiff gesucht')).toMatchObject({ comparesMeaning: true });
    expect((await line('Luftschiff gesucht')).suggestions.map(({ actorId }) => actorId)).toContain(kompass);
  });

  it('are read anew when the text changes, and told anew when only its readers do', async () => {
    const before = await read(entry.id);
    await sql(`UPDATE entry SET text = 'Mit Glockenspiel und Hort.' WHERE id = $1`, [entry.id]);
    expect(await app.get(MeaningService).state()).toMatchObject({ unread: 1 });
    await readAndProject();
    const after = await read(entry.id);
    expect(after.hash).not.toBe(before.hash);
    expect(after.first).not.toBe(before.first);

    const asked = model.asked.length;
    await sql(`UPDATE entry SET audience = 'MEMBERS' WHERE id = $1`, [entry.id]);
    await readAndProject();
    expect(model.asked).toHaveLength(asked);
    expect(await read(entry.id)).toMatchObject({ audience: 'MEMBERS', first: after.first });
    expect(await near('Luftschiff und Hort')).not.toEqual([entry.id]);
    expect(await near('Luftschiff und Hort', 'MEMBERS')).toEqual([entry.id]);
  });

  it('go with the entry, from the tables at once and from the graph with the next job', async () => {
    await sql('DELETE FROM entry WHERE id = $1', [entry.id]);
    expect(await app.get(Database).readOne(readOrLeft, [entry.id])).toEqual({ vectors: 0, texts: 1 });
    await readAndProject();
    expect(await app.get(Database).readOne(readOrLeft, [entry.id])).toEqual({ vectors: 0, texts: 0 });
    expect(await near('Luftschiff und Hort', 'MEMBERS')).not.toEqual([entry.id]);
    expect(await app.get(GraphKeeper).verify()).toMatchObject({ equal: true });
  });

  it('are all read anew by another model', async () => {
    const [{ count }] = (await sql('SELECT count(*)::int AS count FROM matching_text', [])) as [{ count: number }];
    const later = new SampleModel('sample@2');
    const service = new MeaningService(
      (app.get(MeaningService) as unknown as { meanings: never }).meanings,
      app.get(UnitOfWork),
      app.get(Jobs),
      { appendAll: () => Promise.resolve() } as never,
      new SentenceModels(() => Promise.resolve(later)),
    );
    expect(await service.state()).toMatchObject({ name: 'sample@2', unread: count });
    expect(await service.space()).toBeNull();
    await service.readTexts();
    expect(await service.state()).toMatchObject({ name: 'sample@2', unread: 0 });
    expect(await service.space()).not.toBeNull();
  });
});
