import { Args, Field, ID, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { ChangeFeed, type DataChange as Change } from '@knotenpunkt/platform/outbox';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CurrentViewer, Permit } from './permit';

@ObjectType({ description: 'What changed; read it again with your own rights.' })
export class ChangedOwner {
  @Field({ description: 'For example `actor` or `initiative`.' })
  type!: string;

  @Field(() => ID)
  id!: string;
}

@ObjectType({ description: 'Something changed in the region and the network knows it.' })
export class DataChange {
  @Field(() => Int, { description: 'Version of the data.' })
  seq!: number;

  @Field(() => [ChangedOwner])
  owners!: ChangedOwner[];
}

/** Stands here, because what one is told depends on who one is. */
@Resolver(() => DataChange)
export class ChangesResolver {
  constructor(private readonly feed: ChangeFeed) {}

  @Permit('ANYONE')
  @Subscription(() => DataChange, {
    description: 'Changes in the region that the viewer may know of, as they happen.',
    resolve: (change: Change) => change,
  })
  changes(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('versionFirst', {
      type: () => Boolean,
      nullable: true,
      description:
        'First of all tells the version there is, without owners: what was answered at an older one (`x-data-version`) may have changed.',
    })
    versionFirst: boolean | null | undefined,
  ): AsyncIterableIterator<Change> {
    return this.feed.follow(region.id, audienceOf(viewer), { versionFirst: versionFirst === true });
  }
}
