import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ActorHiding, ActorsModule } from '@knotenpunkt/actors/api';
import { AllianceHiding, AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengeHiding, ChallengesModule } from '@knotenpunkt/challenges/api';
import { ActorReferences, registerPersonalData } from '@knotenpunkt/identity/api';
import { InitiativeHiding, InitiativesModule } from '@knotenpunkt/initiatives/api';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { BarrierReportRepository } from './barrier/barrier-report.repository';
import { BarrierReportResolver } from './barrier/barrier-report.resolver';
import { BarrierReportService } from './barrier/barrier-report.service';
import { DutyPageRepository } from './duty/duty-page.repository';
import { DutyPageResolver } from './duty/duty-page.resolver';
import { DutyPageService } from './duty/duty-page.service';
import { reportReferences } from './report-references';
import { ReportSeeder } from './report-seeder';
import { personalData } from './personal-data';
import { ContentReportRepository } from './report/content-report.repository';
import { ContentReportResolver } from './report/content-report.resolver';
import { ContentReportService } from './report/content-report.service';
import { REPORTED_TYPES } from '@knotenpunkt/moderation/domain';
import { HidingDoors, type HidingDoor } from './report/hiding-doors';
import { OwnReportResolver } from './report/own-report.resolver';
import { ReportAppealService } from './report/report-appeal.service';
import { ReportDecisionService } from './report/report-decision.service';
import { ReportLetters } from './report/report-letters';
import { ReportQueueService } from './report/report-queue.service';
import { ReportedEntries } from './report/reported-entries';
import { RetentionService } from './retention.service';

registerPersonalData(personalData);

@Module({
  imports: [ActorsModule, AlliancesModule, ChallengesModule, InitiativesModule],
  providers: [
    BarrierReportRepository,
    BarrierReportResolver,
    BarrierReportService,
    ContentReportRepository,
    ContentReportResolver,
    ContentReportService,
    DutyPageRepository,
    DutyPageResolver,
    DutyPageService,
    HidingDoors,
    OwnReportResolver,
    ReportAppealService,
    ReportDecisionService,
    ReportLetters,
    ReportQueueService,
    ReportSeeder,
    ReportedEntries,
    RetentionService,
  ],
  exports: [HidingDoors, RetentionService],
})
export class ModerationModule implements OnModuleInit {
  constructor(
    private readonly seeds: RegionSeeds,
    private readonly reports: ReportSeeder,
    private readonly references: ActorReferences,
    private readonly doors: HidingDoors,
    private readonly modules: ModuleRef,
  ) {}

  /** Not before: reports are about entries of other rooms, and which module is made first is not said. */
  onModuleInit(): void {
    this.seeds.register(this.reports);
    this.references.register({ move: reportReferences });
    const rooms = { ACTOR: ActorHiding, INITIATIVE: InitiativeHiding, CHALLENGE: ChallengeHiding, ALLIANCE: AllianceHiding };
    for (const type of REPORTED_TYPES) {
      const hiding = this.modules.get<{ set: HidingDoor }>(rooms[type], { strict: false });
      this.doors.register(type, (tx, viewer, region, entry) => hiding.set(tx, viewer, region, entry));
    }
  }
}
