import { Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@knotenpunkt/identity/api';
import { KeptForVisitors } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkMark } from './marks.graphql';
import { MarksService } from './marks.service';

@Resolver(() => NetworkMark)
export class MarksResolver {
  constructor(private readonly marks: MarksService) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => [NetworkMark], {
    description: 'What happened in the region until today, in order of days; at most a hundred, those of most actors.',
  })
  networkMarks(@CurrentRegion() region: Region): Promise<NetworkMark[]> {
    return this.marks.marksOf(region);
  }
}
