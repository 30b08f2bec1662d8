import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { audienceOf, VISITOR } from '@knotenpunkt/identity/domain';
import { ContextContributions } from '@knotenpunkt/platform/graphql';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { Acts } from './acts';
import { ChangesResolver } from './changes.resolver';
import { AuthService, IDENTITY_SETTINGS, type IdentitySettings } from './auth.service';
import { DemoLogins } from './demo-logins';
import { IdentityResolver } from './identity.resolver';
import { MandateRepository } from './mandate.repository';
import { MandateOutgoing } from './mandate.outgoing';
import { MandateService } from './mandate.service';
import { PermissionGuard } from './permit';
import { RegionResolver } from './region.resolver';
import { ViewerService } from './viewer.service';

@Global()
@Module({})
export class IdentityModule {
  constructor(contributions: ContextContributions, viewers: ViewerService, seeds: RegionSeeds, demoLogins: DemoLogins) {
    contributions.add(async (context) => {
      context.viewer = context.region ? await viewers.viewerIn(context.region, context.headers) : VISITOR;
    });
    contributions.tellStanding(({ viewer = VISITOR }) => `${viewer.personId} ${audienceOf(viewer)}`);
    seeds.register(demoLogins);
  }

  static forRoot(settings: IdentitySettings): DynamicModule {
    return {
      module: IdentityModule,
      providers: [
        Acts,
        AuthService,
        ChangesResolver,
        DemoLogins,
        IdentityResolver,
        MandateOutgoing,
        MandateRepository,
        MandateService,
        RegionResolver,
        ViewerService,
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: IDENTITY_SETTINGS, useValue: settings },
      ],
      exports: [Acts, AuthService, MandateService, ViewerService],
    };
  }
}
