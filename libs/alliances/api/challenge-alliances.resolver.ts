import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@knotenpunkt/actors/domain';
import { ActorType } from '@knotenpunkt/actors/api';
import { emptyBenches, fillBenches, isFormed, maySee, type Alliance } from '@knotenpunkt/alliances/domain';
import { ChallengeType } from '@knotenpunkt/challenges/api';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import { CurrentViewer, viewerOf } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { AllianceType, BenchFillType } from './alliance.graphql';
import { AllianceLoader } from './alliance.loader';

/** What this room adds to a challenge, which is of an earlier one. */
@Resolver(() => ChallengeType)
export class ChallengeAlliancesResolver {
  constructor(private readonly load: AllianceLoader) {}

  @ResolveField(() => [AllianceType], { description: 'The alliances the viewer may see, the furthest first.' })
  async alliances(challenge: Challenge, _: unknown, context: GraphqlContext): Promise<AllianceType[]> {
    return this.seen(challenge, viewerOf(context), context);
  }

  @ResolveField(() => Boolean, {
    description: '"Eine Allianz wird vorbereitet": one is drafted or asked for. By whom and with whom is not told.',
  })
  async allianceInPreparation(challenge: Challenge, _: unknown, context: GraphqlContext): Promise<boolean> {
    return (await this.load.ofChallenge(context).load(challenge.id)).some((alliance) => !isFormed(alliance));
  }

  @ResolveField(() => [BenchFillType], {
    description: 'The wanted benches with how many sit on them in the alliance the viewer sees that is furthest.',
  })
  async benchFills(challenge: Challenge, _: unknown, context: GraphqlContext): Promise<BenchFillType[]> {
    const [furthest] = await this.seen(challenge, viewerOf(context), context);
    return fillBenches(challenge.benches, furthest?.members ?? []);
  }

  @ResolveField(() => [BenchFillType], { description: 'Those of them on which too few sit.' })
  async emptyBenches(challenge: Challenge, _: unknown, context: GraphqlContext): Promise<BenchFillType[]> {
    return emptyBenches(await this.benchFills(challenge, _, context));
  }

  private async seen({ id }: Challenge, viewer: Viewer, context: GraphqlContext): Promise<Alliance[]> {
    return (await this.load.ofChallenge(context).load(id)).filter((alliance) => maySee(viewer, alliance));
  }
}

/** What it adds to an actor. */
@Resolver(() => ActorType)
export class ActorAlliancesResolver {
  constructor(private readonly load: AllianceLoader) {}

  @ResolveField(() => [AllianceType], { description: 'The alliances it belongs to or is asked for, as far as the viewer may see them.' })
  async alliances(
    @Parent() actor: Actor,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, defaultValue: 10 }) first: number,
  ): Promise<AllianceType[]> {
    const all = await this.load.ofActor(context).load(actor.id);
    return all.filter((alliance) => maySee(viewer, alliance)).slice(0, Math.min(Math.max(first, 0), 100));
  }
}
