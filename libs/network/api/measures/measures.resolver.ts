import { Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@knotenpunkt/identity/api';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkMeasures } from './measures.graphql';
import { MeasuresService } from './measures.service';

/** What was measured of the public network; the same for every reader. */
@Resolver()
export class MeasuresResolver {
  constructor(private readonly service: MeasuresService) {}

  @Permit('ANYONE')
  @Query(() => NetworkMeasures, { description: 'What the region’s public network is in numbers, and was.' })
  networkMeasures(@CurrentRegion() region: Region): Promise<NetworkMeasures> {
    return this.service.of(region.id);
  }
}
