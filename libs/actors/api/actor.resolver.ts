import { Args, Context, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@knotenpunkt/actors/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { answer, fieldsAsked, type GraphqlContext, KeptForVisitors, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorDirectoryService } from './actor-directory.service';
import {
  ActorFilterInput,
  ActorPageArguments,
  ConfirmProfileInput,
  DeclareTieInput,
  ProposingInput,
  RemoveActorLogoInput,
  SetActorLogoInput,
  UpdateProfileInput,
} from './actor-input.graphql';
import { ActorConnection, ActorFacets, ActorPlace, ActorType, DeclareTieResult, ProfileResult } from './actor.graphql';
import { ActorLoader } from './actor.loader';
import { ActorService } from './actor.service';
import { RelationService } from './relation.service';
import type { GraphQLResolveInfo } from 'graphql';

/** The directory, single actors, and what their people change. */
@Resolver(() => ActorType)
export class ActorResolver {
  constructor(
    private readonly directory: ActorDirectoryService,
    private readonly profiles: ActorService,
    private readonly relations: RelationService,
    private readonly load: ActorLoader,
  ) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => ActorConnection, { description: 'The actors of the region by name; with a search the best fitting names first.' })
  async actors(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, filter }: ActorPageArguments,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InstanceType<typeof ActorConnection>> {
    const asked = fieldsAsked(info, ['edges', 'node']);
    const counted = asked.has('offerCount') || asked.has('needCount');
    return toConnection(await this.directory.page(viewer, region, filter ?? {}, { first, after, counted }), (actor: Actor) => actor);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => ActorFacets, { description: 'How many actors the directory has under a filter.' })
  actorFacets(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('filter', { type: () => ActorFilterInput, nullable: true }) filter: ActorFilterInput | null,
  ): Promise<ActorFacets> {
    return this.directory.facets(viewer, region, filter ?? {});
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => ActorType, { nullable: true, description: 'The actor at an address, also one it has left.' })
  actor(
    @CurrentRegion() region: Region,
    @Args('slug') slug: string,
    @Info() info: GraphQLResolveInfo,
    @Context() context: GraphqlContext,
  ): Promise<ActorType | null> {
    return this.load.at(region.id, slug, fieldsAsked(info), context);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => ActorType, { nullable: true })
  actorById(@CurrentRegion() region: Region, @Args('id', { type: () => ID }) id: Id): Promise<ActorType | null> {
    return this.directory.byId(region, id);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => [ActorPlace], { description: 'Where the actors of the region are, as far as it is known; at most 2,000.' })
  actorPlaces(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('filter', { type: () => ActorFilterInput, nullable: true }) filter: ActorFilterInput | null,
  ): Promise<ActorPlace[]> {
    return this.directory.places(viewer, region, filter ?? {});
  }

  @Permit('MEMBER')
  @Mutation(() => ProfileResult, { description: 'Writes the profile of an actor with its contacts.' })
  async updateProfile(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: UpdateProfileInput,
  ): Promise<typeof ProfileResult> {
    const { actorId, expectedVersion, size = null, employerId = null, sector = null, lon = null, lat = null, ...said } = input;
    const profile = { ...said, size, employerId, sector, lon, lat };
    return answer(await this.profiles.updateProfile(viewer, region, { actorId, expectedVersion, profile }));
  }

  @Permit('MEMBER')
  @Mutation(() => ProfileResult, { description: 'Says that the profile still holds.' })
  async confirmProfile(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ConfirmProfileInput,
  ): Promise<typeof ProfileResult> {
    return answer(await this.profiles.confirmProfile(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => ProfileResult, { description: 'Shows a picture that was sent before as the logo of an actor.' })
  async setActorLogo(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SetActorLogoInput,
  ): Promise<typeof ProfileResult> {
    return answer(await this.profiles.setLogo(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => ProfileResult, { description: 'Takes the logo of an actor away; for a day it can be set again.' })
  async removeActorLogo(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RemoveActorLogoInput,
  ): Promise<typeof ProfileResult> {
    return answer(await this.profiles.setLogo(viewer, region, { ...input, hash: null }));
  }

  @Permit('MEMBER')
  @Mutation(() => ProfileResult, {
    description: 'Nobody is proposed the actor any more, from now on and anywhere. Who looks for it finds it.',
  })
  async stopProposingActor(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ProposingInput,
  ): Promise<typeof ProfileResult> {
    return answer(await this.profiles.setProposable(viewer, region, { ...input, proposable: false }));
  }

  @Permit('MEMBER')
  @Mutation(() => ProfileResult, { description: 'The actor may be proposed to others again.' })
  async allowProposingActor(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ProposingInput,
  ): Promise<typeof ProfileResult> {
    return answer(await this.profiles.setProposable(viewer, region, { ...input, proposable: true }));
  }

  @Permit('MEMBER')
  @Mutation(() => DeclareTieResult, { description: 'Declares a tie to another actor, or confirms the one it has declared.' })
  async declareTie(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: DeclareTieInput,
  ): Promise<typeof DeclareTieResult> {
    return answer(await this.relations.declareTie(viewer, region, input));
  }
}
