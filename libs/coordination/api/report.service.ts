import { Inject, Injectable } from '@nestjs/common';
import { checkReportPeriod, committeeReport, usualPeriod, type Report, type ReportCode } from '@knotenpunkt/coordination/domain';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type DayPeriod, type Result } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { ReportFactsService } from './report-facts.service';
import { writeReportAsDocx } from './report-docx';
import { writeReportAsPdf } from './report-pdf';

export const REPORT_FORMATS = ['docx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What is wished: a period (missing: the last quarter until today) and the language of the reader. */
export interface ReportWish {
  period: DayPeriod | null;
  language: 'de' | 'en';
}

type Code = ReportCode | 'NOT_PERMITTED';

/** The report for committees, which the coordination of a region makes. */
@Injectable()
export class ReportService {
  constructor(
    private readonly facts: ReportFactsService,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async report(viewer: Viewer, region: Region, wish: ReportWish): Promise<Result<Report, Code>> {
    if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
    const today = this.clock.today(region.timeZone);
    const period = checkReportPeriod(wish.period ?? usualPeriod(today), today);
    if (!period.ok) return period;
    const moment = { at: this.clock.now(), today, region: regionName(region, wish.language) };
    return ok(committeeReport(await this.facts.of(viewer, region, period.value, moment), wish.language));
  }

  /** The same as a file. Its links lead to the pages of this installation. */
  async file(viewer: Viewer, region: Region, format: ReportFormat, wish: ReportWish): Promise<Result<Uint8Array, Code>> {
    const report = await this.report(viewer, region, wish);
    if (!report.ok) return report;
    const linkTo = (path: string) => this.mail.linkTo(region.slug, path);
    return ok(await (format === 'docx' ? writeReportAsDocx : writeReportAsPdf)(report.value, linkTo));
  }
}
