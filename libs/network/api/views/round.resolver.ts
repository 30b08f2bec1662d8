import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok } from '@knotenpunkt/kernel';
import { keepsFor } from '@knotenpunkt/network/domain';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkRoundVersionInput, OpenedRoundType, RoundResult, RoundsType, RoundType, SaveNetworkRoundInput } from './round.graphql';
import { RoundService, type StoredRound } from './round.service';
import { openedView } from './view.resolver';

/** Paths through views. */
@Resolver(() => RoundType)
export class RoundResolver {
  constructor(private readonly service: RoundService) {}

  @Permit('ANYONE')
  @Query(() => RoundsType, { description: 'Rounds: those the viewer keeps, and those in the list of the region.' })
  async networkRounds(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<RoundsType> {
    const [mine, ofRegion] = await Promise.all([this.service.mine(viewer, region), this.service.ofRegion(viewer, region)]);
    return {
      mine: mine.map((round) => told(round, viewer)),
      ofRegion: ofRegion.map(({ round, stopCount }) => told(round, viewer, stopCount)),
    };
  }

  @Permit('ANYONE')
  @Query(() => OpenedRoundType, {
    nullable: true,
    description: 'A round with the views the viewer may open; null where it is not for them.',
  })
  async networkRound(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<OpenedRoundType | null> {
    const found = await this.service.open(viewer, region, id);
    if (!found) return null;
    const stops = found.stops.map(({ sentence, opened }) => ({ sentence, opened: openedView(opened, viewer) }));
    const stopCount = keepsFor(viewer, found.round.owner) ? found.round.stops.length : stops.length;
    return { round: told(found.round, viewer, stopCount), stops };
  }

  @Permit('MEMBER')
  @Mutation(() => RoundResult, { description: 'Puts a path through views together, or puts it together anew.' })
  async saveNetworkRound(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SaveNetworkRoundInput,
  ): Promise<typeof RoundResult> {
    const result = await this.service.keep(viewer, region, { ...input, ownerActorId: input.ownerActorId ?? null });
    return answer(result.ok ? ok(told(result.value, viewer)) : result);
  }

  @Permit('MEMBER')
  @Mutation(() => RoundResult, { description: 'Erases a round; its views stay.' })
  async eraseNetworkRound(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: NetworkRoundVersionInput,
  ): Promise<typeof RoundResult> {
    const result = await this.service.erase(viewer, region, input);
    return answer(result.ok ? ok(told(result.value, viewer)) : result);
  }
}

function told(round: StoredRound, viewer: Viewer, stopCount = round.stops.length): RoundType {
  const { id, name, sentence, visibility, ownerName, changedOn, version, owner } = round;
  return {
    id,
    name,
    sentence,
    visibility,
    ownerName,
    ownerKind: owner.kind,
    yours: keepsFor(viewer, owner),
    stopCount,
    changedOn,
    version,
  };
}
