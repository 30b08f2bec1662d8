import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType, renderMarkdown } from '@knotenpunkt/actors/api';
import { ConsentRoundType } from '@knotenpunkt/agreements/api';
import { viewerOf } from '@knotenpunkt/identity/api';
import { initiativeActions, maySee, maySeeTalks, visiblePartners, type Initiative } from '@knotenpunkt/initiatives/domain';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { regionOf } from '@knotenpunkt/regions/api';
import { EventType, InitiativePartnerType, InitiativeType } from './initiative.graphql';
import { InitiativeLoader } from './initiative.loader';

/** What a Vorhaben shows beside its own columns. */
@Resolver(() => InitiativeType)
export class InitiativeFieldsResolver {
  constructor(
    private readonly load: InitiativeLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => Boolean, {
    description: 'Taken out of sight by the coordination; shown to the people of its lead and the coordination.',
  })
  isHidden({ hidden }: Initiative): boolean {
    return hidden ?? false;
  }

  @ResolveField(() => String, { description: 'The description as safe HTML.' })
  descriptionHtml({ description }: Initiative): string {
    return renderMarkdown(description);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The register or the press it was taken from, where the lead has not said so itself; it is confirmed by nobody.',
  })
  sourceNote({ leadCertainty, sourceNote }: Initiative, _: unknown, context: GraphqlContext): string | null {
    return sourceNote ?? (leadCertainty === 'CONFIRMED' ? null : regionOf(context).sourceNote);
  }

  @ResolveField(() => ActorType)
  async lead({ leadId }: Initiative, _: unknown, context: GraphqlContext): Promise<ActorType> {
    return (await this.actors.byId(context).load(leadId))!;
  }

  @ResolveField(() => [InitiativePartnerType], { description: 'Who was only asked is shown to those involved and the coordination.' })
  partners(initiative: Initiative, _: unknown, context: GraphqlContext): InitiativePartnerType[] {
    return visiblePartners(viewerOf(context), initiative);
  }

  @ResolveField(() => [EventType])
  events({ id }: Initiative, _: unknown, context: GraphqlContext): Promise<EventType[]> {
    return this.load.events(context).load(id);
  }

  @ResolveField(() => InitiativeType, { nullable: true, description: 'What it is a part of.' })
  async partOf({ partOfId }: Initiative, _: unknown, context: GraphqlContext): Promise<InitiativeType | null> {
    const whole = partOfId === null ? null : await this.load.byId(context).load(partOfId);
    return whole && maySee(viewerOf(context), whole) ? whole : null;
  }

  @ResolveField(() => [InitiativeType], { description: 'What belongs to it.' })
  async parts({ id }: Initiative, _: unknown, context: GraphqlContext): Promise<InitiativeType[]> {
    return (await this.load.parts(context).load(id)).filter((part) => maySee(viewerOf(context), part));
  }

  @ResolveField(() => ConsentRoundType, {
    nullable: true,
    description: 'The newest round of a proposal, for those involved and the coordination.',
  })
  consentRound(initiative: Initiative, _: unknown, context: GraphqlContext): Promise<ConsentRoundType | null> | null {
    return maySeeTalks(viewerOf(context), initiative) ? this.load.round(context).load(initiative.id) : null;
  }

  @ResolveField(() => [ConsentRoundType], { description: 'All rounds, the newest first, for those involved and the coordination.' })
  consentRounds(initiative: Initiative, _: unknown, context: GraphqlContext): Promise<ConsentRoundType[]> | ConsentRoundType[] {
    return maySeeTalks(viewerOf(context), initiative) ? this.load.rounds(context).load(initiative.id) : [];
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(initiative: Initiative, _: unknown, context: GraphqlContext): string[] {
    return initiativeActions(viewerOf(context), initiative);
  }
}

@Resolver(() => InitiativePartnerType)
export class InitiativePartnerResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType)
  async actor({ actorId }: InitiativePartnerType, _: unknown, context: GraphqlContext): Promise<ActorType> {
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
