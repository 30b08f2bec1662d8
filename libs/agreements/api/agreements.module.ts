import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { CommitmentResolver, ConsentAnswerResolver, ConsentRoundResolver } from './agreements.resolver';
import { CommitmentRepository } from './commitment.repository';
import { CommitmentSeeder } from './commitment-seeder';
import { CommitmentService } from './commitment.service';
import { ConsentRepository } from './consent.repository';
import { ConsentService } from './consent.service';

@Module({
  imports: [ActorsModule],
  providers: [
    CommitmentRepository,
    CommitmentResolver,
    CommitmentSeeder,
    CommitmentService,
    ConsentAnswerResolver,
    ConsentRepository,
    ConsentRoundResolver,
    ConsentService,
  ],
  exports: [CommitmentService, ConsentService],
})
export class AgreementsModule {
  constructor(seeds: RegionSeeds, seeder: CommitmentSeeder) {
    seeds.register(seeder);
  }
}
