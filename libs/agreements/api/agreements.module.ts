import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ActorReferences } from '@knotenpunkt/identity/api';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { registerPersonalData } from '@knotenpunkt/identity/api';
import { Followables, NoticesModule } from '@knotenpunkt/notices/api';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { agreementReferences } from './agreement-references';
import { CommitmentResolver, ConsentAnswerResolver, ConsentRoundResolver } from './agreements.resolver';
import { CommitmentFeedController } from './commitment-feed.controller';
import { CommitmentFeedService } from './commitment-feed.service';
import { CommitmentRepository } from './commitment.repository';
import { CommitmentSeeder } from './commitment-seeder';
import { CommitmentService } from './commitment.service';
import { ConsentRepository } from './consent.repository';
import { ConsentService } from './consent.service';
import { followedCommitments } from './followed-commitments';
import { OutsidePromiseOutgoing } from './outside-promise-outgoing';
import { OutsidePromiseQuestionKind } from './outside-promise-question-kind';
import { OutsidePromiseRepository } from './outside-promise.repository';
import { OutsidePromiseResolver } from './outside-promise.resolver';
import { OutsidePromiseService } from './outside-promise.service';
import { personalData } from './personal-data';
import { Purposes } from './purposes';

registerPersonalData(personalData);

@Module({
  imports: [ActorsModule, NoticesModule],
  controllers: [CommitmentFeedController],
  providers: [
    CommitmentFeedService,
    CommitmentRepository,
    CommitmentResolver,
    CommitmentSeeder,
    CommitmentService,
    ConsentAnswerResolver,
    ConsentRepository,
    ConsentRoundResolver,
    ConsentService,
    OutsidePromiseOutgoing,
    OutsidePromiseQuestionKind,
    OutsidePromiseRepository,
    OutsidePromiseResolver,
    OutsidePromiseService,
    Purposes,
  ],
  exports: [CommitmentService, ConsentService, Purposes],
})
export class AgreementsModule implements OnModuleInit {
  constructor(
    seeds: RegionSeeds,
    seeder: CommitmentSeeder,
    private readonly modules: ModuleRef,
  ) {
    seeds.register(seeder);
  }

  onModuleInit(): void {
    this.modules.get(ActorReferences, { strict: false }).register({ move: agreementReferences });
    this.modules.get(Followables, { strict: false }).register('COMMITMENT', followedCommitments);
  }
}
