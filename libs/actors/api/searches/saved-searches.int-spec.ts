import { listedFromRegister } from '@knotenpunkt/actors/domain';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { newId, type Id } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorListing } from '../actor-listing';
import { ActorsModule } from '../actors.module';
import { SearchWatchService } from './search-watch.service';

const SAVE = `mutation($input: SaveSearchInput!) { saveSearch(input: $input) { __typename ... on SavedSearch { id address } ... on Refused { code } } }`;
const MINE = '{ savedSearches { id name address mail newCount newFinds { name } version } }';
const FIRST_MAILS = 1_000;

interface Mine {
  id: Id;
  name: string;
  address: string;
  mail: boolean;
  newCount: number;
  newFinds: { name: string }[];
  version: number;
}

describe('saved searches', () => {
  let app: TestApp;
  let region: Region;
  let gesa: Viewer;
  let marek: Viewer;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ActorsModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).choose('harkenrode'))!;
    const person = async (name: string): Promise<Viewer> => {
      const found = query('test.person', 'SELECT id FROM auth."user" WHERE email = $1');
      const row = await app.get(Database).readOne<{ id: Id }>(found, [`${name}@harkenrode.example`]);
      return { ...VISITOR, personId: row!.id, name };
    };
    [gesa, marek] = [await person('gesa.wittkop'), await person('marek.dudzik')];
  });
  afterAll(() => app.close());

  const ask = async <Data>(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await app.query<Data>(source, variables, { viewer });
    expect(errors).toBeUndefined();
    return data;
  };
  const save = async (viewer: Viewer, name: string, address: string, { mail = true, id = newId() } = {}) =>
    (
      await ask<{ saveSearch: { __typename: string; code?: string; address?: string } }>(viewer, SAVE, {
        input: { id, name, address, mail },
      })
    ).saveSearch;
  const mine = async (viewer: Viewer) => (await ask<{ savedSearches: Mine[] }>(viewer, MINE)).savedSearches;
  const comes = async (...names: string[]) => {
    const told = names.map((name) =>
      listedFromRegister({
        ...{ id: newId(), name, shortName: '', kind: 'COMPANY' as const, city: 'Seewinkel', postalCode: '', lon: null, lat: null },
        sourceNote: 'Liste',
      }),
    );
    await app.get(UnitOfWork).run((tx) => app.get(ActorListing).load(tx, region, told));
    return told.map(({ id }) => id);
  };
  const archive = (id: Id, archived: boolean) =>
    app.get(UnitOfWork).run((tx) => tx.query('UPDATE actor SET archived = $2 WHERE id = $1', [id, archived]));
  const mails = async (to: string) =>
    (
      await app
        .get(Database)
        .read<{ subject: string; body: string }>(
          query('test.mails', 'SELECT subject, body FROM outgoing_mail WHERE recipient = $1 ORDER BY id LIMIT $2'),
          [`${to}@harkenrode.example`, FIRST_MAILS],
        )
    ).map(({ subject, body }) => ({ subject, body }));
  const aDayLater = () => app.get(SearchWatchService).lookAfter(region);

  it('are kept as the directory reads them, for their person alone', async () => {
    const id = newId();
    expect(await save(gesa, ' Am See ', 'ort=Seewinkel&ansicht=karte&unfug=1', { id })).toMatchObject({ address: 'ort=Seewinkel' });
    // Sent twice, it is the same search.
    await save(gesa, 'Am See', 'ort=Seewinkel', { id });
    expect(await mine(gesa)).toMatchObject([{ name: 'Am See', address: 'ort=Seewinkel', mail: true, newCount: 0 }]);
    expect(await mine(marek)).toEqual([]);
    expect(await save(marek, 'Fremde', 'ort=Seewinkel', { id })).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await save(gesa, 'Alles', 'ansicht=karte')).toMatchObject({ code: 'NOTHING_SEARCHED' });
    expect(await save(gesa, '', 'ort=Seewinkel')).toMatchObject({ code: 'TEXT_MISSING' });
  });

  it('tell what is new once, with number and first names, in one mail for all of them', async () => {
    await save(gesa, 'Werften', 'suche=Werft', { mail: true });
    await save(gesa, 'Still', 'suche=Bootsbau', { mail: false });
    await aDayLater();
    expect(await mails('gesa.wittkop')).toEqual([]);
    await comes('Seewerft Alpha', 'Bootsbau Beta', 'Kahn Gamma', 'Kahn Delta', 'Kahn Epsilon', 'Kahn Zeta');
    await aDayLater();
    await aDayLater();
    const told = await mails('gesa.wittkop');
    expect(told).toHaveLength(1);
    expect(told[0]!.subject).toBe('Harkenrode (Beispiel): 7 neue Treffer zu Ihren Suchen');
    expect(told[0]!.body).toContain('Am See: 6 neue Treffer');
    expect(told[0]!.body.match(/•/g)).toHaveLength(6);
    expect(told[0]!.body).toContain('und 1 mehr');
    expect(told[0]!.body).toContain('Werften: 1 neuer Treffer\n• Seewerft Alpha\n');
    expect(told[0]!.body).not.toContain('Still:');
    expect(told[0]!.body).toContain('/r/harkenrode/akteure?suche=Werft');
    expect((await mine(gesa)).map(({ name, newCount, newFinds }) => [name, newCount, newFinds.length])).toEqual([
      ['Am See', 6, 5],
      ['Werften', 1, 1],
      ['Still', 1, 1],
    ]);
  });

  it('are no news any more once the person has looked, and never again', async () => {
    const [atSea] = await mine(gesa);
    await ask(marek, 'mutation($id: ID!) { lookAtSavedSearch(id: $id) }', { id: atSea!.id });
    expect((await mine(gesa))[0]!.newCount).toBe(6);
    await ask(gesa, 'mutation($id: ID!) { lookAtSavedSearch(id: $id) }', { id: atSea!.id });
    expect((await mine(gesa))[0]!.newCount).toBe(0);
    const [late] = await comes('Kahn Eta');
    await aDayLater();
    expect((await mine(gesa))[0]).toMatchObject({ newCount: 1, newFinds: [{ name: 'Kahn Eta' }] });
    // Who goes and comes again is counted while there, and told no second time.
    await archive(late!, true);
    await aDayLater();
    expect((await mine(gesa))[0]!.newCount).toBe(0);
    await archive(late!, false);
    await aDayLater();
    expect((await mine(gesa))[0]!.newCount).toBe(0);
    expect(await mails('gesa.wittkop')).toHaveLength(2);
  });

  it('find nothing that the person may not see, and nothing that was perhaps meant', async () => {
    // Seeded for members only: Metallbau Drahtmühle asks for help with the "Pflegekasse" of one of its people.
    const outsider = { ...marek, mandates: [] };
    await save(outsider, 'Kasse', 'suche=Pflegekasse', { mail: false });
    await save(outsider, 'Verschrieben', 'suche=Speditoin', { mail: false });
    await app
      .get(UnitOfWork)
      .run((tx) => tx.query(`UPDATE mandate SET from_on = '2019-01-01', until_on = '2020-01-01' WHERE person_id = $1`, [marek.personId]));
    await aDayLater();
    expect((await mine(marek)).map(({ newCount }) => newCount)).toEqual([0, 0]);
  });

  it('get another name, are told without mail, and are forgotten whole', async () => {
    const change = async (viewer: Viewer, mutation: string, type: string, input: object) =>
      Object.values(
        await ask<Record<string, { __typename: string; code?: string; name?: string; version?: number; mail?: boolean }>>(
          viewer,
          `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename ... on SavedSearch { name mail version } ... on Refused { code } } }`,
          { input },
        ),
      )[0]!;
    const [{ id, version }] = (await mine(gesa)) as [Mine];
    const renamed = { id, expectedVersion: version, name: ' Rund um den See ' };
    expect(await change(marek, 'renameSavedSearch', 'RenameSavedSearchInput', renamed)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await change(gesa, 'renameSavedSearch', 'RenameSavedSearchInput', renamed)).toMatchObject({
      name: 'Rund um den See',
      version: 2,
    });
    expect(await change(gesa, 'renameSavedSearch', 'RenameSavedSearchInput', renamed)).toMatchObject({ __typename: 'StaleVersion' });
    const silent = { id, expectedVersion: 2, wanted: false };
    expect(await change(gesa, 'setSavedSearchMail', 'SetSavedSearchMailInput', silent)).toMatchObject({ mail: false });
    await comes('Kahn Theta');
    await aDayLater();
    expect((await mine(gesa))[0]).toMatchObject({ name: 'Rund um den See', newCount: 1 });
    expect(await mails('gesa.wittkop')).toHaveLength(2);
    await ask(marek, 'mutation($id: ID!) { removeSavedSearch(id: $id) }', { id });
    expect(await mine(gesa)).toHaveLength(3);
    await ask(gesa, 'mutation($id: ID!) { removeSavedSearch(id: $id) }', { id });
    expect((await mine(gesa)).map(({ name }) => name)).toEqual(['Werften', 'Still']);
  });

  it('are twenty at most, even when sent at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, (_, at) => save(gesa, `Nr. ${at}`, `suche=Nummer${at}`)));
    expect(answers.filter(({ code }) => code === 'TOO_MANY_SEARCHES')).toHaveLength(6);
    expect(await mine(gesa)).toHaveLength(20);
  });
});
