import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit, viewerOf } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { eventActions, type Event } from '@knotenpunkt/initiatives/domain';
import { answer, KeptForVisitors, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion, regionOf } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { EventService } from './event.service';
import { AddEventInput, InitiativeVersionInput, ReportEventHeldInput } from './initiative-input.graphql';
import { EventResult, EventType } from './initiative.graphql';

const MOST_EVENTS = 50;

@Resolver(() => EventType)
export class EventResolver {
  constructor(
    private readonly service: EventService,
    private readonly actors: ActorLoader,
  ) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => [EventType], { description: 'What is announced from today on, soonest first; at most fifty.' })
  upcomingEvents(
    @CurrentRegion() region: Region,
    @Args('first', { type: () => Int, defaultValue: 10 }) first: number,
  ): Promise<EventType[]> {
    return this.service.upcoming(region, Math.min(Math.max(first, 1), MOST_EVENTS));
  }

  @Permit('MEMBER')
  @Mutation(() => EventResult, { description: 'Announces an event of a Vorhaben.' })
  async addEvent(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AddEventInput,
  ): Promise<typeof EventResult> {
    const wish = { ...input, startTime: input.startTime ?? null, endTime: input.endTime ?? null };
    return answer(await this.service.add(viewer, region, wish));
  }

  @Permit('MEMBER')
  @Mutation(() => EventResult, { description: 'An event took place; who was there has met.' })
  async reportEventHeld(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReportEventHeldInput,
  ): Promise<typeof EventResult> {
    return answer(await this.service.reportHeld(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => EventResult, { description: 'An event is called off.' })
  async cancelEvent(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: InitiativeVersionInput,
  ): Promise<typeof EventResult> {
    return answer(await this.service.cancel(viewer, region, input));
  }

  @ResolveField(() => [ActorType])
  hosts({ hostIds }: Event, _: unknown, context: GraphqlContext): Promise<ActorType[]> {
    return this.known(hostIds, context);
  }

  @ResolveField(() => [ActorType], { description: 'Without the hosts.' })
  participants({ participantIds }: Event, _: unknown, context: GraphqlContext): Promise<ActorType[]> {
    return this.known(participantIds, context);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(event: Event, _: unknown, context: GraphqlContext): string[] {
    return eventActions(viewerOf(context), event, this.service.today(regionOf(context)));
  }

  private async known(ids: readonly string[], context: GraphqlContext): Promise<ActorType[]> {
    const actors = await Promise.all(ids.map((id) => this.actors.byId(context).load(id)));
    return actors.filter((actor) => actor !== null);
  }
}
