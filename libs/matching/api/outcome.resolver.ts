import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Result } from '@knotenpunkt/kernel';
import { changesOf, tellsPercent } from '@knotenpunkt/matching/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { LearningService, type LearningState } from './learning.service';
import {
  DiscardLearnedInput,
  HeldOutcomeInput,
  HeldOutcomeResult,
  HeldOutcomeType,
  LearnedFromOutcomes,
  LearningResult,
  OutcomeObjection,
} from './outcome.graphql';
import { OutcomesHeldService } from './outcomes-held.service';

/** What was learned from what came of suggestions. */
@Resolver(() => OutcomeObjection)
export class LearningResolver {
  constructor(
    private readonly learning: LearningService,
    private readonly load: ActorLoader,
  ) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'Who says so; null: the organisation is gone.' })
  async actor({ actorId }: OutcomeObjection, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return actorId ? this.load.byId(context).load(actorId) : null;
  }

  @Permit('COORDINATOR')
  @Query(() => LearnedFromOutcomes, { description: 'What became of the region’s suggestions, and what was learned from it.' })
  async learnedFromOutcomes(@CurrentRegion() region: Region): Promise<LearnedFromOutcomes> {
    return toldState(await this.learning.state(region));
  }

  @Permit('COORDINATOR')
  @Mutation(() => LearningResult, { description: 'Has the region learn anew from all outcomes; done in the background.' })
  async learnFromOutcomes(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<typeof LearningResult> {
    return answer(told(await this.learning.ask(viewer, region)));
  }

  @Permit('COORDINATOR')
  @Mutation(() => LearningResult, {
    description: 'Throws away what was learned; what was shipped serves until somebody has it learn anew.',
  })
  async discardLearned(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { expectedVersion }: DiscardLearnedInput,
  ): Promise<typeof LearningResult> {
    return answer(told(await this.learning.discard(viewer, region, expectedVersion)));
  }
}

/** What outcomes are held on an organisation. */
@Resolver(() => HeldOutcomeType)
export class OutcomesHeldResolver {
  constructor(
    private readonly held: OutcomesHeldService,
    private readonly load: ActorLoader,
  ) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'The other of the two, where both know of it.' })
  async other({ otherId }: HeldOutcomeType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return otherId ? this.load.byId(context).load(otherId) : null;
  }

  @Permit('MEMBER')
  @Query(() => [HeldOutcomeType], { description: 'Suggestions that name an organisation of the viewer, the newest first.' })
  outcomesHeld(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: string,
  ): Promise<HeldOutcomeType[]> {
    return this.held.list(viewer, region, actorId);
  }

  @Permit('MEMBER')
  @Mutation(() => HeldOutcomeResult, { description: 'Says that an outcome is not so: nothing is learned from it any more.' })
  async objectToOutcome(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: HeldOutcomeInput,
  ): Promise<typeof HeldOutcomeResult> {
    return answer(await this.held.object(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => HeldOutcomeResult, { description: 'Takes back that an outcome is not so.' })
  async withdrawOutcomeObjection(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: HeldOutcomeInput,
  ): Promise<typeof HeldOutcomeResult> {
    return answer(await this.held.withdrawObjection(viewer, region, input));
  }
}

function told(state: Result<LearningState>): Result<LearnedFromOutcomes> {
  return state.ok ? { ok: true, value: toldState(state.value) } : state;
}

function toldState({ tally, counts, missing, newest, objections }: LearningState): LearnedFromOutcomes {
  const learned = newest?.learned ?? null;
  return Object.assign(new LearnedFromOutcomes(), {
    version: newest?.version ?? 0,
    state: learned ? 'LEARNED' : newest ? 'DISCARDED' : 'SHIPPED',
    learnedOn: newest?.learnedOn ?? null,
    learnedFrom: learned?.counts ?? null,
    changes: learned ? changesOf(learned.weights) : [],
    calibrationError: learned?.calibrationError ?? null,
    tellsPercent: learned !== null && tellsPercent(learned),
    known: counts,
    missing,
    shown: tally.shown,
    objected: tally.objected,
    outcomes: tally.outcomes,
    reasons: tally.reasons,
    kinds: tally.kinds.map((one) => ({ ...one, kind: one.kind as ActorKind })),
    sureness: tally.sureness.map(({ said, ...one }) => ({ ...one, expected: said === null ? null : said * one.answered })),
    objections: objections.map(({ id, objectedById, objectedOn }) => ({ id, actorId: objectedById, objectedOn: objectedOn! })),
  });
}
