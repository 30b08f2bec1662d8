import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ChangeFeed } from './change-feed';
import { FactSources } from './fact-sources';
import { GraphKeeper } from './graph-keeper';
import { Outbox } from './outbox';
import { OutboxState } from './outbox-state';
import { Projector } from './projector';

@Global()
@Module({})
export class OutboxModule {
  /** `databaseUrl` is for the connections that listen. Nothing runs until `Projector.start` and `GraphKeeper.start`. */
  static forRoot(databaseUrl: string): DynamicModule {
    return {
      module: OutboxModule,
      providers: [Outbox, OutboxState, FactSources, Projector, ChangeFeed, GraphKeeper, { provide: 'DATABASE_URL', useValue: databaseUrl }],
      exports: [Outbox, OutboxState, FactSources, Projector, ChangeFeed, GraphKeeper, 'DATABASE_URL'],
    };
  }
}
