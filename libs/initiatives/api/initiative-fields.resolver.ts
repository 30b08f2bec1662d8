import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType, renderMarkdown } from '@knotenpunkt/actors/api';
import { ConsentRoundType } from '@knotenpunkt/agreements/api';
import { CurrentViewer } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { initiativeActions, maySee, maySeeTalks, visiblePartners, type Initiative } from '@knotenpunkt/initiatives/domain';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { EventType, InitiativePartnerType, InitiativeType } from './initiative.graphql';
import { InitiativeLoader } from './initiative.loader';

/** What a Vorhaben shows beside its own columns. */
@Resolver(() => InitiativeType)
export class InitiativeFieldsResolver {
  constructor(
    private readonly load: InitiativeLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => String, { description: 'The description as safe HTML.' })
  descriptionHtml(@Parent() { description }: Initiative): string {
    return renderMarkdown(description);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The register or the press it was taken from, where the lead has not said so itself; it is confirmed by nobody.',
  })
  sourceNote(@Parent() { leadCertainty, sourceNote }: Initiative, @CurrentRegion() region: Region): string | null {
    return sourceNote ?? (leadCertainty === 'CONFIRMED' ? null : region.sourceNote);
  }

  @ResolveField(() => ActorType)
  async lead(@Parent() { leadId }: Initiative, @Context() context: GraphqlContext): Promise<ActorType> {
    return (await this.actors.byId(context).load(leadId))!;
  }

  @ResolveField(() => [InitiativePartnerType], { description: 'Who was only asked is shown to those involved and the coordination.' })
  partners(@Parent() initiative: Initiative, @CurrentViewer() viewer: Viewer): InitiativePartnerType[] {
    return visiblePartners(viewer, initiative);
  }

  @ResolveField(() => [EventType])
  events(@Parent() { id }: Initiative, @Context() context: GraphqlContext): Promise<EventType[]> {
    return this.load.events(context).load(id);
  }

  @ResolveField(() => InitiativeType, { nullable: true, description: 'What it is a part of.' })
  async partOf(
    @Parent() { partOfId }: Initiative,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<InitiativeType | null> {
    const whole = partOfId === null ? null : await this.load.byId(context).load(partOfId);
    return whole && maySee(viewer, whole) ? whole : null;
  }

  @ResolveField(() => [InitiativeType], { description: 'What belongs to it.' })
  async parts(
    @Parent() { id }: Initiative,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<InitiativeType[]> {
    return (await this.load.parts(context).load(id)).filter((part) => maySee(viewer, part));
  }

  @ResolveField(() => ConsentRoundType, {
    nullable: true,
    description: 'The newest round of a proposal, for those involved and the coordination.',
  })
  consentRound(
    @Parent() initiative: Initiative,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<ConsentRoundType | null> | null {
    return maySeeTalks(viewer, initiative) ? this.load.round(context).load(initiative.id) : null;
  }

  @ResolveField(() => [ConsentRoundType], { description: 'All rounds, the newest first, for those involved and the coordination.' })
  consentRounds(
    @Parent() initiative: Initiative,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<ConsentRoundType[]> | ConsentRoundType[] {
    return maySeeTalks(viewer, initiative) ? this.load.rounds(context).load(initiative.id) : [];
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(@Parent() initiative: Initiative, @CurrentViewer() viewer: Viewer): string[] {
    return initiativeActions(viewer, initiative);
  }
}

@Resolver(() => InitiativePartnerType)
export class InitiativePartnerResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType)
  async actor(@Parent() { actorId }: InitiativePartnerType, @Context() context: GraphqlContext): Promise<ActorType> {
    return (await this.actors.byId(context).load(actorId))!;
  }
}

/** What an actor does. */
@Resolver(() => ActorType)
export class ActorInitiativesResolver {
  constructor(private readonly load: InitiativeLoader) {}

  @ResolveField(() => [InitiativeType], { description: 'What it leads or takes part in, at most fifty; what runs first.' })
  async initiatives(
    @Parent() { id }: ActorType,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Context() context: GraphqlContext,
  ): Promise<InitiativeType[]> {
    return (await this.load.ofActor(context).load(id)).slice(0, Math.max(0, first));
  }
}
