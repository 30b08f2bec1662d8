import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { decideReport, hides, type ContentReport, type DecisionWish, type ReportDecision } from '@knotenpunkt/moderation/domain';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ContentReportRepository } from './content-report.repository';
import { HidingDoors } from './hiding-doors';
import { ReportedEntries } from './reported-entries';
import { ReportLetters } from './report-letters';

interface Asked {
  id: Id;
  expectedVersion: number;
  /** Of the decision; the same id: the same decision. */
  decisionId: Id;
}

/** What becomes of an entry that was reported. */
@Injectable()
export class ReportDecisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ContentReportRepository,
    private readonly entries: ReportedEntries,
    private readonly letters: ReportLetters,
    private readonly doors: HidingDoors,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Decides, hides the entry where that is decided and its room has a door, and tells both sides why. */
  decide(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion, decisionId, ...wish }: Asked & DecisionWish,
  ): Promise<Result<ContentReport>> {
    return this.unitOfWork.run(async (tx): Promise<Result<ContentReport>> => {
      const report = await this.reports.lock(tx, region.id, id);
      if (!report) return refuse('NOT_PERMITTED');
      if (report.decisions.some((one) => one.id === decisionId)) return ok(report);
      const authorIds = await this.entries.authorsOf(tx, report.subjectType, report.subjectId);
      const decided = decideReport(viewer, report, authorIds, wish);
      if (!decided.ok) return decided;
      const version = await this.reports.setState(tx, id, expectedVersion, 'DECIDED');
      if (!version.ok) return version;
      const hidden = await this.hide(tx, viewer, region, report, decided.value);
      if (!hidden.ok) return hidden;
      const decision: ReportDecision = {
        ...decided.value,
        ...{ id: decisionId, onAppeal: report.state === 'APPEALED', decidedAt: this.clock.now(), personId: viewer.personId },
      };
      await this.reports.insertDecision(tx, id, decision);
      const next: ContentReport = { ...report, state: 'DECIDED', decisions: [...report.decisions, decision], version: version.value };
      await this.letters.decided(tx, region, next, authorIds);
      return ok(next);
    });
  }

  /** Through the door of the entry's own room; without one it is done there by hand. What an objection sets right comes back. */
  private async hide(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    { subjectType, subjectId, decisions }: ContentReport,
    { kind }: DecisionWish,
  ): Promise<Result<unknown>> {
    const hidden = hides(kind);
    if (!hidden && !hides(decisions.at(-1)?.kind)) return ok(null);
    const door = this.doors.of(subjectType);
    return door ? door(tx, viewer, region, { id: subjectId, hidden }) : ok(null);
  }
}
