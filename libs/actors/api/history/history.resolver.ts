import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { answer, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { EntryResult, ProfileResult } from '../actor.graphql';
import {
  ComparedFieldType,
  KeptEntryType,
  KeptVersionArguments,
  KeptVersionConnection,
  RestoreEntryVersionInput,
  RestoreProfileVersionInput,
} from './history.graphql';
import { HistoryService } from './history.service';
import { ReturnService } from './return.service';

/** What organisations said before, and going back to it. */
@Resolver()
export class HistoryResolver {
  constructor(
    private readonly history: HistoryService,
    private readonly returning: ReturnService,
  ) {}

  @Permit('MEMBER')
  @Query(() => KeptVersionConnection, {
    description: 'Versions of a Steckbrief, an offer or a need, the newest first; for its own people and the coordination.',
  })
  async keptVersions(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { actorId, entryId, ...page }: KeptVersionArguments,
  ): Promise<InstanceType<typeof KeptVersionConnection>> {
    return toConnection(await this.history.page(viewer, region, { actorId, entryId: entryId ?? null }, page), (row) => row);
  }

  @Permit('MEMBER')
  @Query(() => [ComparedFieldType], { nullable: true, description: 'Two versions part by part; null where one of them is not there.' })
  comparedVersions(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: Id,
    @Args('entryId', { type: () => ID, nullable: true }) entryId: Id | null,
    @Args('older', { type: () => Int }) older: number,
    @Args('newer', { type: () => Int }) newer: number,
  ): Promise<ComparedFieldType[] | null> {
    return this.history.compare(viewer, region, { actorId, entryId: entryId ?? null }, [older, newer]);
  }

  @Permit('MEMBER')
  @Query(() => [KeptEntryType], { description: 'All offers and needs an organisation ever had, those that are open first; at most 200.' })
  keptEntries(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: Id,
  ): Promise<KeptEntryType[]> {
    return this.history.entriesOf(viewer, region, actorId);
  }

  @Permit('MEMBER')
  @Mutation(() => ProfileResult, {
    description: 'Writes what a Steckbrief said in an earlier version as a new one; contacts stay as they are.',
  })
  async restoreProfileVersion(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RestoreProfileVersionInput,
  ): Promise<typeof ProfileResult> {
    return answer(await this.returning.toProfile(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => EntryResult, { description: 'Writes what an offer or a need said in an earlier version as a new one.' })
  async restoreEntryVersion(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RestoreEntryVersionInput,
  ): Promise<typeof EntryResult> {
    return answer(await this.returning.toEntry(viewer, region, input));
  }
}
