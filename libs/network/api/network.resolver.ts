import { KeptForVisitors, LocalDateType } from '@knotenpunkt/platform/graphql';
import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import { audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import type { LocalDate } from '@knotenpunkt/kernel';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { TieFilterArguments } from './closer/tie-filters.graphql';
import { findingsType, NetworkFindings } from './closer/findings.graphql';
import { NetworkPaths, NetworkStateType, NetworkSurroundings, NetworkTie } from './network.graphql';
import { OverviewService } from './overview.service';
import { TiesService } from './ties.service';

@ArgsType()
class SurroundingsArguments extends TieFilterArguments {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int, { defaultValue: 1, description: '1: those it is tied to; 2: those they are tied to as well; 3: one step further.' })
  depth!: number;
}

@ArgsType()
class PathsArguments extends TieFilterArguments {
  @Field(() => ID)
  from!: string;

  @Field(() => ID)
  to!: string;
}

/** A number of steps there is. */
function stepsOf(depth: number): 1 | 2 | 3 {
  return depth <= 1 ? 1 : depth === 2 ? 2 : 3;
}

/** Reading the graph, on the graph of the viewer's audience. */
@Resolver()
export class NetworkResolver {
  constructor(
    private readonly overview: OverviewService,
    private readonly ties: TiesService,
  ) {}

  @Permit('ANYONE')
  @Query(() => NetworkStateType, { description: 'The newest state of the network for the viewer.' })
  networkState(@CurrentRegion() region: Region, @CurrentViewer() viewer: Viewer): Promise<NetworkStateType> {
    return this.overview.state(region, audienceOf(viewer));
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => NetworkSurroundings, { nullable: true, description: 'Whom an actor is tied to; null when there is no such actor.' })
  surroundings(
    @CurrentRegion() region: Region,
    @CurrentViewer() viewer: Viewer,
    @Args() wish: SurroundingsArguments,
  ): Promise<NetworkSurroundings | null> {
    return this.ties.surroundings(region, audienceOf(viewer), { ...wish, depth: stepsOf(wish.depth) });
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => NetworkTie, { nullable: true, description: 'Everything a tie comes from; null when the two are not tied.' })
  tieEvidence(
    @CurrentRegion() region: Region,
    @CurrentViewer() viewer: Viewer,
    @Args('a', { type: () => ID }) a: string,
    @Args('b', { type: () => ID }) b: string,
    @Args('asOf', {
      type: () => LocalDateType,
      nullable: true,
      description: 'The day that is told; today where it says none, or one to come.',
    })
    asOf: LocalDate | null,
  ): Promise<NetworkTie | null> {
    return this.ties.evidence(region, audienceOf(viewer), { a, b, asOf });
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => NetworkPaths, { description: 'The shortest ways from one actor to another, with the reason of each step.' })
  paths(@CurrentRegion() region: Region, @CurrentViewer() viewer: Viewer, @Args() wish: PathsArguments): Promise<NetworkPaths> {
    return this.ties.paths(region, audienceOf(viewer), wish);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => NetworkFindings, { description: 'What is worth looking at in the network.' })
  async networkFindings(@CurrentRegion() region: Region, @CurrentViewer() viewer: Viewer): Promise<NetworkFindings> {
    return findingsType(await this.overview.findings(region, audienceOf(viewer)));
  }
}
