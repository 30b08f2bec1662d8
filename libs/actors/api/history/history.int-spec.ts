import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { ActorsModule } from '../actors.module';

const haulier = idFrom('harkenrode', 'actor', 'a025');
const union = idFrom('harkenrode', 'actor', 'a001');

const personId = newId();
function actingFor(actorId: string): Viewer {
  const mandates = [{ id: newId(), actorId, role: 'EDITOR' as const, fromOn: '2020-01-01', untilOn: null }];
  return { ...VISITOR, personId, name: 'Katrin Test', mandates };
}
const coordinator: Viewer = { ...VISITOR, personId: newId(), coordinator: true };

const VERSIONS = `query($actorId: ID!, $entryId: ID, $first: Int, $after: String) { keptVersions(actorId: $actorId, entryId: $entryId, first: $first, after: $after) {
  edges { node { version act personName changed } } pageInfo { hasNextPage endCursor } } }`;
const COMPARED = `query($actorId: ID!, $entryId: ID, $older: Int!, $newer: Int!) {
  comparedVersions(actorId: $actorId, entryId: $entryId, older: $older, newer: $newer) { field before after } }`;
const ACTOR = `query($id: ID!) { actorById(id: $id) { name summary city version contacts { name } needs { id title version } } }`;

interface Kept {
  edges: { node: { version: number; act: string; personName: string | null; changed: string[] } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
interface Shown {
  name: string;
  summary: string;
  city: string;
  version: number;
  contacts: { name: string }[];
  needs: { id: string; title: string; version: number }[];
}

describe('the history of entries', () => {
  let app: TestApp;
  const versions = async (viewer: Viewer, variables: object = {}) =>
    (await app.query<{ keptVersions: Kept }>(VERSIONS, { actorId: haulier, ...variables }, { viewer })).data.keptVersions;
  const shown = async () => (await app.query<{ actorById: Shown }>(ACTOR, { id: haulier }, { viewer: actingFor(haulier) })).data.actorById;
  const write = async (mutation: string, type: string, input: object, viewer = actingFor(haulier)) =>
    (
      await app.query<Record<string, unknown>>(
        `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Refused { code } ... on StaleVersion { current } } }`,
        { input },
        { viewer },
      )
    ).data[mutation];

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ActorsModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    await app
      .get(UnitOfWork)
      .run((tx) => tx.query('INSERT INTO auth."user" (id, name, email) VALUES ($1, $2, $3)', [personId, 'Katrin Test', 'k@t.example']));
  });
  afterAll(() => app.close());

  it('has a version for each change: what it was, who did it, and in what it differs', async () => {
    const { name, summary, city, version } = await shown();
    const change = { actorId: haulier, name, city, summary: `${summary} Neu.`, description: 'Ein Absatz.', expectedVersion: version };
    await write('updateProfile', 'UpdateProfileInput', change);
    await write('confirmProfile', 'ConfirmProfileInput', { actorId: haulier, expectedVersion: version + 1 });
    const { edges } = await versions(actingFor(haulier));
    expect(edges.map(({ node }) => [node.version, node.act, node.personName])).toEqual([
      [version + 2, 'actor.profileConfirmed', 'Katrin Test'],
      [version + 1, 'actor.profileUpdated', 'Katrin Test'],
      [version, 'actor.found', null],
    ]);
    expect(edges[0]!.node.changed).toEqual([]);
    expect(edges[1]!.node.changed).toEqual(expect.arrayContaining(['summary', 'description']));
    const compared = await app.query<{ comparedVersions: { field: string; before: string[]; after: string[] }[] }>(
      COMPARED,
      { actorId: haulier, older: version, newer: version + 1 },
      { viewer: coordinator },
    );
    expect(compared.data.comparedVersions).toContainEqual({ field: 'summary', before: [summary], after: [`${summary} Neu.`] });
    expect(JSON.stringify(compared.data)).not.toContain('contacts');
  });

  it('goes on page by page, and the last of a page knows what changed before it', async () => {
    const all = (await versions(coordinator)).edges.map(({ node }) => node);
    const paged: unknown[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Kept = await versions(coordinator, { first: 1, after });
      paged.push(...page.edges.map(({ node }) => node));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(paged).toEqual(all);
  });

  it('is for its own people and the coordination', async () => {
    expect((await versions(actingFor(union))).edges).toEqual([]);
    const asked = { actorId: haulier, older: 1, newer: 2 };
    expect(
      (await app.query<{ comparedVersions: unknown }>(COMPARED, asked, { viewer: actingFor(union) })).data.comparedVersions,
    ).toBeNull();
  });

  it('lets its own people go back, as a new version with the contacts of today', async () => {
    const before = await shown();
    const input = { actorId: haulier, version: before.version - 2, expectedVersion: before.version };
    expect(await write('restoreProfileVersion', 'RestoreProfileVersionInput', input, coordinator)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await write('restoreProfileVersion', 'RestoreProfileVersionInput', { ...input, version: 99 })).toMatchObject({
      code: 'VERSION_UNKNOWN',
    });
    expect(await write('restoreProfileVersion', 'RestoreProfileVersionInput', input)).toEqual({ __typename: 'Actor' });
    const after = await shown();
    expect(after).toMatchObject({ version: before.version + 1, contacts: before.contacts });
    expect(after.summary).not.toContain('Neu.');
    expect((await versions(coordinator)).edges[0]!.node).toMatchObject({
      act: 'actor.profileRestored',
      changed: expect.arrayContaining(['summary', 'description']),
    });
    expect(await write('restoreProfileVersion', 'RestoreProfileVersionInput', input)).toMatchObject({ __typename: 'StaleVersion' });
  });

  it('is kept of offers and needs as well, and of what was written past it', async () => {
    const need = (await shown()).needs[0]!;
    const change = { id: need.id, title: 'Ganz anders', expectedVersion: need.version };
    await write('changeEntry', 'ChangeEntryInput', change);
    const back = { id: need.id, version: need.version, expectedVersion: need.version + 1 };
    expect(await write('restoreEntryVersion', 'RestoreEntryVersionInput', back)).toEqual({ __typename: 'ActorEntry' });
    expect((await shown()).needs[0]!.title).toBe(need.title);
    const { edges } = await versions(coordinator, { entryId: need.id });
    expect(edges.map(({ node }) => node.act)).toEqual(['entry.textRestored', 'entry.changed', 'entry.found']);
    expect(edges[0]!.node.changed).toContain('title');
    await app
      .get(UnitOfWork)
      .run((tx) => tx.query(`UPDATE entry SET title = 'Am Verlauf vorbei', version = version + 1 WHERE id = $1`, [need.id]));
    expect((await versions(coordinator, { entryId: need.id })).edges[0]!.node).toEqual({
      version: need.version + 3,
      act: 'entry.changed',
      personName: null,
      changed: ['title'],
    });
    expect((await versions(actingFor(union), { actorId: union, entryId: need.id })).edges).toEqual([]);
  });

  it('lets its own people open an offer or a need again that was taken back or has ended', async () => {
    const need = (await shown()).needs[0]!;
    const send = (mutation: string, expectedVersion: number, viewer?: Viewer) =>
      write(mutation, 'EntryVersionInput', { id: need.id, expectedVersion }, viewer);
    expect(await send('reopenEntry', need.version)).toMatchObject({ code: 'ENTRY_OPEN' });
    await send('withdrawEntry', need.version);
    expect((await shown()).needs.map(({ id }) => id)).not.toContain(need.id);
    expect(await send('reopenEntry', need.version + 1, coordinator)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await send('reopenEntry', need.version)).toMatchObject({ current: need.version + 1 });
    expect(await send('reopenEntry', need.version + 1)).toEqual({ __typename: 'ActorEntry' });
    expect((await shown()).needs.find(({ id }) => id === need.id)).toMatchObject({ title: need.title });
    const run = (sql: string) => app.get(UnitOfWork).run((tx) => tx.query(sql, [need.id])) as Promise<object[]>;
    await run(`UPDATE entry SET from_on = NULL, until_on = '2020-01-01' WHERE id = $1`);
    expect(await send('reopenEntry', need.version + 2)).toEqual({ __typename: 'ActorEntry' });
    expect(await run('SELECT state, until_on FROM entry WHERE id = $1')).toEqual([{ state: 'OPEN', until_on: null }]);
    const { edges } = await versions(coordinator, { entryId: need.id });
    expect(edges.slice(0, 3).map(({ node }) => node.act)).toEqual(['entry.reopened', 'entry.reopened', 'entry.withdrawn']);
  });
});
