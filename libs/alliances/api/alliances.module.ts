import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AnsweredChallenges, ChallengesModule } from '@knotenpunkt/challenges/api';
import { NoticesModule } from '@knotenpunkt/notices/api';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { AllianceCourseService } from './alliance-course.service';
import { AllianceDraftService } from './alliance-draft.service';
import { AllianceFactSource } from './alliance-fact-source';
import { AllianceFieldsResolver, AllianceMemberResolver, WaitingAllianceAnswerResolver } from './alliance-fields.resolver';
import { AllianceFormationService } from './alliance-formation.service';
import { AllianceLetters } from './alliance-letters';
import { AllianceQuestionKind } from './alliance-question-kind';
import { AllianceReadingService } from './alliance-reading.service';
import { AllianceSeeder } from './alliance-seeder';
import { AllianceWriter } from './alliance-writer';
import { AllianceLoader } from './alliance.loader';
import { AllianceRepository } from './alliance.repository';
import { AllianceResolver } from './alliance.resolver';
import { ActorAlliancesResolver, ChallengeAlliancesResolver } from './challenge-alliances.resolver';

@Module({
  imports: [ActorsModule, AgreementsModule, ChallengesModule, NoticesModule],
  providers: [
    ActorAlliancesResolver,
    AllianceCourseService,
    AllianceDraftService,
    AllianceFactSource,
    AllianceFieldsResolver,
    AllianceFormationService,
    AllianceLetters,
    AllianceLoader,
    AllianceMemberResolver,
    AllianceQuestionKind,
    AllianceReadingService,
    AllianceRepository,
    AllianceResolver,
    AllianceSeeder,
    AllianceWriter,
    ChallengeAlliancesResolver,
    WaitingAllianceAnswerResolver,
  ],
  exports: [AllianceLoader, AllianceReadingService],
})
export class AlliancesModule {
  constructor(
    sources: FactSources,
    facts: AllianceFactSource,
    seeds: RegionSeeds,
    seeder: AllianceSeeder,
    answered: AnsweredChallenges,
    reading: AllianceReadingService,
  ) {
    sources.register(facts);
    seeds.register(seeder);
    answered.register({ answeredIn: (regionId) => reading.answeredChallenges({ id: regionId }) });
  }
}
