import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Module } from '@nestjs/common';
import { NETWORK_WORKER } from './analysis';
import { CommunityService } from './community.service';
import { GraphStateResolver } from './graph-state.resolver';
import { NetworkDataController } from './network-data.controller';
import { NetworkRepository } from './network.repository';
import { NetworkResolver } from './network.resolver';
import { OverviewService } from './overview.service';
import { SnapshotKeeper } from './snapshot-keeper';
import { SnapshotRepository } from './snapshot.repository';
import { SnapshotService } from './snapshot.service';
import { OpenDataController } from './take/open-data.controller';
import { TakeController } from './take/take.controller';
import { TakeService } from './take/take.service';
import { TiesService } from './ties.service';

/** The built worker stands beside the built server or one folder above its parts; run from source there is none. */
function builtWorker(): URL | null {
  const found = ['.', '..'].map((folder) => resolve(import.meta.dirname, folder, 'layout.worker.js')).find(existsSync);
  return found ? pathToFileURL(found) : null;
}

@Module({
  controllers: [NetworkDataController, OpenDataController, TakeController],
  providers: [
    CommunityService,
    GraphStateResolver,
    NetworkRepository,
    NetworkResolver,
    OverviewService,
    SnapshotKeeper,
    SnapshotRepository,
    SnapshotService,
    TakeService,
    TiesService,
    { provide: NETWORK_WORKER, useFactory: builtWorker },
  ],
  exports: [CommunityService, OverviewService, SnapshotKeeper, TakeService, TiesService],
})
export class NetworkModule {}
