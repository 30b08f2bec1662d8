import { Module, type OnModuleInit } from '@nestjs/common';
import { ActorHiding, ActorsModule } from '@knotenpunkt/actors/api';
import { ActorReferences, registerPersonalData } from '@knotenpunkt/identity/api';
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
import { HidingDoors } from './report/hiding-doors';
import { OwnReportResolver } from './report/own-report.resolver';
import { ReportAppealService } from './report/report-appeal.service';
import { ReportDecisionService } from './report/report-decision.service';
import { ReportLetters } from './report/report-letters';
import { ReportQueueService } from './report/report-queue.service';
import { ReportedEntries } from './report/reported-entries';
import { RetentionService } from './retention.service';

registerPersonalData(personalData);

@Module({
  imports: [ActorsModule],
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
    private readonly actors: ActorHiding,
  ) {}

  /** Not before: reports are about entries of other rooms, and which module is made first is not said. */
  onModuleInit(): void {
    this.seeds.register(this.reports);
    this.references.register({ move: reportReferences });
    this.doors.register('ACTOR', (tx, viewer, region, entry) => this.actors.set(tx, viewer, region, entry));
  }
}
