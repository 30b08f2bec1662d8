import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ActorReferences } from '@knotenpunkt/identity/api';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { registerPersonalData } from '@knotenpunkt/identity/api';
import { Followables, NoticesModule } from '@knotenpunkt/notices/api';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { challengeReferences } from './challenge-references';
import { AnsweredChallenges } from './answered-challenges';
import { ChallengeFactSource } from './challenge-fact-source';
import { ChallengeHiding } from './challenge-hiding';
import { ChallengeLoader } from './challenge.loader';
import { ChallengeRepository } from './challenge.repository';
import { ChallengeResolver } from './challenge.resolver';
import { ChallengeSeeder } from './challenge-seeder';
import { ChallengeService } from './challenge.service';
import { followedChallenges } from './followed-challenges';
import { personalData } from './personal-data';

registerPersonalData(personalData);

@Module({
  imports: [ActorsModule, NoticesModule],
  providers: [
    AnsweredChallenges,
    ChallengeFactSource,
    ChallengeHiding,
    ChallengeLoader,
    ChallengeRepository,
    ChallengeResolver,
    ChallengeSeeder,
    ChallengeService,
  ],
  exports: [AnsweredChallenges, ChallengeHiding, ChallengeLoader, ChallengeService],
})
export class ChallengesModule implements OnModuleInit {
  constructor(
    sources: FactSources,
    facts: ChallengeFactSource,
    seeds: RegionSeeds,
    seeder: ChallengeSeeder,
    private readonly modules: ModuleRef,
  ) {
    sources.register(facts);
    seeds.register(seeder);
  }

  onModuleInit(): void {
    this.modules.get(ActorReferences, { strict: false }).register({ move: challengeReferences });
    this.modules.get(Followables, { strict: false }).register('CHALLENGE', followedChallenges);
  }
}
