import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, PageArguments, toConnection, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import {
  AnswerBarrierReportInput,
  BarrierReportConnection,
  BarrierReportResult,
  BarrierReportType,
  ReportBarrierInput,
  ReportBarrierResult,
} from './barrier-report.graphql';
import { BarrierReportService } from './barrier-report.service';

@Resolver(() => BarrierReportType)
export class BarrierReportResolver {
  constructor(private readonly service: BarrierReportService) {}

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => BarrierReportConnection, { description: 'Barriers that were reported, of all regions, the newest first.' })
  async barrierReports(@Args() page: PageArguments): Promise<InstanceType<typeof BarrierReportConnection>> {
    return toConnection(await this.service.page(page), (row) => row);
  }

  @Permit('ANYONE')
  @Mutation(() => ReportBarrierResult, { description: 'Tells the administrators of the platform what cannot be used; no account needed.' })
  async reportBarrier(
    @CurrentRegion() region: Region,
    @Context() context: GraphqlContext,
    @Args('input') { id, ...wish }: ReportBarrierInput,
  ): Promise<typeof ReportBarrierResult> {
    return answer(await this.service.send(region, context, id, wish)) as typeof ReportBarrierResult;
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => BarrierReportResult, { description: 'Answers a report, once; by mail where an address was named.' })
  async answerBarrierReport(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AnswerBarrierReportInput,
  ): Promise<typeof BarrierReportResult> {
    return answer(await this.service.answer(viewer, input));
  }
}
