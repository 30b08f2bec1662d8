import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { ActorsModule } from './actors.module';

const idOf = (key: string) => idFrom('harkenrode', 'actor', key);
const [foundry, council] = [idOf('a028'), idOf('betriebsrat-nordkamp')];
const [clinic, clinicCouncil] = [idOf('a026'), idOf('betriebsrat-westpark')];
const [staffCouncil, union] = [idOf('personalrat-stadt'), idOf('a001')];

function actingFor(actorId: string, role: MandateRole = 'EDITOR'): Viewer {
  return { ...VISITOR, personId: newId(), name: 'Test', mandates: [{ id: newId(), actorId, role, fromOn: '2020-01-01', untilOn: null }] };
}

const SHOWN = `query($id: ID!) { actorById(id: $id) { slug name summary city version employerId employer { id name } councils { id }
  availableActions proposable completeness { percent } hiddenContactCount contacts { name } needs { title } } }`;
/** The same by the address, which reads ahead what hangs on an actor. */
const PAGE = `query($slug: String!) { actor(slug: $slug) { employer { id name } councils { id name } parts { id } offers { id } contacts { id } memberOf { sinceOn } } }`;
const UPDATE = `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) {
  __typename ... on Actor { version employer { id } } ... on Refused { code field } ... on StaleVersion { current } } }`;
const RESTORE = `mutation($input: RestoreProfileVersionInput!) { restoreProfileVersion(input: $input) { __typename ... on Actor { employer { id } } ... on Refused { code } } }`;
const COMPARED = `query($actorId: ID!, $older: Int!, $newer: Int!) { comparedVersions(actorId: $actorId, older: $older, newer: $newer) { field before after } }`;
const VERSIONS = `query($actorId: ID!) { keptVersions(actorId: $actorId, first: 5) { edges { node { version } } } }`;

interface Shown {
  slug: string;
  name: string;
  summary: string;
  city: string;
  version: number;
  employerId: string | null;
  employer: { id: string; name: string } | null;
  councils: { id: string }[];
  availableActions: string[];
  proposable: boolean | null;
  completeness: unknown;
  hiddenContactCount: number;
  contacts: { name: string }[];
  needs: { title: string }[];
}

