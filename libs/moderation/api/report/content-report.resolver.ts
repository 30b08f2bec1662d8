import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok } from '@knotenpunkt/kernel';
import { addressOfReported, referenceOf } from '@knotenpunkt/moderation/domain';
import { answer, PageArguments, toConnection, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import {
  ContentReportConnection,
  ContentReportResult,
  ContentReportType,
  DecideContentReportInput,
  ReportContentInput,
  ReportContentResult,
} from './content-report.graphql';
import { ContentReportService } from './content-report.service';
import { ReportDecisionService } from './report-decision.service';
import { ReportQueueService, type QueuedReport } from './report-queue.service';

function told({ report, deciders, ...rest }: QueuedReport): ContentReportType {
  const decisions = report.decisions.map((decision, at) => ({ ...decision, personName: deciders[at] ?? null }));
  const { id, ...kept } = report;
  return { ...kept, id, ...rest, decisions, reference: referenceOf(id), subjectAddress: addressOfReported(report) };
}

@Resolver(() => ContentReportType)
export class ContentReportResolver {
  constructor(
    private readonly service: ContentReportService,
    private readonly queue: ReportQueueService,
    private readonly decisions: ReportDecisionService,
  ) {}

  @Permit('COORDINATOR')
  @Query(() => ContentReportConnection, {
    description: 'Reports in the region: those that wait for a decision, the longest waiting first; or those decided, the newest first.',
  })
  async contentReports(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('decided', { type: () => Boolean, nullable: true }) decided: boolean | null,
    @Args() page: PageArguments,
  ): Promise<InstanceType<typeof ContentReportConnection>> {
    return toConnection(await this.queue.page(viewer, region, decided ? 'DECIDED' : 'WAITING', page), told);
  }

  @Permit('ANYONE')
  @Mutation(() => ReportContentResult, { description: 'Reports a public entry; no account needed. It is confirmed by mail.' })
  async reportContent(
    @CurrentRegion() region: Region,
    @Context() context: GraphqlContext,
    @Args('input') { id, ...wish }: ReportContentInput,
  ): Promise<typeof ReportContentResult> {
    const sent = await this.service.send(region, context, id, wish);
    return answer(sent.ok ? ok({ id, reference: referenceOf(id) }) : sent) as typeof ReportContentResult;
  }

  @Permit('COORDINATOR')
  @Mutation(() => ContentReportResult, {
    description:
      'Decides on a report or on the objection to a decision. Both sides are told why; whoever decided before does not decide again.',
  })
  async decideContentReport(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: DecideContentReportInput,
  ): Promise<typeof ContentReportResult> {
    const decided = await this.decisions.decide(viewer, region, input);
    return answer(decided.ok ? ok(told(await this.queue.one(viewer, decided.value))) : decided);
  }
}
