import { AsyncLocalStorage } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Database } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import { CompiledOperations, ContextContributions, KnownDocuments } from '@knotenpunkt/platform/graphql';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { getOperationAST, parse } from 'graphql';
import { DataSource } from 'typeorm';
import { rooms } from '../app.module';
import { documentsOfClient, documentsOfLists, rootFields, variablesIn, type NamedDocument } from './documents';
import { fillImportTables } from './fill-import-tables';
import { regionOf } from './region-of';

const SIZES = [10, 100] as const;
/** Where rows of a list hang deeper in one region than in the other, loaders may need another round. An N+1 needs ninety. */
const ROUNDS = 3;
const slugOfSize = (size: number) => `region-${size}`;

interface Counted {
  statements: string[];
  graphCalls: string[];
  /** Rows in the longest list of the answer. */
  longest: number;
}

/** As it goes over the wire. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** The longest list anywhere in an answer. */
function longestIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).map(longestIn);
  return Math.max(Array.isArray(value) ? value.length : 0, ...inner, 0);
}

describe('statements a query needs', () => {
  const asking = new AsyncLocalStorage<Counted>();
  let app: TestApp;
  let documents: NamedDocument[];

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot(slugOfSize(10)), IdentityModule.forRoot(signInForTests(databaseUrl)), ...rooms],
    });
    for (const size of SIZES) {
      await app.get(RegionSeeds).setUp(regionOf(slugOfSize(size), size, systemClock.today('Europe/Berlin')));
      await fillImportTables(app.get(DataSource), slugOfSize(size), size);
    }
    await app.project();
    listen();
    documents = [...documentsOfClient(), ...documentsOfLists(app.get(GraphQLSchemaHost).schema)];
  }, 120_000);
  afterAll(() => app.close());

  /** Every statement and every question to the graph is counted for the query that is being answered. */
  function listen(): void {
    const pool = (app.get(Database) as unknown as { pool: { query(statement: unknown, ...rest: unknown[]): unknown } }).pool;
    const ask = pool.query.bind(pool);
    pool.query = (statement, ...rest) => {
      asking.getStore()?.statements.push(typeof statement === 'string' ? statement : (statement as { name: string }).name);
      return ask(statement, ...rest);
    };
    const dataSource = app.get(DataSource);
    const make = dataSource.createQueryRunner.bind(dataSource);
    dataSource.createQueryRunner = (mode) => {
      const runner = make(mode);
      const run = runner.query.bind(runner) as (text: string, parameters?: unknown[]) => Promise<unknown>;
      Object.assign(runner, {
        query: (text: string, parameters?: unknown[]) => {
          asking.getStore()?.statements.push(text.slice(0, 80));
          return run(text, parameters);
        },
      });
      return runner;
    };
    const graph = app.get<GraphPort>(GRAPH);
    for (const method of ['surroundings', 'shortestPaths', 'similar', 'commonGround', 'stream', 'seq'] as const) {
      const answer = graph[method].bind(graph) as (...given: unknown[]) => unknown;
      Object.assign(graph, {
        [method]: (...given: unknown[]) => {
          asking.getStore()?.graphCalls.push(method);
          return answer(...given);
        },
      });
    }
  }

  /** Who leads everything in the region, and coordinates it. */
  function busiest(slug: string): Viewer {
    const mandate = {
      id: newId(),
      actorId: idFrom(slug, 'actor', 'a0'),
      role: 'ADMINISTRATOR' as const,
      fromOn: '2020-01-01',
      untilOn: null,
    };
    return {
      ...VISITOR,
      personId: idFrom(slug, 'person'),
      name: 'Test',
      coordinator: true,
      platformAdministrator: true,
      mandates: [mandate],
    };
  }

  const SLUG_OF: Record<string, string> = {
    ...{ actor: 'akteur-1', actorFits: 'akteur-1', initiative: 'vorhaben-1', challenge: 'wie-geht-es-weiter-mit-1' },
    ...{ alliance: 'allianz-1', allianceWork: 'allianz-2', vacantAllianceSeats: 'allianz-1' },
    ...{ missingAtTable: 'wie-geht-es-weiter-mit-1', proposedAlliances: 'wie-geht-es-weiter-mit-1', proposedPartners: 'vorhaben-1' },
  };

  /** What of a region a query asks for that names no organisation. */
  const ID_OF: Record<string, [type: string, key: string]> = {
    networkView: ['network-view', 'n0'],
    networkRound: ['network-round', 'g0'],
    importBatch: ['import', 'b0'],
    importRows: ['import', 'b0'],
    actorMerge: ['merge', 'm0'],
  };

  function variablesFor({ name, text }: NamedDocument, slug: string): Record<string, unknown> {
    const document = parse(text);
    const today = systemClock.today('Europe/Berlin');
    const [first, second] = ['a0', 'a1'].map((key) => idFrom(slug, 'actor', key));
    const named = rootFields(document).find((field) => field in SLUG_OF);
    const kept = rootFields(document).find((field) => field in ID_OF);
    const known: Record<string, unknown> = {
      ...{ first: 100, after: null, filter: {}, search: '', text: 'Wir suchen ein Lastenrad für alle', direction: 'NEED', token: 'none' },
      ...{
        actorId: first,
        id: kept ? idFrom(slug, ...ID_OF[kept]!) : first,
        from: first,
        a: first,
        to: second,
        b: second,
        asCoordination: true,
      },
      allianceSlug: SLUG_OF['alliance'],
      ...{ slug: SLUG_OF[named ?? ''], challengeSlug: SLUG_OF['challenge'], initiativeSlug: SLUG_OF['initiative'] },
      ...{ during: null, period: { from: addDays(today, -365), until: today } },
      ...{ actorIds: [first, second], ids: [first, second], depth: 2, kinds: [], grades: [], themes: [], roles: [] },
      ...{ name: 'Akteur', website: '', withoutRegion: false, states: [] },
      ...{ said: { name: 'Akteur 1' }, fate: null, kept: null, rejected: null, firstId: first, secondId: second, keptId: null },
      ...{ predecessorId: first, successorId: second, sinceOn: null },
      ...{ sinceAfter: null, running: false, minStrength: 0, asOf: null },
      ...{ purposeId: idFrom(slug, 'initiative', 'i0'), which: 'OPEN', mine: null, page: 'IMPRINT', decided: null },
      ...{ entryId: null, older: 1, newer: 1, state: null },
      ...{ email: 'niemand@beispiel.example', textDe: 'Wer wir sind', textEn: 'Who we are' },
    };
    const wanted = variablesIn(document);
    const unknown = wanted.filter((variable) => known[variable] === undefined);
    if (unknown.length > 0) throw new Error(`${name} needs ${unknown.join(', ')}: say here what to ask with`);
    return Object.fromEntries(wanted.map((variable) => [variable, known[variable]]));
  }

  async function count(document: NamedDocument, size: number, viewer: Viewer): Promise<Counted> {
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === slugOfSize(size))!;
    const variables = variablesFor(document, region.slug);
    const ask = () => app.query(document.text, variables, { viewer, region });
    // The first times fill what is kept: snapshots, matchers, neighbourhoods.
    await ask();
    await ask();
    const counted: Counted = { statements: [], graphCalls: [], longest: 0 };
    const { data, errors } = await asking.run(counted, ask);
    if (errors?.some(({ extensions }) => !['UNAUTHENTICATED', 'FORBIDDEN', 'TOO_MANY_REQUESTS'].includes(String(extensions['code']))))
      throw new Error(`${document.name}: ${errors.map(({ message }) => message).join(' ')}`);
    return { ...counted, longest: longestIn(data) };
  }

  const tallied = (names: readonly string[]) =>
    Object.entries(Object.groupBy(names, (name) => name))
      .map(([name, all]) => `${all!.length} × ${name}`)
      .sort();

  it.each(['visitor', 'busiest'] as const)(
    'are as many for a hundred rows as for ten, asked by the %s',
    async (who) => {
      const dearer: string[] = [];
      const grown = new Set<string>();
      for (const document of documents) {
        const viewerIn = (size: number) => (who === 'visitor' ? VISITOR : busiest(slugOfSize(size)));
        const few = await count(document, 10, viewerIn(10));
        const many = await count(document, 100, viewerIn(100));
        if (many.statements.length > few.statements.length + ROUNDS)
          dearer.push(`${document.name}: ${few.statements.length} → ${many.statements.length}: ${tallied(many.statements).join(', ')}`);
        if (many.graphCalls.length > few.graphCalls.length + 1)
          dearer.push(
            `${document.name}: graph ${few.graphCalls.length} → ${many.graphCalls.length}: ${tallied(many.graphCalls).join(', ')}`,
          );
        if (many.longest > few.longest) grown.add(document.name);
      }
      expect(dearer).toEqual([]);
      // Lists that are as long in both regions would prove nothing.
      const lists = [
        'ActorDirectory',
        'Initiatives',
        'Challenges',
        'Alliances',
        'Commitments',
        'Steckbrief',
        'AllianceWork',
        'Initiative',
        'NetworkViews',
        'NetworkRounds',
        'NetworkRoundOpened',
        ...(who === 'busiest'
          ? [
              'Alliance',
              'AgedActors',
              'OutsidePromises',
              'Threads',
              'ThreadsNaming',
              'NetworkNotes',
              'ImportBatches',
              'ImportRows',
              'CompetenceWords',
            ]
          : []),
      ];
      expect(lists.filter((name) => !grown.has(name))).toEqual([]);
      expect(grown.size).toBeGreaterThan(20);
    },
    120_000,
  );

  it.each(['visitor', 'busiest'] as const)('are answered alike by compiled operations and interpreted ones, to the %s', async (who) => {
    const { schema } = app.get(GraphQLSchemaHost);
    const texts = Object.fromEntries(documentsOfClient().map(({ name, text }) => [name, text]));
    const { executor } = await new CompiledOperations(new KnownDocuments(texts, false)).load();
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === slugOfSize(10))!;
    const viewer = who === 'visitor' ? VISITOR : busiest(region.slug);
    const different: string[] = [];
    // What the process uses at the moment is different each time.
    for (const document of documentsOfClient().filter(({ name }) => name !== 'SystemState')) {
      const variables = variablesFor(document, region.slug);
      const context = { ...(await app.get(ContextContributions).create({ headers: {}, clientAddress: '127.0.0.1' })), viewer, region };
      const { data, errors } = await app.query(document.text, variables, { viewer, region });
      const parsed = parse(document.text);
      const compiled = await executor({
        schema,
        document: parsed,
        operation: getOperationAST(parsed),
        source: document.text,
        request: { variables },
        context,
      } as never);
      const told = (all: typeof errors) => (all ?? []).map(({ message, path }) => [message, path]);
      if (!isDeepStrictEqual(plain([data, told(errors)]), plain([compiled.data, told(compiled.errors as typeof errors)])))
        different.push(document.name);
    }
    expect(different).toEqual([]);
  });
});
