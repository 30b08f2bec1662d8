import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { MandateAction, MandateOfPerson, Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion, regionOf } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ChangeMandateInput, ChangeMandateResult, MandateActionEnum, PersonMandate } from './identity.graphql';
import { MandateService } from './mandate.service';
import { CurrentViewer, Permit, viewerOf } from './permit';

/** What a viewer may do with a mandate, and changing it. */
@Resolver(() => PersonMandate)
export class MandateFieldsResolver {
  constructor(private readonly mandates: MandateService) {}

  @ResolveField(() => [MandateActionEnum], { description: 'What the viewer may do with it next.' })
  availableActions(mandate: MandateOfPerson, _: unknown, context: GraphqlContext): MandateAction[] {
    return this.mandates.actionsOf(viewerOf(context), regionOf(context), mandate);
  }

  @Permit('MEMBER')
  @Mutation(() => ChangeMandateResult, { description: 'Gives a mandate another role or another end; the person is told by mail.' })
  async changeMandate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ChangeMandateInput,
  ): Promise<typeof ChangeMandateResult> {
    return answer(await this.mandates.changeRoleOrPeriod(viewer, region, { ...input, untilOn: input.untilOn ?? null }));
  }
}
