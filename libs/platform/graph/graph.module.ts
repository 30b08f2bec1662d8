import { Inject, Injectable, Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { EmbeddedGraph } from './embedded-graph';
import type { GraphPort } from './graph-port';
import type { Neo4jAddress } from './neo4j-connection';
import { Neo4jGraph } from './neo4j-graph';

/** Injection token of the graph: `@Inject(GRAPH) graph: GraphPort`. */
export const GRAPH = Symbol('GRAPH');

/** Which adapter stands behind the port; from the configuration. */
export type GraphChoice = { kind: 'embedded' } | ({ kind: 'neo4j' } & Neo4jAddress);

/** So long the start waits for a Neo4j that is slow to wake up; one that is away is noticed at once. */
const PATIENCE_MS = 30_000;

@Injectable()
class ClosesGraph implements OnApplicationShutdown {
  constructor(@Inject(GRAPH) private readonly graph: GraphPort) {}

  async onApplicationShutdown(): Promise<void> {
    await this.graph.close();
  }
}

/** Gives every module the graph and closes it when the application stops. */
@Module({})
export class GraphModule {
  static forRoot(choice: GraphChoice): DynamicModule {
    return {
      module: GraphModule,
      global: true,
      providers: [{ provide: GRAPH, useFactory: () => openGraph(choice) }, ClosesGraph],
      exports: [GRAPH],
    };
  }
}

/** The chosen graph. A Neo4j that is away keeps nobody from starting: its schema is brought up to date before the first write. */
export async function openGraph(choice: GraphChoice): Promise<GraphPort> {
  if (choice.kind === 'embedded') return new EmbeddedGraph();
  const graph = new Neo4jGraph(choice);
  const prepared = graph.prepare().catch((error: unknown) => {
    const { cause } = error as Error;
    new Logger('Graph').warn(`Neo4j at ${choice.url} does not answer yet: ${cause instanceof Error ? cause.message : String(error)}`);
  });
  await Promise.race([prepared, new Promise((go) => setTimeout(go, PATIENCE_MS).unref())]);
  return graph;
}
