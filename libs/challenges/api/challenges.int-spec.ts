import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { AnsweredChallenges } from './answered-challenges';
import { ChallengesModule } from './challenges.module';

const today = systemClock.today('Europe/Berlin');
const [haulier, foundry] = ['a025', 'a028'].map((key) => idFrom('harkenrode', 'actor', key)) as [string, string];
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };

function delegateOf(actorId: string): Viewer {
  return {
    ...VISITOR,
    personId: newId(),
    name: 'Test',
    mandates: [{ id: newId(), actorId, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
  };
}

const PARTS = `__typename ... on Challenge { id slug state version refusalReason availableActions askedBy { id } benches { kind minimum } }
  ... on Refused { code field } ... on StaleVersion { current }`;
const LIST = `query($first: Int, $after: String, $filter: ChallengeFilterInput) { challenges(first: $first, after: $after, filter: $filter) {
  edges { node { id slug state origin } } pageInfo { hasNextPage endCursor } } }`;
interface Node {
  id: string;
  slug: string;
  state: string;
  origin: string;
}
interface List {
  challenges: { edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

describe('challenges', () => {
  let app: TestApp;
  const list = async (variables: object = {}, viewer: Viewer = VISITOR) =>
    (await app.query<List>(LIST, { first: 100, ...variables }, { viewer })).data.challenges.edges.map(({ node }) => node);
  const one = async (slug: string, viewer: Viewer) =>
    (await app.query<{ challenge: Node | null }>('query($slug: String!) { challenge(slug: $slug) { id state } }', { slug }, { viewer }))
      .data.challenge;
  const act = async (name: string, type: string, input: object, viewer: Viewer) => {
    const answered = await app.query<Record<string, unknown>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${PARTS} } }`,
      { input },
      { viewer },
    );
    expect(answered.errors).toBeUndefined();
    return answered.data[name] as { slug: string; version: number };
  };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        ChallengesModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('lists what is public, and what waits for publication to those concerned', async () => {
    const proposed = (nodes: Node[]) => nodes.filter(({ state }) => state === 'PROPOSED').length;
    const [visitor, asker, other, all] = [
      await list(),
      await list({}, delegateOf(haulier)),
      await list({}, delegateOf(foundry)),
      await list({}, coordinator),
    ];
    expect([visitor, asker, other, all].map(proposed)).toEqual([0, 1, 0, 1]);
    expect(all[0]).toMatchObject({ state: 'PROPOSED' });
    const [first, second] = [await list({ first: 3 }, coordinator), all.slice(3)];
    expect([...first, ...second]).toEqual(all);
    expect((await list({ filter: { search: 'ABWAERME' } })).map(({ id }) => id)).toEqual([idFrom('harkenrode', 'challenge', 'abwaerme')]);
    expect((await list({ filter: { states: ['CLOSED'] } })).map(({ state }) => state)).toEqual(['CLOSED']);
    expect(await one(all[0]!.slug, VISITOR)).toBeNull();
    expect(await one(all[0]!.slug, delegateOf(haulier))).toMatchObject({ state: 'PROPOSED' });
  });

  it('leaves out what a later room has answered', async () => {
    const id = idFrom('harkenrode', 'challenge', 'abwaerme');
    app.get(AnsweredChallenges).register({ answeredIn: () => Promise.resolve([id]) });
    expect((await list()).map((node) => node.id)).toContain(id);
    expect((await list({ filter: { withoutAlliance: true } })).map((node) => node.id)).not.toContain(id);
  });

  it('takes a question from proposal to publication under the version rule', async () => {
    const input = {
      id: newId(),
      askedById: foundry,
      question: 'Wer repariert die Brücke zum Werk?',
      benches: [{ kind: 'ADMINISTRATION', minimum: 1 }],
      untilOn: addDays(today, 50),
    };
    const propose = (change: object, viewer: Viewer) => act('proposeChallenge', 'ProposeChallengeInput', { ...input, ...change }, viewer);
    expect(await propose({}, delegateOf(haulier))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await propose({ untilOn: addDays(today, -1) }, delegateOf(foundry))).toMatchObject({ code: 'DATE_PAST', field: 'untilOn' });
    const made = await propose({}, delegateOf(foundry));
    expect(made).toMatchObject({ state: 'PROPOSED', version: 1, askedBy: { id: foundry }, availableActions: ['changeChallenge'] });
    expect(await propose({}, delegateOf(foundry))).toMatchObject({ version: 1, slug: made.slug });
    const again = await propose({ id: newId() }, delegateOf(foundry));
    expect(again.slug).toBe(`${made.slug}-2`);
    const version = { id: input.id, expectedVersion: 1 };
    const refused = await act('refuseChallenge', 'RefuseChallengeInput', { ...version, reason: 'Die Stadt plant schon.' }, coordinator);
    expect(refused).toMatchObject({ state: 'REFUSED', refusalReason: 'Die Stadt plant schon.', version: 2 });
    expect(await one(made.slug, VISITOR)).toBeNull();
    const changed = await act(
      'changeChallenge',
      'ChangeChallengeInput',
      {
        id: input.id,
        expectedVersion: 2,
        question: 'Wer trägt die halben Kosten der Brücke?',
        benches: input.benches,
      },
      delegateOf(foundry),
    );
    expect(changed).toMatchObject({ state: 'PROPOSED', refusalReason: '', version: 3, slug: made.slug });
    expect(await act('publishChallenge', 'ChallengeVersionInput', version, coordinator)).toMatchObject({ current: 3 });
    await act('publishChallenge', 'ChallengeVersionInput', { id: input.id, expectedVersion: 3 }, coordinator);
    expect(await one(made.slug, VISITOR)).toMatchObject({ state: 'PUBLISHED' });
    await app.project();
    const facts = await app
      .get(Database)
      .readOne<{ facts: Facts }>(
        query('test.challengeFacts', `SELECT facts FROM graph_fact WHERE owner_type = 'challenge' AND owner_id = $1`),
        [input.id],
      );
    expect(facts!.facts).toMatchObject({ nodes: [{ type: 'Challenge' }], edges: [{ from: foundry, to: input.id, role: 'ASKER' }] });
  });

  it('shows the questions of Dortmund as editorial ones', async () => {
    const { data } = await app.query<List>(LIST, { first: 100 }, {
      viewer: VISITOR,
      region: { id: idFrom('region', 'dortmund'), slug: 'dortmund' },
    } as never);
    expect(data.challenges.edges.length).toBeGreaterThan(0);
    expect(data.challenges.edges.every(({ node }) => node.origin === 'EDITORIAL')).toBe(true);
  });
});
