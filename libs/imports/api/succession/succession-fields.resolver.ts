import { ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { viewerOf } from '@knotenpunkt/identity/api';
import { successionActions, type Succession, type SuccessionAction } from '@knotenpunkt/imports/domain';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { ActorSuccessionType, SuccessionActionEnum, SuccessionType } from './succession.graphql';
import { SuccessionLoader } from './succession.loader';

@Resolver(() => SuccessionType)
export class SuccessionFieldsResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  predecessor({ predecessorId }: SuccessionType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(predecessorId);
  }

  @ResolveField(() => ActorType, { nullable: true })
  successor({ successorId }: SuccessionType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(successorId);
  }

  @ResolveField(() => [SuccessionActionEnum])
  availableActions(succession: Succession & SuccessionType, _: unknown, context: GraphqlContext): SuccessionAction[] {
    return successionActions(viewerOf(context), succession);
  }
}

@Resolver(() => ActorSuccessionType)
export class ActorSuccessionFieldsResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  predecessor({ predecessorId }: ActorSuccessionType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(predecessorId);
  }

  @ResolveField(() => ActorType, { nullable: true })
  successor({ successorId }: ActorSuccessionType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(successorId);
  }
}

@Resolver(() => ActorType)
export class SucceededActorResolver {
  constructor(private readonly successions: SuccessionLoader) {}

  @ResolveField(() => ActorSuccessionType, { nullable: true, description: 'What it became part of; null: it is there itself.' })
  async succeededBy({ id }: ActorType, _: unknown, context: GraphqlContext): Promise<ActorSuccessionType | null> {
    return (await this.successions.of(context).load(id))[0] ?? null;
  }

  @ResolveField(() => [ActorSuccessionType], { description: 'Organisations that became part of it, the latest first.' })
  predecessors({ id }: ActorType, _: unknown, context: GraphqlContext): Promise<ActorSuccessionType[]> {
    return this.successions.into(context).load(id);
  }
}
