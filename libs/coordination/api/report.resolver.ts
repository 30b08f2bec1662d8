import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, DayPeriodInput, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CommitteeReportResult } from './report.graphql';
import { ReportService } from './report.service';

@Resolver()
export class ReportResolver {
  constructor(private readonly reports: ReportService) {}

  @Permit('COORDINATOR')
  @Query(() => CommitteeReportResult, { description: 'The report for a committee; without a period from the last quarter until today.' })
  async committeeReport(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('period', { type: () => DayPeriodInput, nullable: true }) period: DayPeriodInput | null,
  ): Promise<typeof CommitteeReportResult> {
    return answer(await this.reports.report(viewer, region, { period: period ?? null, language }));
  }
}
