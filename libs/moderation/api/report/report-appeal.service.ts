import { Inject, Injectable } from '@nestjs/common';
import { dayIn, ok, refuse, type Clock, type Result } from '@knotenpunkt/kernel';
import { appealDecision, appealUntil, whyNotAppeal, type AppealSide, type ContentReport } from '@knotenpunkt/moderation/domain';
import { hashOf } from '@knotenpunkt/notices/api';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ContentReportRepository } from './content-report.repository';
import { ReportLetters } from './report-letters';

/** A report as one of both sides sees it. */
export interface OwnReport {
  report: ContentReport;
  side: AppealSide;
  /** The last day to object; null: this side may not. */
  appealUntil: string | null;
}

/** What whoever holds the link in a mail sees, and may object to. */
@Injectable()
export class ReportAppealService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ContentReportRepository,
    private readonly letters: ReportLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async byLink(region: Region, token: string): Promise<OwnReport | null> {
    const found = await this.reports.byLink(region.id, hashOf(token));
    return found && this.seenBy(region, found.report, found.side);
  }

  /** Keeps the objection and mails those who decide. */
  appeal(region: Region, token: string, text: string): Promise<Result<OwnReport>> {
    return this.unitOfWork.run(async (tx): Promise<Result<OwnReport>> => {
      const link = await this.reports.sideOfLink(tx, hashOf(token));
      const report = link && (await this.reports.lock(tx, region.id, link.reportId));
      if (!report) return refuse('LINK_UNKNOWN');
      const { side } = link;
      const decided = appealDecision(report, side, this.daysOf(region, report), text);
      if (!decided.ok) return decided;
      const appeal = { side, text: decided.value, appealedAt: this.clock.now() };
      await this.reports.insertAppeal(tx, report.id, appeal);
      const version = await this.reports.setState(tx, report.id, report.version, 'APPEALED');
      if (!version.ok) return version;
      const next: ContentReport = { ...report, state: 'APPEALED', appeals: [...report.appeals, appeal], version: version.value };
      await this.letters.appealed(tx, region, next, decided.value);
      return ok(this.seenBy(region, next, side));
    });
  }

  private seenBy(region: Region, report: ContentReport, side: AppealSide): OwnReport {
    const days = this.daysOf(region, report);
    const may = whyNotAppeal(report, side, days) === null && days.decidedOn !== null;
    return { report, side, appealUntil: may ? appealUntil(days.decidedOn!) : null };
  }

  private daysOf({ timeZone }: Region, { decisions }: ContentReport) {
    const last = decisions.at(-1);
    return { decidedOn: last ? dayIn(last.decidedAt, timeZone) : null, today: this.clock.today(timeZone) };
  }
}
