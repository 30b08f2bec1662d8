import { Injectable } from '@nestjs/common';
import { PersonNames } from '@knotenpunkt/identity/api';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, toPage, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import { toldToAuthor, whyNotDecide, type ContentReport, type DecisionCode } from '@knotenpunkt/moderation/domain';
import type { Region } from '@knotenpunkt/regions/domain';
import { instantOf } from '../instant-of';
import { ContentReportRepository } from './content-report.repository';
import { HidingDoors } from './hiding-doors';
import { ReportedEntries } from './reported-entries';

/** A report with what those who decide have to know besides. */
export interface QueuedReport {
  report: ContentReport;
  /** Names of those who decided, in the order of the decisions; null where an account is gone. */
  deciders: (string | null)[];
  whyNotDecide: DecisionCode | null;
  hidesByItself: boolean;
}

/** What waits for a decision in a region, and what was decided. */
@Injectable()
export class ReportQueueService {
  constructor(
    private readonly reports: ContentReportRepository,
    private readonly entries: ReportedEntries,
    private readonly names: PersonNames,
    private readonly doors: HidingDoors,
  ) {}

  async page(viewer: Viewer, region: Region, which: 'WAITING' | 'DECIDED', { first, after }: PageRequest): Promise<Page<QueuedReport>> {
    const from = instantOf(after ? decodeCursor(after) : null);
    const rows = passes(viewer, 'COORDINATOR') ? await this.reports.page(region.id, which, first, from) : [];
    return toPage(await this.queued(viewer, rows), first, ({ report }) => [report.createdAt.toISOString(), report.id]);
  }

  /** One as the viewer finds it in the queue. */
  async one(viewer: Viewer, report: ContentReport): Promise<QueuedReport> {
    return (await this.queued(viewer, [report]))[0]!;
  }

  private async queued(viewer: Viewer, reports: readonly ContentReport[]): Promise<QueuedReport[]> {
    const people = new Set(reports.flatMap(({ decisions }) => decisions.flatMap(({ personId }) => personId ?? [])));
    const names = await this.names.of([...people] as Id[]);
    const acting = viewer.mandates.map(({ actorId }) => actorId);
    const own = await this.entries.answeredForBy(
      acting,
      reports.map(({ subjectId }) => subjectId),
    );
    return reports.map((report) => {
      const isOwn = own.has(report.subjectId);
      return {
        report: isOwn ? toldToAuthor(report) : report,
        deciders: report.decisions.map(({ personId }) => names.get(personId ?? '') ?? null),
        whyNotDecide: whyNotDecide(viewer, report, isOwn ? acting : []),
        hidesByItself: this.doors.of(report.subjectType) !== null,
      };
    });
  }
}
