import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { ActorsModule } from './actors.module';

const haulier = idFrom('harkenrode', 'actor', 'a025');
const union = idFrom('harkenrode', 'actor', 'a001');

function actingFor(actorId: string, role: 'ADMINISTRATOR' | 'EDITOR' = 'ADMINISTRATOR'): Viewer {
  return { ...VISITOR, personId: newId(), name: 'Test', mandates: [{ id: newId(), actorId, role, fromOn: '2020-01-01', untilOn: null }] };
}

const PROFILE = `query($id: ID!) { actorById(id: $id) {
  id slug name summary city version availableActions contacts { name } hiddenContactCount
  offers { id version } needs { id title } memberOf { certainty actor { slug } } declaredTies { confirmed declaredHere actor { name } }
} }`;
const UPDATE = `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) {
  __typename ... on Actor { version slug confirmedOn descriptionHtml } ... on Refused { code field } ... on StaleVersion { current } } }`;
const DECLARE = `mutation($input: DeclareTieInput!) { declareTie(input: $input) { __typename ... on TieDeclared { confirmed } ... on Refused { code } } }`;

interface Shown {
  slug: string;
  name: string;
  summary: string;
  city: string;
  version: number;
  availableActions: string[];
  contacts: { name: string }[];
  hiddenContactCount: number;
  offers: { id: string; version: number }[];
}

