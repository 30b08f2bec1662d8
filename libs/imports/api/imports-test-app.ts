import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { NetworkModule } from '@knotenpunkt/network/api';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { ImportsModule } from './imports.module';

/** Imports and the rooms they write to, with the example regions, for tests. */
export async function createImportsTestApp(): Promise<TestApp> {
  const app = await createTestApp({
    modules: (databaseUrl) => [
      RegionsModule.forRoot('harkenrode'),
      IdentityModule.forRoot(signInForTests(databaseUrl)),
      AlliancesModule,
      NetworkModule,
      ImportsModule,
    ],
  });
  await app.get(RegionSeeds).loadMissing({ examples: true });
  return app;
}
