import { Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { EmbeddedGraph } from './embedded-graph';
import type { GraphPort } from './graph-port';

/** Injection token of the graph: `@Inject(GRAPH) graph: GraphPort`. */
export const GRAPH = Symbol('GRAPH');

/** Which adapter stands behind the port; from the configuration. */
export type GraphChoice = { kind: 'embedded' };

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

async function openGraph(choice: GraphChoice): Promise<GraphPort> {
  void choice;
  return new EmbeddedGraph();
}
