import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Introduction } from '@knotenpunkt/coordination/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, toConnection, type Refused } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { IntroductionWaysService } from './introduction-ways.service';
import {
  AnswerIntroductionInput,
  AskForIntroductionInput,
  ConcludeIntroductionInput,
  IntroductionConnection,
  IntroductionPageArguments,
  IntroductionResult,
  IntroductionType,
  IntroductionVersionInput,
  IntroductionWays,
  IntroductionWaysArguments,
  ReportMeetingInput,
  ReviseIntroductionInput,
} from './introduction.graphql';
import { IntroductionService } from './introduction.service';

type Answer = Promise<typeof IntroductionResult>;

@Resolver(() => IntroductionType)
export class IntroductionResolver {
  constructor(
    private readonly service: IntroductionService,
    private readonly ways: IntroductionWaysService,
  ) {}

  @Permit('MEMBER')
  @Query(() => IntroductionConnection, {
    description: 'Introductions in which the viewer takes part; for the coordination all. The newest first.',
  })
  async introductions(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, filter }: IntroductionPageArguments,
  ): Promise<InstanceType<typeof IntroductionConnection>> {
    return toConnection(
      await this.service.page(viewer, region, filter ?? {}, { first, after }),
      (row: Introduction) => row as IntroductionType,
    );
  }

  @Permit('MEMBER')
  @Query(() => IntroductionType, { nullable: true, description: 'Null for all but the three and the coordination.' })
  introduction(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<IntroductionType | null> {
    return this.service.byId(viewer, region, id);
  }

  @Permit('MEMBER')
  @Query(() => IntroductionWays, { description: 'Who could introduce two organisations, for whoever may ask for that.' })
  async introductionWays(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { firstId, secondId, asCoordination }: IntroductionWaysArguments,
  ): Promise<IntroductionWays> {
    const found = await this.ways.find(viewer, region, { askedById: asCoordination ? null : firstId, firstId, secondId });
    const { refusal, through } = found;
    return {
      refusal: refusal && (answer({ ok: false, refusal }) as Refused),
      ways: through.map(({ actor, toA, toB }) => ({ actor, toFirst: toA, toSecond: toB })),
    };
  }

  @Permit('MEMBER')
  @Mutation(() => IntroductionResult, { description: 'Asks that two organisations be introduced by a third; all of them are asked.' })
  async askForIntroduction(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AskForIntroductionInput,
  ): Answer {
    return answer(await this.service.ask(viewer, region, { ...input, askedById: input.askedById ?? null }));
  }

  @Permit('MEMBER')
  @Mutation(() => IntroductionResult, { description: 'Answers for one of the three. The last "Ja" agrees it, one "Nein" ends it.' })
  async answerIntroduction(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AnswerIntroductionInput,
  ): Answer {
    return answer(await this.service.answer(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => IntroductionResult, { description: 'Another text after a "Ja, aber …"; all are asked again.' })
  async reviseIntroduction(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReviseIntroductionInput,
  ): Answer {
    return answer(await this.service.revise(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => IntroductionResult, { description: 'Takes the question back while not all have agreed.' })
  async withdrawIntroduction(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: IntroductionVersionInput,
  ): Answer {
    return answer(await this.service.withdraw(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => IntroductionResult, { description: 'Notes that the two ends have spoken.' })
  async reportMeeting(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: ReportMeetingInput): Answer {
    return answer(await this.service.meet(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => IntroductionResult, { description: 'Notes what came of it.' })
  async concludeIntroduction(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ConcludeIntroductionInput,
  ): Answer {
    return answer(await this.service.conclude(viewer, region, { ...input, outcomeId: input.outcomeId ?? null }));
  }
}
