import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ActorReferences } from '@knotenpunkt/identity/api';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule, Purposes } from '@knotenpunkt/agreements/api';
import { registerPersonalData } from '@knotenpunkt/identity/api';
import { Followables, NoticesModule } from '@knotenpunkt/notices/api';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { initiativeReferences } from './initiative-references';
import { EventRepository } from './event.repository';
import { EventResolver } from './event.resolver';
import { EventService } from './event.service';
import { EventFactSource, InitiativeFactSource } from './initiative-fact-source';
import { ActorInitiativesResolver, InitiativeFieldsResolver, InitiativePartnerResolver } from './initiative-fields.resolver';
import { InitiativeHiding } from './initiative-hiding';
import { InitiativeOutgoing } from './initiative-outgoing';
import { InitiativeQuestionKinds } from './initiative-question-kinds';
import { InitiativeReleaseKind } from './initiative-release-kind';
import { InitiativeSeeder } from './initiative-seeder';
import { InitiativeIntake } from './initiative-intake';
import { InitiativeListing } from './initiative-listing';
import { ListedInitiativeRepository } from './listed-initiative.repository';
import { InitiativeLoader } from './initiative.loader';
import { InitiativeRepository } from './initiative.repository';
import { InitiativeResolver } from './initiative.resolver';
import { InitiativeService } from './initiative.service';
import { PartnershipResolver } from './partnership.resolver';
import { PartnershipService } from './partnership.service';
import { personalData } from './personal-data';
import { ProposalService } from './proposal.service';
import { followedInitiatives } from './followed-initiatives';
import { runningInitiatives } from './running-initiatives';

registerPersonalData(personalData);

@Module({
  imports: [ActorsModule, AgreementsModule, NoticesModule],
  providers: [
    ActorInitiativesResolver,
    EventFactSource,
    EventRepository,
    EventResolver,
    EventService,
    InitiativeFactSource,
    InitiativeFieldsResolver,
    InitiativeHiding,
    InitiativeIntake,
    InitiativeListing,
    InitiativeLoader,
    InitiativeOutgoing,
    InitiativePartnerResolver,
    InitiativeQuestionKinds,
    InitiativeReleaseKind,
    InitiativeRepository,
    InitiativeResolver,
    InitiativeSeeder,
    InitiativeService,
    ListedInitiativeRepository,
    PartnershipResolver,
    PartnershipService,
    ProposalService,
  ],
  exports: [InitiativeHiding, InitiativeIntake, InitiativeListing, InitiativeLoader, InitiativeService],
})
export class InitiativesModule implements OnModuleInit {
  constructor(
    sources: FactSources,
    initiatives: InitiativeFactSource,
    events: EventFactSource,
    seeds: RegionSeeds,
    seeder: InitiativeSeeder,
    private readonly modules: ModuleRef,
  ) {
    sources.register(initiatives);
    sources.register(events);
    seeds.register(seeder);
  }

  onModuleInit(): void {
    this.modules.get(ActorReferences, { strict: false }).register({ move: initiativeReferences });
    this.modules.get(Followables, { strict: false }).register('INITIATIVE', followedInitiatives);
    this.modules.get(Purposes, { strict: false }).register('INITIATIVE', runningInitiatives);
  }
}
