import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, PageArguments, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CorrectThreadInput, NoteCorrectionInput } from './thread-inputs.graphql';
import { ThreadNamingService, type NamingThread } from './thread-naming.service';
import { NamingThreadConnection, NamingThreadResult, NamingThreadType, ThreadResult, type ThreadType } from './thread.graphql';

/** What threads hold of an organisation. */
@Resolver(() => NamingThreadType)
export class ThreadNamingResolver {
  constructor(private readonly service: ThreadNamingService) {}

  @Permit('MEMBER')
  @Query(() => NamingThreadConnection, {
    description: 'Threads of the coordination that name an organisation, open ones first; for those who decide for it.',
  })
  async threadsNaming(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: string,
    @Args() { first, after }: PageArguments,
  ): Promise<InstanceType<typeof NamingThreadConnection>> {
    return toConnection(await this.service.page(viewer, region, actorId, { first, after }), shown);
  }

  @Permit('MEMBER')
  @Mutation(() => NamingThreadResult, { description: "Richtigstellung: puts the organisation's words beside a thread that names it." })
  async correctThread(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: CorrectThreadInput,
  ): Promise<typeof NamingThreadResult> {
    const result = await this.service.correct(viewer, region, input);
    return answer(result.ok ? { ok: true, value: shown(result.value) } : result);
  }

  @Permit('COORDINATOR')
  @Mutation(() => ThreadResult, { description: 'Notes what an organisation says of a thread.' })
  async noteCorrection(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: NoteCorrectionInput,
  ): Promise<typeof ThreadResult> {
    return answer(await this.service.note(viewer, region, input)) as ThreadType;
  }
}

/** No persons, no other organisations. */
function shown({ thread, actorId, correction }: NamingThread): NamingThreadType {
  const { id, title, nextStep, stepActorId, followUpOn, state, openedOn, doneOn, closing } = thread;
  return { id, title, nextStep, stepIsYours: stepActorId === actorId, followUpOn, state, openedOn, doneOn, closing, correction };
}
