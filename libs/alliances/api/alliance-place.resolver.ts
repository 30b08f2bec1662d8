import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AlliancePlace } from './alliance-place.graphql';
import { AlliancePlaceService } from './alliance-place.service';

@Resolver(() => AlliancePlace)
export class AlliancePlaceResolver {
  constructor(private readonly places: AlliancePlaceService) {}

  @Permit('MEMBER')
  @Query(() => [AlliancePlace], {
    description: 'Where an organisation of the viewer was written into an alliance, asked, or takes part; at most 100, what waits first.',
  })
  alliancePlaces(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: string,
  ): Promise<AlliancePlace[]> {
    return this.places.of(viewer, region, actorId);
  }
}
