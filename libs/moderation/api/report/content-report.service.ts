import { Inject, Injectable } from '@nestjs/common';
import { Attempts } from '@knotenpunkt/identity/api';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { reportContent, type ContentReport, type ReportWish } from '@knotenpunkt/moderation/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { Sender } from '../barrier/barrier-report.service';
import { ContentReportRepository } from './content-report.repository';
import { ReportedEntries } from './reported-entries';
import { ReportLetters } from './report-letters';

const A_DAY_MS = 86_400_000;

/** Somebody reports an entry. */
@Injectable()
export class ContentReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ContentReportRepository,
    private readonly entries: ReportedEntries,
    private readonly letters: ReportLetters,
    private readonly attempts: Attempts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps the report, confirms it by mail, and mails the coordination. No account is needed. */
  async send(region: Region, { language, clientAddress }: Sender, id: Id, wish: ReportWish): Promise<Result<{ id: Id }>> {
    const checked = reportContent(wish, 0);
    if (!checked.ok) return checked;
    if ((await this.attempts.count({ 'report address': clientAddress })) > 0) return refuse('TOO_MANY_REPORTS');
    return this.unitOfWork.run(async (tx): Promise<Result<{ id: Id }>> => {
      if (await this.reports.lock(tx, region.id, id)) return ok({ id });
      const now = this.clock.now();
      const sentToday = await this.reports.countSince(tx, checked.value.email, new Date(now.getTime() - A_DAY_MS));
      const decided = reportContent(wish, sentToday);
      if (!decided.ok) return decided;
      const { goodFaith: _, ...kept } = decided.value;
      const entry = await this.entries.find(tx, region.id, kept.subjectType, kept.subjectId);
      if (!entry) return refuse('ENTRY_UNKNOWN');
      const report: ContentReport = {
        ...kept,
        ...{ id, regionId: region.id, subjectTitle: entry.title, subjectSlug: entry.slug, language, createdAt: now },
        ...{ state: 'OPEN', erasedOn: null, decisions: [], appeals: [], version: 1 },
      };
      await this.reports.insert(tx, report);
      await this.letters.received(tx, region, report);
      return ok({ id });
    });
  }
}
