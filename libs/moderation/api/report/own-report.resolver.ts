import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@knotenpunkt/identity/api';
import { ok } from '@knotenpunkt/kernel';
import { addressOfReported, referenceOf } from '@knotenpunkt/moderation/domain';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AppealContentDecisionInput, OwnContentReportResult, OwnContentReportType } from './content-report.graphql';
import { ReportAppealService, type OwnReport } from './report-appeal.service';

function told({ report, side, appealUntil }: OwnReport): OwnContentReportType {
  const { id, subjectType, subjectTitle, reason, state, createdAt } = report;
  return {
    ...{ id, side, subjectType, subjectTitle, reason, state, createdAt, appealUntil },
    reference: referenceOf(id),
    subjectAddress: addressOfReported(report),
    explanation: side === 'REPORTER' ? report.explanation : '',
    // Who decided is nobody's to know but those who decide.
    decisions: report.decisions.map((decision) => ({ ...decision, personName: null })),
    appeal: report.appeals.find((appeal) => appeal.side === side)?.text ?? null,
  };
}

/** For whoever holds the link in a mail, signed in or not. */
@Resolver(() => OwnContentReportType)
export class OwnReportResolver {
  constructor(private readonly service: ReportAppealService) {}

  @Permit('ANYONE')
  @Query(() => OwnContentReportType, { nullable: true, description: 'The report behind a link in a mail; null where there is none.' })
  async ownContentReport(@CurrentRegion() region: Region, @Args('token') token: string): Promise<OwnContentReportType | null> {
    const found = await this.service.byLink(region, token);
    return found && told(found);
  }

  @Permit('ANYONE')
  @Mutation(() => OwnContentReportResult, { description: 'Objects to the decision on a report by the link in a mail; each side once.' })
  async appealContentDecision(
    @CurrentRegion() region: Region,
    @Args('input') { token, text }: AppealContentDecisionInput,
  ): Promise<typeof OwnContentReportResult> {
    const appealed = await this.service.appeal(region, token, text);
    return answer(appealed.ok ? ok(told(appealed.value)) : appealed);
  }
}
