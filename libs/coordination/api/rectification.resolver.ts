import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { RectificationResult, RectificationType, RectificationVersionInput, WriteRectificationInput } from './rectification.graphql';
import { RectificationService } from './rectification.service';

type Answer = Promise<typeof RectificationResult>;

@Resolver(() => RectificationType)
export class RectificationResolver {
  constructor(
    private readonly service: RectificationService,
    private readonly load: ActorLoader,
  ) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: RectificationType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(actorId);
  }

  @Permit('MEMBER')
  @Query(() => [RectificationType], {
    description: 'What an organisation of the viewer set right; without one what all did, for the coordination: at most 100, unseen first.',
  })
  rectifications(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID, nullable: true }) actorId: string | null,
  ): Promise<RectificationType[]> {
    return this.service.list(viewer, region, actorId ?? null);
  }

  @Permit('MEMBER')
  @Mutation(() => RectificationResult, { description: 'Sets right what an entry says of an organisation, or writes that anew.' })
  async writeRectification(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: WriteRectificationInput,
  ): Answer {
    return answer(await this.service.write(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => RectificationResult, { description: 'Takes the text back.' })
  async takeBackRectification(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RectificationVersionInput,
  ): Answer {
    return answer(await this.service.takeBack(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => RectificationResult, { description: 'The coordination has read it.' })
  async takeNoteOfRectification(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RectificationVersionInput,
  ): Answer {
    return answer(await this.service.takeNote(viewer, region, input));
  }
}
