import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { Metrics } from './metrics';

/** The first field an operation asks for. Called after validation: the schema knows it. */
export function nameOf(operation: OperationDefinitionNode | undefined): string {
  const first = operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  if (!first) return 'fragment';
  return first.name.value.startsWith('__') ? 'introspection' : first.name.value;
}

/** Takes the time of each GraphQL operation over HTTP. */
@Plugin()
export class GraphqlTimer implements ApolloServerPlugin {
  constructor(private readonly metrics: Metrics) {}

  async requestDidStart(): Promise<GraphQLRequestListener<object>> {
    const began = performance.now();
    let name: string | null = null;
    return {
      didResolveOperation: async ({ operation }) => {
        name = nameOf(operation);
      },
      willSendResponse: async ({ errors }) => {
        const seconds = (performance.now() - began) / 1_000;
        if (name === null) this.metrics.timeOperation('invalid', 'refused', seconds);
        else this.metrics.timeOperation(name, errors?.length ? 'failed' : 'done', seconds);
      },
    };
  }
}
