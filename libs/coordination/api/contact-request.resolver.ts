import { Args, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, DayPeriodInput, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import {
  ContactRequestType,
  DecideContactInput,
  DecideContactResult,
  RequestContactInput,
  RequestContactResult,
} from './contact-request.graphql';
import { ContactRequestService } from './contact-request.service';

@Resolver(() => ContactRequestType)
export class ContactRequestResolver {
  constructor(
    private readonly service: ContactRequestService,
    private readonly actors: ActorLoader,
  ) {}

  @Permit('MEMBER')
  @Query(() => [ContactRequestType], { description: 'Requests for a contact that wait for the viewer, open ones first.' })
  contactRequests(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('during', { type: () => DayPeriodInput, nullable: true, description: 'Asked within these days.' }) during: DayPeriodInput | null,
    @Args('actorId', { type: () => ID, nullable: true, description: 'Only those put to this organisation.' }) actorId: string | null,
  ): Promise<ContactRequestType[]> {
    const limit = Math.min(Math.max(first, 1), 100);
    return this.service.waitingFor(viewer, region, { limit, during: during ?? null, actorId: actorId ?? null });
  }

  @Permit('ANYONE')
  @Mutation(() => RequestContactResult, { description: 'Asks an organisation for a contact; no account needed.' })
  async requestContact(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { id, fromActorId, ...wish }: RequestContactInput,
  ): Promise<typeof RequestContactResult> {
    return answer(await this.service.ask(viewer, region, id, wish, fromActorId ?? null)) as typeof RequestContactResult;
  }

  @Permit('MEMBER')
  @Mutation(() => DecideContactResult, { description: 'Notes that the organisation answered a request.' })
  async markContactAnswered(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: DecideContactInput,
  ): Promise<typeof DecideContactResult> {
    return answer(await this.service.decide(viewer, region, { ...input, decision: 'ANSWERED' }));
  }

  @Permit('MEMBER')
  @Mutation(() => DecideContactResult, { description: 'Notes that the organisation declined a request.' })
  async declineContact(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: DecideContactInput,
  ): Promise<typeof DecideContactResult> {
    return answer(await this.service.decide(viewer, region, { ...input, decision: 'DECLINED' }));
  }

  @ResolveField(() => ActorType, { nullable: true })
  toActor(request: ContactRequestType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(request.toActorId);
  }
}
