import { Module, type OnModuleInit } from '@nestjs/common';
import { ActorReferences } from '@knotenpunkt/identity/api';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { registerPersonalData } from '@knotenpunkt/identity/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { MatchingModule } from '@knotenpunkt/matching/api';
import { NetworkModule } from '@knotenpunkt/network/api';
import { NoticesModule } from '@knotenpunkt/notices/api';
import { FilesModule } from '@knotenpunkt/platform/files';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { coordinationReferences } from './coordination-references';
import { ContactOutgoing } from './contact-outgoing';
import { ContactQuestionKind } from './contact-question-kind';
import { ContactRequestRepository } from './contact-request.repository';
import { ContactRequestResolver } from './contact-request.resolver';
import { ContactRequestService } from './contact-request.service';
import { DeskModule } from './desk/desk.module';
import { IntroductionFactSource } from './introduction-fact-source';
import { IntroductionFieldsResolver, IntroductionSideResolver } from './introduction-fields.resolver';
import { IntroductionLetters } from './introduction-letters';
import { IntroductionLimitsRepository } from './introduction-limits.repository';
import { IntroductionQuestionKind } from './introduction-question-kind';
import { IntroductionSeeder } from './introduction-seeder';
import { IntroductionWaysService } from './introduction-ways.service';
import { IntroductionWriter } from './introduction-writer';
import { IntroductionLoader } from './introduction.loader';
import { IntroductionRepository } from './introduction.repository';
import { IntroductionResolver } from './introduction.resolver';
import { IntroductionService } from './introduction.service';
import { personalData } from './personal-data';
import { RectificationRepository } from './rectification.repository';
import { RectificationResolver } from './rectification.resolver';
import { RectificationService } from './rectification.service';
import { ReportController } from './report.controller';
import { ReportFactsService } from './report-facts.service';
import { ReportRepository } from './report.repository';
import { ReportResolver } from './report.resolver';
import { ReportService } from './report.service';
import { ThreadSeeder } from './thread/thread-seeder';
import { ThreadListController } from './thread-list/thread-list.controller';
import { ThreadListRepository } from './thread-list/thread-list.repository';
import { ThreadListResolver } from './thread-list/thread-list.resolver';
import { ThreadListService } from './thread-list/thread-list.service';
import { ThreadNoteLoader } from './thread-list/thread-note.loader';
import { ThreadNoteRepository } from './thread-list/thread-note.repository';
import { NamingThreadNoteResolver, ThreadNoteResolver } from './thread-list/thread-note.resolver';
import { ThreadModule } from './thread/thread.module';

registerPersonalData(personalData);

@Module({
  imports: [
    ActorsModule,
    AgreementsModule,
    AlliancesModule,
    ChallengesModule,
    InitiativesModule,
    MatchingModule,
    NetworkModule,
    NoticesModule,
    DeskModule,
    FilesModule,
    ThreadModule,
  ],
  controllers: [ReportController, ThreadListController],
  providers: [
    ContactOutgoing,
    ContactQuestionKind,
    ContactRequestRepository,
    ContactRequestResolver,
    ContactRequestService,
    IntroductionFactSource,
    IntroductionFieldsResolver,
    IntroductionLetters,
    IntroductionLimitsRepository,
    IntroductionLoader,
    IntroductionQuestionKind,
    IntroductionRepository,
    IntroductionResolver,
    IntroductionSeeder,
    IntroductionService,
    IntroductionSideResolver,
    IntroductionWaysService,
    IntroductionWriter,
    RectificationRepository,
    RectificationResolver,
    RectificationService,
    ReportFactsService,
    ReportRepository,
    ReportResolver,
    ReportService,
    ThreadListRepository,
    ThreadListResolver,
    ThreadListService,
    NamingThreadNoteResolver,
    ThreadNoteLoader,
    ThreadNoteRepository,
    ThreadNoteResolver,
  ],
})
export class CoordinationModule implements OnModuleInit {
  constructor(
    sources: FactSources,
    facts: IntroductionFactSource,
    private readonly seeds: RegionSeeds,
    introductions: IntroductionSeeder,
    private readonly threads: ThreadSeeder,
    private readonly references: ActorReferences,
  ) {
    sources.register(facts);
    seeds.register(introductions);
  }

  /** Not before: threads name persons, and which module is made first is not said. */
  onModuleInit(): void {
    this.seeds.register(this.threads);
    this.references.register({ move: coordinationReferences });
  }
}
