import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { viewerOf } from '@knotenpunkt/identity/api';
import { mergeActions, type MergeAction } from '@knotenpunkt/imports/domain';
import { grouped, perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { ActorMergeType, DuplicatePairType, MergeActionEnum, MergedEntryType } from './merge.graphql';
import { MergeRepository, type MergedEntry } from './merge.repository';

@Resolver(() => DuplicatePairType)
export class DuplicatePairFieldsResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  first({ firstId }: DuplicatePairType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(firstId);
  }

  @ResolveField(() => ActorType, { nullable: true })
  second({ secondId }: DuplicatePairType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(secondId);
  }
}

@Resolver(() => ActorMergeType)
export class ActorMergeFieldsResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'The entry that stayed.' })
  kept({ keptId }: ActorMergeType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(keptId);
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'The entry that was given up, as it was.' })
  merged({ mergedId }: ActorMergeType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(mergedId);
  }

  @ResolveField(() => [MergeActionEnum])
  availableActions(@Parent() merge: ActorMergeType, _: unknown, @Context() context: GraphqlContext): MergeAction[] {
    return mergeActions(viewerOf(context), merge);
  }
}

@Resolver(() => ActorType)
export class MergedEntriesResolver {
  private readonly into: (context: GraphqlContext) => DataLoader<string, MergedEntry[]>;

  constructor(merges: MergeRepository) {
    this.into = perRequest(() => new DataLoader(async (ids) => grouped(ids, await merges.into(ids), ({ keptId }) => [keptId])));
  }

  @ResolveField(() => [MergedEntryType], { description: 'Entries that became part of this one, the latest first.' })
  mergedEntries({ id }: ActorType, _: unknown, context: GraphqlContext): Promise<MergedEntry[]> {
    return this.into(context).load(id);
  }
}
