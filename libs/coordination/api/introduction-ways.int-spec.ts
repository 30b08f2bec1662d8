import { ActorsModule } from '@knotenpunkt/actors/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { CoordinationModule } from './coordination.module';

const regionId = idFrom('region', 'harkenrode');
/** The first and the second have the chamber in common; the bakery has nothing to do with either. */
const [first, chamber, bakery, second] = ['a019', 'a022', 'a008', 'a034'].map((key) => idFrom('harkenrode', 'actor', key));
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };
const member: Viewer = {
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId: first!, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
};

describe('the way of an introduction', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        InitiativesModule,
        AlliancesModule,
        CoordinationModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    await app.project();
  });
  afterAll(() => app.close());

  /** Something only coordinators may know of, in which all three take part. */
  async function hide(): Promise<void> {
    const [node, hidden] = [newId(), { audience: 'COORDINATORS', regionId }];
    const edge = (from: string) => ({
      ...{ id: newId(), from, to: node, role: 'PARTNER', since: '2026-01-01', weight: 1, grade: 'WORKS_TOGETHER', halfLifeDays: 730 },
      ...hidden,
    });
    const facts = { nodes: [{ id: node, type: 'Initiative', ...hidden }], edges: [first!, bakery!, second!].map(edge) };
    await app.get(UnitOfWork).run((tx) =>
      tx.query(
        `INSERT INTO graph_fact (owner_type, owner_id, region_id, version, seq, facts, audience)
         VALUES ('initiative', $1, $2, 1, nextval('graph_seq'), $3, 'COORDINATORS')`,
        [node, regionId, JSON.stringify(facts)],
      ),
    );
    await app.project();
  }

  it('is one every member may know of, though the coordination asks, who sees more', async () => {
    await hide();
    const steps = async (viewer: Viewer) => {
      const ask = 'query($a: ID!, $b: ID!) { paths(from: $a, to: $b) { length } }';
      return (await app.query<{ paths: { length: number | null } }>(ask, { a: first, b: bakery }, { viewer })).data.paths.length;
    };
    expect(await steps(coordinator)).toBe(1);
    expect(await steps(member)).not.toBe(1);

    const ways = 'query($a: ID!, $b: ID!) { introductionWays(firstId: $a, secondId: $b, asCoordination: true) { ways { actor { id } } } }';
    const found = await app.query<{ introductionWays: { ways: { actor: { id: string } }[] } }>(
      ways,
      { a: first, b: second },
      { viewer: coordinator },
    );
    const offered = found.data.introductionWays.ways.map(({ actor }) => actor.id);
    expect(offered).toContain(chamber);
    expect(offered).not.toContain(bakery);

    const askFor = async (goBetweenId: string) => {
      const ends = { id: newId(), firstId: first, goBetweenId, secondId: second, purpose: 'Sprechen', reason: 'Passt.' };
      const mutation = `mutation($input: AskForIntroductionInput!) {
        askForIntroduction(input: $input) { ... on Introduction { state } ... on Refused { code } } }`;
      return (await app.query<{ askForIntroduction: object }>(mutation, { input: ends }, { viewer: coordinator })).data.askForIntroduction;
    };
    expect(await askFor(bakery!)).toEqual({ code: 'NO_WAY' });
    // That the two work together in secret keeps nobody from introducing them: it would tell of it.
    expect(await askFor(chamber!)).toEqual({ state: 'ASKED' });
  });
});
