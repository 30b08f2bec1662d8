import { Inject } from '@nestjs/common';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { entryActions, holdsOn, type Entry } from '@knotenpunkt/actors/domain';
import { CurrentViewer, Permit, viewerOf } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Clock } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion, regionOf } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AddEntryInput, ChangeEntryInput, EntryVersionInput } from './actor-input.graphql';
import { ActorType, EntryResult, EntryType } from './actor.graphql';
import { ActorLoader } from './actor.loader';
import { EntryService } from './entry.service';

/** Offers and needs. */
@Resolver(() => EntryType)
export class EntryResolver {
  constructor(
    private readonly entries: EntryService,
    private readonly load: ActorLoader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => ActorType)
  async actor(entry: Entry, _: unknown, context: GraphqlContext): Promise<ActorType> {
    return (await this.load.byId(context).load(entry.actorId))!;
  }

  @ResolveField(() => Boolean, { description: 'False when its last day is past; only its own people still see it then.' })
  holds(entry: Entry, _: unknown, context: GraphqlContext): boolean {
    return holdsOn(entry, this.clock.today(regionOf(context).timeZone));
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(entry: Entry, _: unknown, context: GraphqlContext): string[] {
    return entryActions(viewerOf(context), entry, this.clock.today(regionOf(context).timeZone));
  }

  @Permit('MEMBER')
  @Mutation(() => EntryResult, { description: 'Adds an offer or a need.' })
  async addEntry(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AddEntryInput,
  ): Promise<typeof EntryResult> {
    return answer(await this.entries.addEntry(viewer, region, withDays(input)));
  }

  @Permit('MEMBER')
  @Mutation(() => EntryResult, { description: 'Changes the words, period or audience of an offer or a need.' })
  async changeEntry(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ChangeEntryInput,
  ): Promise<typeof EntryResult> {
    return answer(await this.entries.changeEntry(viewer, region, withDays(input)));
  }

  @Permit('MEMBER')
  @Mutation(() => EntryResult, { description: 'Says that an offer or a need still holds.' })
  async confirmEntry(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: EntryVersionInput,
  ): Promise<typeof EntryResult> {
    return answer(await this.entries.confirmEntry(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => EntryResult, { description: 'Takes an offer or a need back.' })
  async withdrawEntry(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: EntryVersionInput,
  ): Promise<typeof EntryResult> {
    return answer(await this.entries.withdrawEntry(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => EntryResult, { description: 'Opens an offer or a need again that was taken back or has ended.' })
  async reopenEntry(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: EntryVersionInput,
  ): Promise<typeof EntryResult> {
    return answer(await this.entries.reopenEntry(viewer, region, input));
  }
}

/** A day that was left out arrives as undefined. */
function withDays<Input extends { fromOn: string | null; untilOn: string | null }>(input: Input): Input {
  return { ...input, fromOn: input.fromOn ?? null, untilOn: input.untilOn ?? null };
}
