import { ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import {
  awaitedFrom,
  introductionActions,
  seesContacts,
  shownNote,
  sidesToAnswer,
  type Awaited,
  type Introduction,
} from '@knotenpunkt/coordination/domain';
import { viewerOf } from '@knotenpunkt/identity/api';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { AwaitedEnum, IntroductionContactType, IntroductionJointAct, IntroductionSideType, IntroductionType } from './introduction.graphql';
import { IntroductionLoader } from './introduction.loader';

/** Fields of an introduction that are read only when asked for, each for all introductions of an operation at once. */
@Resolver(() => IntroductionType)
export class IntroductionFieldsResolver {
  constructor(private readonly load: IntroductionLoader) {}

  @ResolveField(() => [IntroductionSideType], { description: 'First end, go-between, second end.' })
  sides({ sides }: Introduction, _: unknown, context: GraphqlContext): IntroductionSideType[] {
    const viewer = viewerOf(context);
    return sides.map((side) => ({ ...side, note: shownNote(viewer, side) }));
  }

  @ResolveField(() => [IntroductionContactType], { description: 'For the three, once all have agreed; empty otherwise.' })
  contacts(introduction: Introduction, _: unknown, context: GraphqlContext): Promise<IntroductionContactType[]> | [] {
    return seesContacts(viewerOf(context), introduction) ? this.load.contacts(context).load(introduction.id) : [];
  }

  @ResolveField(() => [IntroductionJointAct], {
    description: 'What both ends take part in and everybody may read of: what the introduction may have become.',
  })
  joint({ id }: Introduction, _: unknown, context: GraphqlContext): Promise<IntroductionJointAct[]> {
    return this.load.joint(context).load(id);
  }

  @ResolveField(() => IntroductionJointAct, { nullable: true, description: 'The Vorhaben or alliance it became.' })
  became({ outcomeId }: Introduction, _: unknown, context: GraphqlContext): Promise<IntroductionJointAct | null> | null {
    return outcomeId === null ? null : this.load.outcome(context).load(outcomeId);
  }

  @ResolveField(() => AwaitedEnum, { nullable: true, description: 'What it waits for from the viewer; null: nothing.' })
  awaits(introduction: Introduction, _: unknown, context: GraphqlContext): Awaited | null {
    return awaitedFrom(viewerOf(context), introduction);
  }

  @ResolveField(() => [String], { description: 'Ids of the organisations for which the viewer may answer.' })
  answerableFor(introduction: Introduction, _: unknown, context: GraphqlContext): string[] {
    return sidesToAnswer(viewerOf(context), introduction).map(({ actorId }) => actorId);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(introduction: Introduction, _: unknown, context: GraphqlContext): string[] {
    return introductionActions(viewerOf(context), introduction);
  }
}

@Resolver(() => IntroductionSideType)
export class IntroductionSideResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: IntroductionSideType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}
