import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MandateRole, Viewer } from '@knotenpunkt/identity/domain';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { GrantRequestedMandateInput, MandateRequestResult, MandateRequestType, RefuseMandateRequestInput } from './mandate-request.graphql';
import { MandateRequestService } from './mandate-request.service';
import { CurrentViewer, Permit } from './permit';

@Resolver(() => MandateRequestType)
export class MandateRequestResolver {
  constructor(private readonly service: MandateRequestService) {}

  @Permit('MEMBER')
  @Query(() => [MandateRequestType], { description: 'Requests for mandates on which the viewer decides, the longest waiting first.' })
  mandateRequests(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<MandateRequestType[]> {
    return this.service.waitingFor(viewer, region);
  }

  @Permit('MEMBER')
  @Mutation(() => MandateRequestResult, { description: 'Gives the mandate that was asked for, from today on.' })
  async grantRequestedMandate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: GrantRequestedMandateInput,
  ): Promise<typeof MandateRequestResult> {
    return answer(await this.service.grant(viewer, region, { ...input, role: input.role as MandateRole }));
  }

  @Permit('MEMBER')
  @Mutation(() => MandateRequestResult, { description: 'Gives no mandate; whoever asked is told by mail.' })
  async refuseMandateRequest(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RefuseMandateRequestInput,
  ): Promise<typeof MandateRequestResult> {
    return answer(await this.service.refuse(viewer, region, input));
  }
}
