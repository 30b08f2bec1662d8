import { Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { EmptyChairsType, StallType } from './desk.graphql';
import { DeskService } from './desk.service';

@Resolver()
export class DeskResolver {
  constructor(private readonly desk: DeskService) {}

  @Permit('COORDINATOR')
  @Query(() => [StallType], { description: 'What stalls in the region, the most urgent first; at most a hundred.' })
  stalls(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<StallType[]> {
    return this.desk.stalls(viewer, region);
  }

  @Permit('COORDINATOR')
  @Query(() => EmptyChairsType, { description: 'Where chairs are empty, bench by bench.' })
  emptyChairs(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<EmptyChairsType> {
    return this.desk.emptyChairs(viewer, region);
  }
}