describe('actors', () => {
  let app: TestApp;
  const shown = async (id: string, viewer: Viewer = VISITOR) =>
    (await app.query<{ actorById: Shown }>(PROFILE, { id }, { viewer })).data.actorById;
  const profileOf = ({ name, summary, city }: Shown) => ({ name, summary, city });
  const factsOf = async (id: string) =>
    (await app
      .get(Database)
      .readOne<{ facts: Facts }>(query('test.facts', `SELECT facts FROM graph_fact WHERE owner_type = 'actor' AND owner_id = $1`), [id]))!
      .facts;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ActorsModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('finds actors whatever the spelling of umlauts, names that begin so first, and pages through all', async () => {
    const PAGE = `query($filter: ActorFilterInput, $first: Int, $after: String) { actors(filter: $filter, first: $first, after: $after) {
      edges { node { name needCount } } pageInfo { hasNextPage endCursor } } }`;
    interface Answer {
      actors: { edges: { node: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }
    const names = async (search: string) =>
      (await app.query<Answer>(PAGE, { filter: { search } })).data.actors.edges.map((edge) => edge.node.name);
    expect((await names('SPEDITION hell'))[0]).toContain('Hellwald');
    expect(await names('giesserei')).toEqual(await names('Gießerei'));
    expect((await names('Gießerei')).length).toBeGreaterThan(0);
    expect(await names('Quastenflosser')).toEqual([]);
    const all: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer: { data: Answer } = await app.query<Answer>(PAGE, { first: 25, after });
      all.push(...answer.data.actors.edges.map((edge) => edge.node.name));
      more = answer.data.actors.pageInfo.hasNextPage;
      after = answer.data.actors.pageInfo.endCursor;
    }
    expect(new Set(all).size).toBe(all.length);
    const { data } = await app.query<{ actorFacets: { total: number; kinds: { count: number }[] } }>(
      '{ actorFacets { total kinds { id count } themes { id count } } }',
    );
    expect(data.actorFacets.total).toBe(all.length);
    expect(data.actorFacets.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  });

  it('shows contacts only to those they are meant for', async () => {
    const visitor = await shown(union);
    const member = await shown(union, actingFor(haulier));
    const own = await shown(union, actingFor(union, 'EDITOR'));
    expect([visitor.contacts.length, member.contacts.length, own.contacts.length]).toEqual([0, 1, 2]);
    expect([visitor.hiddenContactCount, member.hiddenContactCount, own.hiddenContactCount]).toEqual([2, 1, 0]);
    expect(visitor.availableActions).toEqual([]);
  });

  it('changes a profile under the version rule and keeps the old address', async () => {
    const before = await shown(haulier);
    const input = {
      ...profileOf(before),
      actorId: haulier,
      description: 'Neu. <script>alert(1)</script>',
      name: 'Hellwald Logistik',
      expectedVersion: before.version,
    };
    const foreign = await app.query<{ updateProfile: unknown }>(UPDATE, { input }, { viewer: actingFor(union) });
    expect(foreign.data.updateProfile).toMatchObject({ __typename: 'Refused', code: 'NOT_PERMITTED' });
    const done = await app.query<{ updateProfile: { slug: string; descriptionHtml: string } }>(
      UPDATE,
      { input },
      { viewer: actingFor(haulier, 'EDITOR') },
    );
    expect(done.data.updateProfile).toMatchObject({ __typename: 'Actor', version: before.version + 1, slug: 'hellwald-logistik' });
    expect(done.data.updateProfile.descriptionHtml).not.toContain('<script');
    const stale = await app.query<{ updateProfile: unknown }>(
      UPDATE,
      { input: { ...input, name: 'Zu spät' } },
      { viewer: actingFor(haulier) },
    );
    expect(stale.data.updateProfile).toEqual({ __typename: 'StaleVersion', current: before.version + 1 });
    expect((await shown(haulier)).name).toBe('Hellwald Logistik');
    const old = await app.query<{ actor: { slug: string } }>('query($slug: String!) { actor(slug: $slug) { slug } }', {
      slug: before.slug,
    });
    expect(old.data.actor.slug).toBe('hellwald-logistik');
  });

  it('writes nothing when a contact is taken from somebody else', async () => {
    const viewer = actingFor(haulier);
    const before = await shown(haulier, viewer);
    const input = {
      ...profileOf(before),
      summary: 'Darf nicht bleiben',
      actorId: haulier,
      expectedVersion: before.version,
      contacts: [{ id: idFrom('harkenrode', 'contact', 'a001', '0'), name: 'Fremd' }],
    };
    const answer = await app.query<{ updateProfile: unknown }>(UPDATE, { input }, { viewer });
    expect(answer.data.updateProfile).toMatchObject({ __typename: 'Refused', code: 'ID_INVALID' });
    expect(await shown(haulier, viewer)).toEqual(before);
  });

  it('adds a need once, confirms it and takes it back', async () => {
    const viewer = actingFor(haulier, 'EDITOR');
    const id = newId();
    const ADD = `mutation($input: AddEntryInput!) { addEntry(input: $input) { __typename ... on ActorEntry { version availableActions } ... on Refused { code field } } }`;
    const add = (as: Viewer, change: object = {}) =>
      app.query<{ addEntry: unknown }>(
        ADD,
        { input: { id, actorId: haulier, direction: 'NEED', title: 'Frühbus', ...change } },
        { viewer: as },
      );
    expect((await add(actingFor(union))).data.addEntry).toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await add(viewer, { untilOn: '2001-01-01' })).data.addEntry).toMatchObject({ code: 'DATE_PAST', field: 'untilOn' });
    expect((await add(viewer)).data.addEntry).toMatchObject({ __typename: 'ActorEntry', version: 1 });
    expect((await add(viewer)).data.addEntry).toMatchObject({ __typename: 'ActorEntry', version: 1 });
    const found = await app.query<{ actors: { edges: unknown[] } }>('{ actors(filter: { search: "fruehbus" }) { edges { node { id } } } }');
    expect(found.data.actors.edges).toContainEqual({ node: { id: haulier } });
    const WITHDRAW = `mutation($input: EntryVersionInput!) { withdrawEntry(input: $input) { __typename ... on StaleVersion { current } } }`;
    const withdraw = (expectedVersion: number) =>
      app.query<{ withdrawEntry: unknown }>(WITHDRAW, { input: { id, expectedVersion } }, { viewer });
    expect((await withdraw(9)).data.withdrawEntry).toEqual({ __typename: 'StaleVersion', current: 1 });
    expect((await withdraw(1)).data.withdrawEntry).toEqual({ __typename: 'ActorEntry' });
  });

  it('tells the graph a declared tie, stated at first and working together once both said so', async () => {
    const input = { id: newId(), fromId: haulier, toId: union, label: 'Schichtpläne', sinceOn: '2026-01-01' };
    const one = await app.query<{ declareTie: unknown }>(DECLARE, { input }, { viewer: actingFor(haulier) });
    expect(one.data.declareTie).toMatchObject({ confirmed: false });
    await app.project();
    const edge = async () => (await factsOf(haulier)).edges.find((each) => each.id === input.id);
    expect(await edge()).toMatchObject({ from: haulier, to: union, grade: 'STATED', declared: true });
    const back = { ...input, id: newId(), fromId: union, toId: haulier };
    expect(
      (await app.query<{ declareTie: unknown }>(DECLARE, { input: back }, { viewer: actingFor(union, 'EDITOR') })).data.declareTie,
    ).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    // Sent twice, as over a bad line, it is said once and answered twice.
    for (let sent = 0; sent < 2; sent++) {
      const other = await app.query<{ declareTie: unknown }>(DECLARE, { input: back }, { viewer: actingFor(union) });
      expect(other.data.declareTie).toMatchObject({ confirmed: true });
    }
    const anew = await app.query<{ declareTie: unknown }>(DECLARE, { input: { ...back, id: newId() } }, { viewer: actingFor(union) });
    expect(anew.data.declareTie).toMatchObject({ code: 'TIE_EXISTS' });
    await app.project();
    expect(await edge()).toMatchObject({ grade: 'WORKS_TOGETHER' });
  });

  it('shows Dortmund as collected from public sources, and presumes without tying', async () => {
    const region = { id: idFrom('region', 'dortmund'), slug: 'dortmund' };
    const { data } = await app.query<{
      actors: { edges: { node: { provenance: string; sourceNote: string | null; memberOf: { certainty: string }[] } }[] };
    }>('{ actors(first: 100) { edges { node { provenance sourceNote memberOf { certainty } } } } }', {}, { region } as never);
    const nodes = data.actors.edges.map((edge) => edge.node);
    expect(nodes.length).toBeGreaterThan(10);
    expect(nodes.every((node) => node.provenance === 'PUBLIC_SOURCES' && node.sourceNote !== null)).toBe(true);
    await app.project();
    const inferred = await app
      .get(Database)
      .read<{ memberId: string; ofId: string }>(
        query('test.inferred', `SELECT member_id AS "memberId", of_id AS "ofId" FROM membership WHERE certainty = 'INFERRED'`),
      );
    for (const { memberId, ofId } of inferred) expect((await factsOf(memberId)).edges.map((edge) => edge.to)).not.toContain(ofId);
  });

  it('tell of one that is out of the directory who it was, and nothing it says, wherever it is still named', async () => {
    const PARENT = `query($id: ID!) { actorById(id: $id) { parent {
      name summary descriptionHtml website logo { address } contacts { email } hiddenContactCount offers { title } needs { title } offerCount } } }`;
    const set = (archived: boolean, parent: string | null) =>
      app.get(UnitOfWork).run(async (tx) => {
        await tx.query('UPDATE actor SET archived = $2 WHERE id = $1', [union, archived]);
        await tx.query('UPDATE actor SET parent_id = $2 WHERE id = $1', [haulier, parent]);
      });
    const parent = async (viewer: Viewer) =>
      (await app.query<{ actorById: { parent: Record<string, unknown> } }>(PARENT, { id: haulier }, { viewer })).data.actorById.parent;
    await set(false, union);
    const before = await parent(VISITOR);
    expect(before).toMatchObject({ summary: expect.stringMatching(/./) as string, offerCount: expect.any(Number) as number });
    await set(true, union);
    expect(await parent(actingFor(haulier))).toEqual({
      ...{ name: before['name'], summary: '', descriptionHtml: '', website: '', logo: null },
      ...{ contacts: [], hiddenContactCount: 0, offers: [], needs: [], offerCount: 0 },
    });
    for (const viewer of [actingFor(union), { ...VISITOR, personId: newId(), coordinator: true }])
      expect(await parent(viewer)).toMatchObject({ summary: before['summary'] });
    await set(false, null);
  });
});
