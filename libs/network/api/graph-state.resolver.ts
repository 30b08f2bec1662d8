import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@knotenpunkt/identity/api';
import { GraphKeeper } from '@knotenpunkt/platform/outbox';
import { GraphStateType } from './network.graphql';

/** Whether the graph still says what Postgres says. */
@Resolver()
export class GraphStateResolver {
  constructor(private readonly keeper: GraphKeeper) {}

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => GraphStateType, { description: 'Compares the graph with the facts in Postgres.' })
  graphState(): Promise<GraphStateType> {
    return this.keeper.verify();
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => GraphStateType, { description: 'Empties the graph, fills it from Postgres again and compares.' })
  async rebuildGraph(): Promise<GraphStateType> {
    await this.keeper.rebuild();
    return this.keeper.verify();
  }
}
