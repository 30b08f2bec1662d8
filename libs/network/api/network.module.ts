import { builtWorker } from './columns/built-worker';
import { ColumnsRepository } from './columns/columns.repository';
import { NETWORK_WORKER, NetworkThread } from './columns/network-thread';
import { CommonGroundResolver } from './closer/common-ground.resolver';
import { CommonGroundService } from './closer/common-ground.service';
import { TieTeller } from './closer/tie-teller.service';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ActorReferences } from '@knotenpunkt/identity/api';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { registerPersonalData } from '@knotenpunkt/identity/api';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { CommunityService } from './community.service';
import { GraphStateResolver } from './graph-state.resolver';
import { MeasureKeeper } from './measures/measure-keeper';
import { MeasureRepository } from './measures/measure.repository';
import { MeasuresResolver } from './measures/measures.resolver';
import { MeasuresService } from './measures/measures.service';
import { MeasuringService } from './measures/measuring.service';
import { NetworkDataController } from './network-data.controller';
import { NetworkRepository } from './network.repository';
import { NetworkResolver } from './network.resolver';
import { OverviewService } from './overview.service';
import { personalData } from './personal-data';
import { SnapshotKeeper } from './snapshot-keeper';
import { SnapshotRepository } from './snapshot.repository';
import { SnapshotService } from './snapshot.service';
import { OpenDataController } from './take/open-data.controller';
import { TakeController } from './take/take.controller';
import { TakeService } from './take/take.service';
import { TiesService } from './ties.service';
import { EmbedController } from './views/embed.controller';
import { EmbedService } from './views/embed.service';
import { NetworkNoteRepository } from './views/network-note.repository';
import { NetworkNoteResolver } from './views/network-note.resolver';
import { NetworkNoteService } from './views/network-note.service';
import { RoundRepository } from './views/round.repository';
import { RoundResolver } from './views/round.resolver';
import { RoundService } from './views/round.service';
import { ViewReadingService } from './views/view-reading.service';
import { viewReferences } from './views/view-references';
import { ViewRepository } from './views/view.repository';
import { ViewResolver } from './views/view.resolver';
import { ViewSeeder } from './views/view-seeder';
import { ViewService } from './views/view.service';
import { MarksRepository } from './time/marks.repository';
import { MarksResolver } from './time/marks.resolver';
import { MarksService } from './time/marks.service';

registerPersonalData(personalData);

/** Views that are kept, paths through them, and what is noted on the network. */
const views = [
  EmbedService,
  NetworkNoteRepository,
  NetworkNoteResolver,
  NetworkNoteService,
  RoundRepository,
  RoundResolver,
  RoundService,
  ViewReadingService,
  ViewRepository,
  ViewResolver,
  ViewSeeder,
  ViewService,
];

@Module({
  imports: [ActorsModule],
  controllers: [EmbedController, NetworkDataController, OpenDataController, TakeController],
  providers: [
    ColumnsRepository,
    CommonGroundResolver,
    CommonGroundService,
    CommunityService,
    GraphStateResolver,
    MeasureKeeper,
    MeasureRepository,
    MeasuresResolver,
    MeasuresService,
    MeasuringService,
    MarksRepository,
    MarksResolver,
    MarksService,
    NetworkRepository,
    NetworkResolver,
    NetworkThread,
    OverviewService,
    SnapshotKeeper,
    SnapshotRepository,
    SnapshotService,
    TieTeller,
    TakeService,
    TiesService,
    { provide: NETWORK_WORKER, useFactory: () => builtWorker('layout.worker.js') },
    ...views,
  ],
  exports: [CommunityService, OverviewService, SnapshotKeeper, TakeService, TiesService],
})
export class NetworkModule implements OnModuleInit {
  constructor(
    private readonly seeds: RegionSeeds,
    private readonly seeder: ViewSeeder,
    private readonly references: ActorReferences,
  ) {}

  onModuleInit(): void {
    this.seeds.register(this.seeder);
    this.references.register({ move: viewReferences });
  }
}
