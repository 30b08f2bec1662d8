import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkNoteResult, NetworkNoteType, NetworkNoteVersionInput, WriteNetworkNoteInput } from './network-note.graphql';
import { NetworkNoteService } from './network-note.service';

/** What the coordination notes on the network. */
@Resolver(() => NetworkNoteType)
export class NetworkNoteResolver {
  constructor(
    private readonly service: NetworkNoteService,
    private readonly load: ActorLoader,
  ) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: NetworkNoteType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(actorId);
  }

  @ResolveField(() => ActorType, { nullable: true })
  other({ otherId }: NetworkNoteType, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return otherId === null ? null : this.load.byId(context).load(otherId);
  }

  @Permit('MEMBER')
  @Query(() => [NetworkNoteType], {
    description:
      'What the coordination notes on an organisation and its ties, the newest first; for the coordination and its own people. At most 200.',
  })
  networkNotes(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: string,
  ): Promise<NetworkNoteType[]> {
    return this.service.concerning(viewer, region, actorId);
  }

  @Permit('COORDINATOR')
  @Mutation(() => NetworkNoteResult, {
    description: 'Notes something on an organisation or a tie, or writes it anew. Those concerned read it.',
  })
  async writeNetworkNote(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: WriteNetworkNoteInput,
  ): Promise<typeof NetworkNoteResult> {
    return answer(await this.service.write(viewer, region, { ...input, otherId: input.otherId ?? null }));
  }

  @Permit('COORDINATOR')
  @Mutation(() => NetworkNoteResult, { description: 'Erases a note.' })
  async eraseNetworkNote(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: NetworkNoteVersionInput,
  ): Promise<typeof NetworkNoteResult> {
    return answer(await this.service.erase(viewer, region, input));
  }
}
