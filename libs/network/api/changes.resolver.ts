import { Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import { audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { ChangeFeed, GraphKeeper, type DataChange } from '@knotenpunkt/platform/outbox';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DataChangeType, GraphStateType } from './network.graphql';

/** What changes while one looks at it, and whether the graph still says what Postgres says. */
@Resolver()
export class ChangesResolver {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly keeper: GraphKeeper,
  ) {}

  @Permit('ANYONE')
  @Subscription(() => DataChangeType, {
    description: 'Tells what changed in the region and the viewer may know of.',
    resolve: (change: DataChange) => change,
  })
  changes(@CurrentRegion() region: Region, @CurrentViewer() viewer: Viewer): AsyncIterableIterator<DataChange> {
    return this.feed.follow(region.id, audienceOf(viewer));
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => GraphStateType, { description: 'Compares the graph with the facts in Postgres.' })
  graphState(): Promise<GraphStateType> {
    return this.keeper.verify();
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => GraphStateType, { description: 'Empties the graph, fills it from Postgres again and compares.' })
  async rebuildGraph(): Promise<GraphStateType> {
    await this.keeper.rebuild();
    return this.keeper.verify();
  }
}
