import { Injectable } from '@nestjs/common';
import { idFrom } from '@knotenpunkt/kernel';
import type { ContentReport } from '@knotenpunkt/moderation/domain';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed, SeedLoader } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ContentReportRepository } from './report/content-report.repository';
import { ReportedEntries } from './report/reported-entries';

/** Sets up the reports that come with a region. Nobody is mailed. */
@Injectable()
export class ReportSeeder implements SeedLoader {
  readonly room = 'moderation';

  constructor(
    private readonly reports: ContentReportRepository,
    private readonly entries: ReportedEntries,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    for (const { key, subject, reportedOn, ...written } of seed.contentReports) {
      const subjectId = idFrom(region.slug, subject.type.toLowerCase(), subject.key);
      const entry = await this.entries.find(tx, region.id, subject.type, subjectId);
      if (!entry) throw new Error(`report ${key} is about ${subject.type} ${subject.key}, which is not public`);
      const report: ContentReport = {
        ...written,
        ...{ id: idFrom(region.slug, 'content-report', key), regionId: region.id, subjectType: subject.type, subjectId },
        ...{
          subjectTitle: entry.title,
          subjectSlug: entry.slug,
          language: region.language,
          createdAt: new Date(`${reportedOn}T09:00:00Z`),
        },
        ...{ state: 'OPEN', erasedOn: null, decisions: [], appeals: [], version: 1 },
      };
      await this.reports.insert(tx, report);
    }
  }
}
