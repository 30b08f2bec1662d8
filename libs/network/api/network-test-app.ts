import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { idFrom, type Audience, type Clock, type Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { EdgeFact, Facts } from '@knotenpunkt/platform/graph';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkModule } from './network.module';

/** The network and the rooms it is made of, with the example regions told to the graph, for tests; regions by slug. */
export async function createNetworkTestApp(
  options: { clock?: Clock } = {},
): Promise<{ app: TestApp; regions: ReadonlyMap<string, Region> }> {
  const app = await createTestApp({
    ...options,
    modules: (databaseUrl) => [
      RegionsModule.forRoot('harkenrode'),
      IdentityModule.forRoot(signInForTests(databaseUrl)),
      ActorsModule,
      AgreementsModule,
      InitiativesModule,
      ChallengesModule,
      AlliancesModule,
      NetworkModule,
    ],
  });
  await app.get(RegionSeeds).loadMissing({ examples: true });
  await app.project();
  app.get(RegionService).forget();
  return { app, regions: new Map((await app.get(RegionService).all()).map((region) => [region.slug, region])) };
}

const tell = query(
  'test.tellGraph',
  `INSERT INTO graph_fact (owner_type, owner_id, region_id, version, seq, facts, audience)
   VALUES ('test', $1, $2, 1, nextval('graph_seq'), $3, $4)
   ON CONFLICT (owner_type, owner_id) DO UPDATE SET seq = excluded.seq, facts = excluded.facts`,
);

/** Tells the graph something in the name of a room that is not there; told again it takes the place of what was told before. */
export async function tellGraph(
  app: TestApp,
  { ownerId, regionId, audience = 'PUBLIC' }: { ownerId: Id; regionId: Id; audience?: Audience },
  facts: Facts,
): Promise<void> {
  await app.get(Database).read(tell, [ownerId, regionId, JSON.stringify(facts), audience]);
  await app.project();
}

/** The facts of a project of these members, under the id made of `test` and its name. */
export function sampleProject(
  { id: regionId }: Pick<Region, 'id'>,
  name: string,
  members: readonly Id[],
  more: Partial<EdgeFact> = {},
): Facts {
  const id = idFrom('test', name);
  const audience = more.audience ?? 'PUBLIC';
  return {
    nodes: [{ id, type: 'Initiative', regionId, audience }],
    edges: members.map((from) => ({
      ...{ id: idFrom('part', name, from), from, to: id, regionId, role: 'PARTNER', since: '2026-01-01', weight: 1 },
      ...{ grade: 'WORKS_TOGETHER', audience, halfLifeDays: 365, ...more },
    })),
  };
}
