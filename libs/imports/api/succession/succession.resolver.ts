import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { ToldSuccession } from '@knotenpunkt/imports/domain';
import type { Result } from '@knotenpunkt/kernel';
import { answer, PageArguments, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { MergeCountType } from '../merging/merge.graphql';
import { SuccessionReading } from './succession-reading.service';
import {
  ConfirmSuccessionInput,
  DeclineSuccessionInput,
  ProposeSuccessionInput,
  SuccessionConnection,
  SuccessionPreviewArguments,
  SuccessionResult,
  SuccessionType,
  SuccessionVersionInput,
} from './succession.graphql';
import { SuccessionService } from './succession.service';

const toldOf = ({ leftOver, ...succession }: ToldSuccession) =>
  Object.assign(new SuccessionType(), { ...succession, leftKinds: leftOver?.kinds ?? [] });
const answered = (result: Result<ToldSuccession>) =>
  answer(result.ok ? { ok: true, value: toldOf(result.value) } : result) as typeof SuccessionResult;

/** Organisations that become part of others. */
@Resolver()
export class SuccessionResolver {
  constructor(
    private readonly reading: SuccessionReading,
    private readonly service: SuccessionService,
  ) {}

  @Permit('MEMBER')
  @Query(() => SuccessionConnection, {
    description: 'Mergers, proposed and done, the latest first: for the coordination those of the region, else those of own organisations.',
  })
  async successions(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after }: PageArguments,
  ): Promise<InstanceType<typeof SuccessionConnection>> {
    return toConnection(await this.reading.page(viewer, region, { first, after }), toldOf);
  }

  @Permit('MEMBER')
  @Query(() => SuccessionType, { nullable: true, description: 'One of them; null for those whom it does not concern.' })
  async succession(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SuccessionType | null> {
    const found = await this.reading.find(viewer, region, id);
    return found && toldOf(found);
  }

  @Permit('MEMBER')
  @Query(() => [MergeCountType], { nullable: true, description: 'What would go over; null for those who may not propose it.' })
  async successionPreview(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { predecessorId, successorId, sinceOn }: SuccessionPreviewArguments,
  ): Promise<MergeCountType[] | null> {
    return this.reading.preview(viewer, region, { predecessorId, successorId, sinceOn: sinceOn ?? null });
  }

  @Permit('MEMBER')
  @Mutation(() => SuccessionResult, { description: 'Says that an organisation became part of another. Nothing moves by this.' })
  async proposeSuccession(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ProposeSuccessionInput,
  ): Promise<typeof SuccessionResult> {
    return answered(await this.service.propose(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => SuccessionResult, { description: 'The word of the other organisation, by its administrator.' })
  async agreeToSuccession(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SuccessionVersionInput,
  ): Promise<typeof SuccessionResult> {
    return answered(await this.service.agree(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => SuccessionResult, { description: 'Declines a proposal, or takes back the own.' })
  async declineSuccession(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: DeclineSuccessionInput,
  ): Promise<typeof SuccessionResult> {
    return answered(await this.service.decline(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => SuccessionResult, {
    description: 'Carries it out: what runs goes over to the successor; the predecessor keeps its page and what it did.',
  })
  async confirmSuccession(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ConfirmSuccessionInput,
  ): Promise<typeof SuccessionResult> {
    return answered(await this.service.confirm(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => SuccessionResult, { description: 'Takes it back; what was changed since stays, and is named.' })
  async undoSuccession(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SuccessionVersionInput,
  ): Promise<typeof SuccessionResult> {
    return answered(await this.service.undo(viewer, region, input));
  }
}
