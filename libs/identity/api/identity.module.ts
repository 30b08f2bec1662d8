import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { audienceOf, VISITOR } from '@knotenpunkt/identity/domain';
import { ContextContributions } from '@knotenpunkt/platform/graphql';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { AccessRepository } from './access.repository';
import { AccessResolver } from './access.resolver';
import { AccessService } from './access.service';
import { AccountOutgoing } from './account.outgoing';
import { AccountRepository } from './account.repository';
import { AccountService } from './account.service';
import { ActFieldsResolver } from './act-fields.resolver';
import { ActorReferences } from './actor-references';
import { Acts } from './acts';
import { ChangesResolver } from './changes.resolver';
import { Attempts } from './attempts';
import { AuthDoor } from './auth-door';
import { AuthService } from './auth.service';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { DemoLogins } from './demo-logins';
import { HiddenSubjects } from './hidden-subjects';
import { IdentityResolver } from './identity.resolver';
import { AuditResolver } from './audit.resolver';
import { AuditTrail } from './audit-trail';
import { InvitationAnswers } from './invitation-answers';
import { InvitationLinks } from './invitation-links';
import { MandateFieldsResolver } from './mandate-fields.resolver';
import { MandateInvitationOutgoing } from './mandate-invitation.outgoing';
import { MandateInvitationRepository } from './mandate-invitation.repository';
import { MandateInvitationResolver } from './mandate-invitation.resolver';
import { MandateInvitationService } from './mandate-invitation.service';
import { PersonContacts } from './person-contacts';
import { MandateRequestRepository } from './mandate-request.repository';
import { MandateRequestResolver } from './mandate-request.resolver';
import { MandateRequestService } from './mandate-request.service';
import { MandateRepository } from './mandate.repository';
import { LostFactorService } from './lost-factor.service';
import { mandateReferences, mandateReferencesKept } from './mandate-references';
import { MandateOutgoing } from './mandate.outgoing';
import { MandateService } from './mandate.service';
import { MandateSuccession } from './mandate-succession';
import { PermissionGuard } from './permit';
import { PersonNames } from './person-names';
import { ErasureHooks } from './personal-data/erasure-hooks';
import { ErasureOutgoing } from './personal-data/erasure.outgoing';
import { ErasureRepository } from './personal-data/erasure.repository';
import { ErasureService } from './personal-data/erasure.service';
import { Forgetting } from './personal-data/forgetting';
import { OwnDataRepository } from './personal-data/own-data.repository';
import { OwnDataService } from './personal-data/own-data.service';
import { PersonalDataController } from './personal-data/personal-data.controller';
import { PersonalDataResolver } from './personal-data/personal-data.resolver';
import { RegionResolver } from './region.resolver';
import { AccountSecurityService } from './account-security.service';
import { Identification } from './identification';
import { OwnAccountResolver } from './own-account.resolver';
import { PasskeyDoor } from './passkey-door';
import { PasskeyRepository } from './passkey.repository';
import { PasskeyService } from './passkey.service';
import { SecondFactorRepository } from './second-factor.repository';
import { SecondFactorService } from './second-factor.service';
import { SessionRepository } from './session.repository';
import { SignIn } from './sign-in';
import { SignOnDoor } from './sign-on-door';
import { SignOnService } from './sign-on.service';
import { Tickets } from './tickets';
import { ViewerService } from './viewer.service';

/** What is held on persons: read, taken along, erased and forgotten. */
const PERSONAL_DATA = [
  ErasureHooks,
  ErasureOutgoing,
  ErasureRepository,
  ErasureService,
  Forgetting,
  OwnDataRepository,
  OwnDataService,
  PersonalDataResolver,
];

@Global()
@Module({})
export class IdentityModule {
  constructor(
    contributions: ContextContributions,
    viewers: ViewerService,
    seeds: RegionSeeds,
    demoLogins: DemoLogins,
    references: ActorReferences,
  ) {
    contributions.add(async (context) => {
      context.viewer = context.region ? await viewers.viewerIn(context.region, context.headers) : VISITOR;
    });
    contributions.tellStanding(({ viewer = VISITOR }) =>
      JSON.stringify([viewer.personId, audienceOf(viewer), viewer.mandates.map(({ id, role }) => [id, role])]),
    );
    seeds.register(demoLogins);
    references.register({ move: mandateReferences, keep: mandateReferencesKept });
  }

  static forRoot(settings: IdentitySettings): DynamicModule {
    return {
      module: IdentityModule,
      controllers: [PersonalDataController],
      providers: [
        ...PERSONAL_DATA,
        AccessRepository,
        AccessResolver,
        AccessService,
        AccountOutgoing,
        AccountRepository,
        AccountService,
        ActFieldsResolver,
        ActorReferences,
        Acts,
        Attempts,
        AuditResolver,
        AuditTrail,
        AuthDoor,
        AuthService,
        ChangesResolver,
        DemoLogins,
        HiddenSubjects,
        IdentityResolver,
        InvitationAnswers,
        InvitationLinks,
        MandateFieldsResolver,
        MandateInvitationOutgoing,
        MandateInvitationRepository,
        MandateInvitationResolver,
        MandateInvitationService,
        MandateOutgoing,
        MandateRepository,
        MandateRequestRepository,
        MandateRequestResolver,
        PersonContacts,
        PersonNames,
        MandateRequestService,
        MandateService,
        MandateSuccession,
        RegionResolver,
        AccountSecurityService,
        Identification,
        LostFactorService,
        OwnAccountResolver,
        PasskeyDoor,
        PasskeyRepository,
        PasskeyService,
        SecondFactorRepository,
        SecondFactorService,
        SessionRepository,
        SignIn,
        SignOnDoor,
        SignOnService,
        Tickets,
        ViewerService,
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: IDENTITY_SETTINGS, useValue: settings },
      ],
      exports: [
        ActorReferences,
        Acts,
        Attempts,
        AuditTrail,
        AuthDoor,
        AuthService,
        ErasureHooks,
        HiddenSubjects,
        MandateInvitationService,
        MandateRequestService,
        MandateService,
        MandateSuccession,
        PersonContacts,
        PersonNames,
        ViewerService,
      ],
    };
  }
}
