import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { AnsweredChallenges } from './answered-challenges';
import { ChallengeFactSource } from './challenge-fact-source';
import { ChallengeLoader } from './challenge.loader';
import { ChallengeRepository } from './challenge.repository';
import { ChallengeResolver } from './challenge.resolver';
import { ChallengeSeeder } from './challenge-seeder';
import { ChallengeService } from './challenge.service';

@Module({
  imports: [ActorsModule],
  providers: [
    AnsweredChallenges,
    ChallengeFactSource,
    ChallengeLoader,
    ChallengeRepository,
    ChallengeResolver,
    ChallengeSeeder,
    ChallengeService,
  ],
  exports: [AnsweredChallenges, ChallengeLoader, ChallengeService],
})
export class ChallengesModule {
  constructor(sources: FactSources, facts: ChallengeFactSource, seeds: RegionSeeds, seeder: ChallengeSeeder) {
    sources.register(facts);
    seeds.register(seeder);
  }
}
