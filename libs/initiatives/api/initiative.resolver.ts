import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Initiative } from '@knotenpunkt/initiatives/domain';
import { answer, KeptForVisitors, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import {
  AbandonInitiativeInput,
  AddResultInput,
  ChangeInitiativeInput,
  InitiativeVersionInput,
  RegisterInitiativeInput,
  ReleaseInitiativeInput,
  withoutGaps,
} from './initiative-input.graphql';
import { InitiativeConnection, InitiativePageArguments, InitiativeResult, InitiativeType } from './initiative.graphql';
import { InitiativeService } from './initiative.service';

type Answered = Promise<typeof InitiativeResult>;

@Resolver(() => InitiativeType)
export class InitiativeResolver {
  constructor(private readonly service: InitiativeService) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => InitiativeConnection, {
    description: 'What waits for answers first, then what runs, ideas, and what is over; each by title.',
  })
  async initiatives(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, filter }: InitiativePageArguments,
  ): Promise<InstanceType<typeof InitiativeConnection>> {
    return toConnection(await this.service.page(viewer, region, filter ?? {}, { first, after }), (row: Initiative) => row);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => InitiativeType, { nullable: true })
  initiative(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('slug') slug: string): Promise<InitiativeType | null> {
    return this.service.bySlug(viewer, region, slug);
  }

  @Permit('MEMBER')
  @Query(() => [InitiativeType], { description: "What the viewer's organisations are asked to join and have not answered." })
  initiativesAwaitingAnswer(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<InitiativeType[]> {
    return this.service.awaiting(viewer, region);
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, {
    description:
      'Enters a Vorhaben of an organisation, as an idea or already begun. By an EDITOR, who may not decide: a draft that waits for release.',
  })
  async registerInitiative(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RegisterInitiativeInput,
  ): Answered {
    return answer(await this.service.register(viewer, region, { ...withoutGaps(input), state: input.begun ? 'ACTIVE' : 'IDEA' }));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'Changes the words of an idea or of a Vorhaben that runs.' })
  async changeInitiative(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ChangeInitiativeInput,
  ): Answered {
    return answer(await this.service.change(viewer, region, withoutGaps(input)));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'A draft of one of the own people becomes public.' })
  async releaseInitiative(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReleaseInitiativeInput,
  ): Answered {
    return answer(await this.service.release(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'Throws a draft away; gives it as it was.' })
  async discardInitiativeDraft(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: InitiativeVersionInput,
  ): Answered {
    return answer(await this.service.discard(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'An idea begins.' })
  async startInitiative(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: InitiativeVersionInput,
  ): Answered {
    return answer(await this.service.start(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'A Vorhaben is done.' })
  async finishInitiative(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: InitiativeVersionInput,
  ): Answered {
    return answer(await this.service.finish(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'A Vorhaben is given up, with the reason. It stays readable.' })
  async abandonInitiative(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AbandonInitiativeInput,
  ): Answered {
    return answer(await this.service.abandon(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'Says what came of it, with evidence.' })
  async addResult(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: AddResultInput): Answered {
    return answer(await this.service.addResult(viewer, region, { ...input, evidenceUrl: input.evidenceUrl ?? null }));
  }
}
