import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@knotenpunkt/kernel';
import { keptSince } from '@knotenpunkt/moderation/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { BarrierReportRepository } from './barrier/barrier-report.repository';
import { ContentReportRepository } from './report/content-report.repository';

const ERASE = 'moderation.erase';
const EVERY_NIGHT = '20 2 * * *';

/** Empties the texts of reports whose time is over. */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly barriers: BarrierReportRepository,
    private readonly reports: ContentReportRepository,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(ERASE, EVERY_NIGHT, () => this.erase());
  }

  async erase(): Promise<void> {
    // Of whatever region: a day more or less does not matter here.
    const today = this.clock.today('UTC');
    const { reportsDecided, barriersAnswered, barriersSent } = keptSince(today);
    await this.unitOfWork.run(async (tx) => {
      await this.reports.erase(tx, reportsDecided, today);
      await this.barriers.erase(tx, { answeredBefore: barriersAnswered, sentBefore: barriersSent }, today);
    });
  }
}
