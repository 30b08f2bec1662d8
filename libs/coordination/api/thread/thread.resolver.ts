import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CompleteThreadInput, OpenThreadInput, PlanThreadInput, PostponeThreadInput, ThreadVersionInput } from './thread-inputs.graphql';
import { ThreadReadingService } from './thread-reading.service';
import { Coordinator, ThreadConnection, ThreadPageArguments, ThreadResult, ThreadsToday, ThreadType } from './thread.graphql';
import { ThreadService } from './thread.service';

type Answer = Promise<typeof ThreadResult>;

@Resolver(() => ThreadType)
export class ThreadResolver {
  constructor(
    private readonly service: ThreadService,
    private readonly reading: ThreadReadingService,
  ) {}

  @Permit('COORDINATOR')
  @Query(() => ThreadsToday, { description: 'What stands on the desk of the coordination.' })
  async threadsToday(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('mine', { type: () => Boolean, nullable: true, description: 'Only those whose owner or deputy the viewer is.' })
    mine: boolean | null,
  ): Promise<ThreadsToday> {
    return (await this.reading.today(viewer, region, mine ?? false)) as ThreadsToday;
  }

  @Permit('COORDINATOR')
  @Query(() => ThreadConnection, { description: 'Open threads in the order of the desk, or done ones, the last first.' })
  async threads(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, which, mine, search }: ThreadPageArguments,
  ): Promise<InstanceType<typeof ThreadConnection>> {
    const page = await this.reading.page(viewer, region, { which, mine: mine ?? false, search: search ?? '' }, { first, after });
    return toConnection(page, (row) => row as ThreadType);
  }

  @Permit('COORDINATOR')
  @Query(() => ThreadType, { nullable: true })
  thread(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ThreadType | null> {
    return this.reading.byId(viewer, region, id);
  }

  @Permit('COORDINATOR')
  @Query(() => [Coordinator], { description: 'Who coordinates the region, by name; at most a hundred.' })
  coordinators(@CurrentRegion() region: Region): Promise<Coordinator[]> {
    return this.reading.coordinators(region);
  }

  @Permit('COORDINATOR')
  @Mutation(() => ThreadResult, { description: 'Takes something in hand.' })
  async openThread(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: OpenThreadInput): Answer {
    return answer(await this.service.open(viewer, region, { ...withoutGaps(input), subject: input.subject ?? null })) as ThreadType;
  }

  @Permit('COORDINATOR')
  @Mutation(() => ThreadResult, { description: 'What is done next, when it comes back, and who has it in hand.' })
  async planThread(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: PlanThreadInput): Answer {
    return answer(await this.service.plan(viewer, region, withoutGaps(input))) as ThreadType;
  }

  @Permit('COORDINATOR')
  @Mutation(() => ThreadResult, { description: 'Another day to look at it again.' })
  async postponeThread(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: PostponeThreadInput,
  ): Answer {
    return answer(await this.service.postpone(viewer, region, input)) as ThreadType;
  }

  @Permit('COORDINATOR')
  @Mutation(() => ThreadResult, { description: 'Done, with a sentence about what came of it.' })
  async completeThread(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: CompleteThreadInput,
  ): Answer {
    return answer(await this.service.complete(viewer, region, input)) as ThreadType;
  }

  @Permit('COORDINATOR')
  @Mutation(() => ThreadResult, { description: 'Takes "done" back.' })
  async reopenThread(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: ThreadVersionInput): Answer {
    return answer(await this.service.reopen(viewer, region, input)) as ThreadType;
  }
}

/** What a client leaves out is nothing. */
function withoutGaps<Input extends OpenThreadInput | PlanThreadInput>(input: Input) {
  const { stepActorId, followUpOn, ownerId, deputyId } = input;
  return {
    ...input,
    stepActorId: stepActorId ?? null,
    followUpOn: followUpOn ?? null,
    ownerId: ownerId ?? null,
    deputyId: deputyId ?? null,
  };
}
