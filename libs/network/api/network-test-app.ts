import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import type { Clock } from '@knotenpunkt/kernel';
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
