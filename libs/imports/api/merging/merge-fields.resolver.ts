import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { viewerOf } from '@knotenpunkt/identity/api';
import { mergeActions, type MergeAction } from '@knotenpunkt/imports/domain';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { ActorMergeType, DuplicatePairType, MergeActionEnum, MergedEntryType } from './merge.graphql';
import { MergeLoader } from './merge.loader';

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
  constructor(private readonly merges: MergeLoader) {}

  @ResolveField(() => [MergedEntryType], { description: 'Entries that became part of this one, the latest first.' })
  mergedEntries({ id }: ActorType, _: unknown, context: GraphqlContext): Promise<MergedEntryType[]> {
    return this.merges.into(context).load(id);
  }
}