describe('works and staff councils beside their employer', () => {
  let app: TestApp;
  const shown = async (id: string, viewer: Viewer = VISITOR) =>
    (await app.query<{ actorById: Shown }>(SHOWN, { id }, { viewer })).data.actorById;
  const write = async (id: string, change: object, viewer = actingFor(id)) => {
    const { name, summary, city, version } = await shown(id);
    const input = { actorId: id, expectedVersion: version, name, summary, city, ...change };
    return (await app.query<{ updateProfile: unknown }>(UPDATE, { input }, { viewer })).data.updateProfile;
  };
  const sql = (statement: string, ...values: unknown[]) => app.get(UnitOfWork).run((tx) => tx.query(statement, values));

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ActorsModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('stand beside each other on both Steckbriefe and in the directory', async () => {
    expect(await shown(council)).toMatchObject({ employer: { id: foundry, name: 'Gießerei Nordkamp GmbH' }, councils: [] });
    expect(await shown(foundry)).toMatchObject({ employer: null, councils: [{ id: council }] });
    const page = async (id: string) =>
      (await app.query<{ actor: Pick<Shown, 'employer' | 'councils'> }>(PAGE, { slug: (await shown(id)).slug })).data.actor;
    expect(await page(council)).toMatchObject({ employer: { id: foundry }, councils: [], parts: [] });
    expect(await page(foundry)).toMatchObject({ employer: null, councils: [{ id: council }], parts: [] });
    const { data } = await app.query<{ actors: { edges: { node: { name: string; employer: unknown } }[] } }>(
      '{ actors(filter: { search: "Betriebsrat Westpark" }, first: 1) { edges { node { name employer { name } } } } }',
    );
    expect(data.actors.edges[0]!.node).toEqual({ name: 'Betriebsrat des Klinikums Westpark', employer: { name: 'Klinikum Westpark' } });
  });

  it('say it themselves, and it is kept in their history and can be gone back to', async () => {
    const before = (await shown(staffCouncil)).version;
    expect(await write(staffCouncil, { employerId: clinic })).toMatchObject({ __typename: 'Actor', employer: { id: clinic } });
    expect((await shown(clinic)).councils).toEqual([{ id: clinicCouncil }, { id: staffCouncil }]);
    expect(await write(staffCouncil, {})).toMatchObject({ __typename: 'Actor', employer: null });
    const viewer = actingFor(staffCouncil);
    const asked = { actorId: staffCouncil, older: before, newer: before + 1 };
    const { data } = await app.query<{ comparedVersions: object[] }>(COMPARED, asked, { viewer });
    expect(data.comparedVersions).toContainEqual({ field: 'employer', before: [], after: ['Klinikum Westpark'] });
    const input = { actorId: staffCouncil, version: before + 1, expectedVersion: before + 2 };
    const restored = await app.query<{ restoreProfileVersion: unknown }>(RESTORE, { input }, { viewer });
    expect(restored.data.restoreProfileVersion).toEqual({ __typename: 'Actor', employer: { id: clinic } });
    await write(staffCouncil, {});
  });

  it('name nobody who cannot be their employer', async () => {
    const refused = (code: string) => ({ __typename: 'Refused', code, field: 'employerId' });
    expect(await write(foundry, { employerId: clinic })).toEqual(refused('NO_COUNCIL'));
    expect(await write(staffCouncil, { employerId: staffCouncil })).toEqual(refused('EMPLOYER_ITSELF'));
    expect(await write(staffCouncil, { employerId: council })).toEqual(refused('EMPLOYER_IS_COUNCIL'));
    expect(await write(staffCouncil, { employerId: newId() })).toEqual(refused('EMPLOYER_UNKNOWN'));
    const [elsewhere] = (await sql(
      'SELECT id FROM actor WHERE region_id <> (SELECT region_id FROM actor WHERE id = $1) LIMIT 1',
      union,
    )) as [{ id: string }];
    expect(await write(staffCouncil, { employerId: elsewhere.id })).toEqual(refused('EMPLOYER_UNKNOWN'));
    // A union has a works council; then it is none.
    expect(await write(staffCouncil, { employerId: union })).toMatchObject({ employer: { id: union } });
    expect(await write(union, { employerId: clinic })).toEqual(refused('HAS_COUNCIL'));
    await write(staffCouncil, {});
  });

  it('keep what they said while the employer is out of the directory, without showing it', async () => {
    await sql('UPDATE actor SET archived = true WHERE id = $1', clinic);
    expect(await shown(clinicCouncil)).toMatchObject({ employerId: clinic, employer: null });
    expect(await write(clinicCouncil, { employerId: clinic, summary: 'Neu.' })).toMatchObject({ __typename: 'Actor', employer: null });
    expect(await write(staffCouncil, { employerId: clinic })).toMatchObject({ code: 'EMPLOYER_UNKNOWN' });
    await sql('UPDATE actor SET archived = false WHERE id = $1', clinic);
    expect(await shown(clinicCouncil)).toMatchObject({ employer: { id: clinic } });
    await sql('UPDATE actor SET archived = true WHERE id = $1', clinicCouncil);
    expect((await shown(clinic)).councils).toEqual([]);
    await sql('UPDATE actor SET archived = false WHERE id = $1', clinicCouncil);
  });

  it('have no right over the employer, nor has it one over them, whatever mandate somebody has', async () => {
    for (const [own, other] of [
      [foundry, council],
      [council, foundry],
    ] as const) {
      const contact = { id: newId(), name: 'Vertraulich', email: 'v@beispiel.example', visibility: 'HIDDEN' };
      const { employerId } = await shown(other);
      expect(await write(other, { employerId, contacts: [contact] })).toMatchObject({ __typename: 'Actor' });
      for (const role of ['ADMINISTRATOR', 'SUBSTITUTE', 'DELEGATE', 'EDITOR'] as const) {
        const viewer = actingFor(own, role);
        expect((await shown(own, viewer)).availableActions).toContain('updateProfile');
        const closed = { availableActions: [], proposable: null, completeness: null, contacts: [], hiddenContactCount: 1 };
        expect(await shown(other, viewer)).toMatchObject(closed);
        expect(await write(other, { employerId, summary: 'Fremd.' }, viewer)).toMatchObject({ code: 'NOT_PERMITTED' });
        const { data } = await app.query<{ keptVersions: unknown }>(VERSIONS, { actorId: other }, { viewer });
        expect(data.keptVersions).toEqual({ edges: [] });
      }
      expect((await shown(other, actingFor(other))).contacts).toEqual([{ name: 'Vertraulich' }]);
    }
  });

  it('are no tie of the network', async () => {
    await app.project();
    const facts = query('test.facts', `SELECT facts FROM graph_fact WHERE owner_type = 'actor' AND owner_id = $1`);
    for (const [one, other] of [
      [council, foundry],
      [foundry, council],
    ] as const) {
      const told = (await app.get(Database).readOne<{ facts: Facts }>(facts, [one]))!.facts;
      expect(told.edges.filter(({ from, to }) => from === other || to === other)).toEqual([]);
    }
  });
});
