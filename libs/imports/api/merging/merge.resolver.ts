import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { ActorMerge, DuplicatePair } from '@knotenpunkt/imports/domain';
import { answer, PageArguments, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { MergeReading } from './merge-reading.service';
import { MergeService } from './merge.service';
import {
  ActorMergeConnection,
  ActorMergeResult,
  ActorMergeType,
  DuplicatePairConnection,
  DuplicatePairInput,
  DuplicatePairResult,
  DuplicatePairsArguments,
  DuplicatePairType,
  MergeActorsInput,
  MergePreviewArguments,
  MergePreviewType,
  UnmergeActorsInput,
} from './merge.graphql';
import { PairService } from './pair.service';

const pairOf = ({ firstId, secondId, reasons, rejected }: DuplicatePair) =>
  Object.assign(new DuplicatePairType(), { firstId, secondId, reasons, rejected });
const mergeOf = ({ leftOver, ...merge }: ActorMerge) =>
  Object.assign(new ActorMergeType(), { ...merge, leftParts: leftOver?.parts ?? [], leftKinds: leftOver?.kinds ?? [] });

/** Entries that may be the same organisation, and what coordinators make of them. */
@Resolver()
export class MergeResolver {
  constructor(
    private readonly pairs: PairService,
    private readonly reading: MergeReading,
    private readonly service: MergeService,
  ) {}

  @Permit('COORDINATOR')
  @Query(() => DuplicatePairConnection, { description: 'Entries of the region that may be the same organisation, the best founded first.' })
  async duplicatePairs(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, rejected }: DuplicatePairsArguments,
  ): Promise<InstanceType<typeof DuplicatePairConnection>> {
    return toConnection(await this.pairs.page(viewer, region, rejected ?? false, { first, after }), pairOf);
  }

  @Permit('COORDINATOR')
  @Query(() => Int, { description: 'How many pairs wait for an answer; 100 stands for more.' })
  duplicatePairsWaiting(@CurrentRegion() region: Region): Promise<number> {
    return this.pairs.waiting(region);
  }

  @Permit('COORDINATOR')
  @Mutation(() => DuplicatePairResult, { description: 'Says that two entries are two organisations; it is remembered.' })
  async rejectDuplicate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: DuplicatePairInput,
  ): Promise<typeof DuplicatePairResult> {
    return this.answered(await this.pairs.reject(viewer, region, { ...input, rejected: true }));
  }

  @Permit('COORDINATOR')
  @Mutation(() => DuplicatePairResult, { description: 'Takes back that two entries are two organisations.' })
  async reopenDuplicate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: DuplicatePairInput,
  ): Promise<typeof DuplicatePairResult> {
    return this.answered(await this.pairs.reject(viewer, region, { ...input, rejected: false }));
  }

  @Permit('COORDINATOR')
  @Query(() => MergePreviewType, { nullable: true, description: 'What would become of two entries; null where one of them is not there.' })
  async mergePreview(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { firstId, secondId, keptId }: MergePreviewArguments,
  ): Promise<MergePreviewType | null> {
    return this.service.preview(viewer, region, [firstId, secondId], keptId ?? null);
  }

  @Permit('COORDINATOR')
  @Query(() => ActorMergeConnection, { description: 'Entries that became one, the latest first.' })
  async actorMerges(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after }: PageArguments,
  ): Promise<InstanceType<typeof ActorMergeConnection>> {
    return toConnection(await this.reading.page(viewer, region, { first, after }), mergeOf);
  }

  @Permit('COORDINATOR')
  @Query(() => ActorMergeType, { nullable: true })
  async actorMerge(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ActorMergeType | null> {
    const merge = await this.reading.find(viewer, region, id);
    return merge && mergeOf(merge);
  }

  @Permit('COORDINATOR')
  @Mutation(() => ActorMergeResult, { description: 'Makes one entry of two; everything that names the other goes over.' })
  async mergeActors(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: MergeActorsInput,
  ): Promise<typeof ActorMergeResult> {
    const merged = await this.service.merge(viewer, region, input);
    return answer(merged.ok ? { ok: true, value: mergeOf(merged.value) } : merged) as typeof ActorMergeResult;
  }

  @Permit('COORDINATOR')
  @Mutation(() => ActorMergeResult, { description: 'Makes two entries of one again; what was changed since stays, and is named.' })
  async unmergeActors(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: UnmergeActorsInput,
  ): Promise<typeof ActorMergeResult> {
    const apart = await this.service.unmerge(viewer, region, input);
    return answer(apart.ok ? { ok: true, value: mergeOf(apart.value) } : apart) as typeof ActorMergeResult;
  }

  private answered(result: Awaited<ReturnType<PairService['reject']>>): typeof DuplicatePairResult {
    return answer(result.ok ? { ok: true, value: pairOf(result.value) } : result) as typeof DuplicatePairResult;
  }
}
