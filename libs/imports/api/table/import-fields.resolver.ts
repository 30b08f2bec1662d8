import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { viewerOf } from '@knotenpunkt/identity/api';
import { batchActions, type BatchAction, type ImportBatch } from '@knotenpunkt/imports/domain';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { BatchLoader } from './batch.loader';
import { ActionEnum, ImportBatchType, ImportColumnType, ImportCountType, ImportOutcomeType, ImportReferenceType } from './import.graphql';

@Resolver(() => ImportBatchType)
export class ImportFieldsResolver {
  constructor(private readonly loader: BatchLoader) {}

  @ResolveField(() => [ImportColumnType])
  columns(@Parent() batch: ImportBatch): ImportColumnType[] {
    return batch.columns.map((column, at) => ({ ...column, field: batch.fields[at] ?? null }));
  }

  @ResolveField(() => [ActionEnum])
  availableActions(@Parent() batch: ImportBatch, _: unknown, @Context() context: GraphqlContext): BatchAction[] {
    return batchActions(viewerOf(context), batch);
  }

  @ResolveField(() => [ImportCountType], { description: 'How many rows there are of each fate, as far as they were compared.' })
  counts(@Parent() batch: ImportBatch, _: unknown, @Context() context: GraphqlContext): Promise<ImportCountType[]> {
    return this.loader.counts(context).load(batch.id);
  }

  @ResolveField(() => ImportOutcomeType)
  outcome(@Parent() batch: ImportBatch, _: unknown, @Context() context: GraphqlContext): Promise<ImportOutcomeType> {
    return this.loader.outcome(context).load(batch.id);
  }
}

@Resolver(() => ImportReferenceType)
export class ImportReferenceResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor({ actorId }: ImportReferenceType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(actorId);
  }
}
