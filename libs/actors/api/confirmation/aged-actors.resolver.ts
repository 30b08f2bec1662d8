import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ANSWER_DAYS, type ConfirmationPeriod } from '@knotenpunkt/actors/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok } from '@knotenpunkt/kernel';
import { answer, PageArguments, toConnection, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorType, ProfileResult } from '../actor.graphql';
import { ActorLoader } from '../actor.loader';
import { AgedActorsService } from './aged-actors.service';
import { ConfirmationAskingService } from './confirmation-asking.service';
import { ConfirmationDeskService } from './confirmation-desk.service';
import {
  AgedActor,
  AgedActorArguments,
  AgedActorConnection,
  ArchivedActor,
  ArchivedActorConnection,
  AskedWhetherRight,
  AskingCount,
  AskWhetherRightInput,
  AskWhetherRightResult,
  ConfirmationPeriodResult,
  ConfirmationPeriodType,
  RestoreActorInput,
  SetConfirmationPeriodInput,
} from './confirmation.graphql';

function periodOf({ afterDays, version }: ConfirmationPeriod): ConfirmationPeriodType {
  return Object.assign(new ConfirmationPeriodType(), { afterDays, version, answerDays: ANSWER_DAYS });
}

/** Entries that have grown old, on the desk of the coordination. */
@Resolver(() => AgedActor)
export class AgedActorsResolver {
  constructor(
    private readonly aged: AgedActorsService,
    private readonly asking: ConfirmationAskingService,
    private readonly desk: ConfirmationDeskService,
    private readonly load: ActorLoader,
  ) {}

  @Permit('COORDINATOR')
  @Query(() => AgedActorConnection, {
    description: 'Organisations whose entries nobody confirmed for the period of the region, oldest first.',
  })
  async agedActors(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { state, ...page }: AgedActorArguments,
  ): Promise<InstanceType<typeof AgedActorConnection>> {
    return toConnection(await this.aged.page(viewer, region, state ?? null, page), (row) => row);
  }

  @Permit('COORDINATOR')
  @Query(() => [AskingCount], { description: 'How many of them there are in each state.' })
  agedActorCounts(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<AskingCount[]> {
    return this.aged.counts(viewer, region);
  }

  @Permit('COORDINATOR')
  @Query(() => ArchivedActorConnection, { description: 'Organisations that are out of the directory, the last first.' })
  async archivedActors(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() page: PageArguments,
  ): Promise<InstanceType<typeof ArchivedActorConnection>> {
    return toConnection(await this.aged.archived(viewer, region, page), (row) => row);
  }

  @Permit('COORDINATOR')
  @Query(() => ConfirmationPeriodType)
  async confirmationPeriod(@CurrentRegion() region: Region): Promise<ConfirmationPeriodType> {
    return periodOf(await this.desk.period(region));
  }

  @ResolveField(() => ActorType)
  async actor({ id }: AgedActor, _: unknown, context: GraphqlContext): Promise<ActorType> {
    return (await this.load.byId(context).load(id))!;
  }

  @Permit('COORDINATOR')
  @Mutation(() => AskWhetherRightResult, { description: 'Asks organisations by mail whether what they say is still right.' })
  async askWhetherRight(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AskWhetherRightInput,
  ): Promise<typeof AskWhetherRightResult> {
    const asked = await this.asking.askChosen(viewer, region, input);
    return answer(asked.ok ? ok(Object.assign(new AskedWhetherRight(), asked.value)) : asked);
  }

  @Permit('COORDINATOR')
  @Mutation(() => ConfirmationPeriodResult, { description: 'Sets after how many days the region asks whether entries are still right.' })
  async setConfirmationPeriod(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SetConfirmationPeriodInput,
  ): Promise<typeof ConfirmationPeriodResult> {
    const set = await this.desk.setPeriod(viewer, region, input);
    return answer(set.ok ? ok(periodOf(set.value)) : set);
  }

  @Permit('COORDINATOR')
  @Mutation(() => ProfileResult, { description: 'Puts an organisation back into the directory.' })
  async restoreActor(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RestoreActorInput,
  ): Promise<typeof ProfileResult> {
    return answer(await this.desk.restore(viewer, region, input));
  }
}

/** The organisation that is out of the directory. */
@Resolver(() => ArchivedActor)
export class ArchivedActorResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType)
  async actor({ id }: ArchivedActor, _: unknown, context: GraphqlContext): Promise<ActorType> {
    return (await this.load.byId(context).load(id))!;
  }
}
