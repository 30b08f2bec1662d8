import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule, Purposes } from '@knotenpunkt/agreements/api';
import { AnsweredChallenges, ChallengesModule } from '@knotenpunkt/challenges/api';
import { Followables, NoticesModule } from '@knotenpunkt/notices/api';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { AllianceAsking } from './alliance-asking';
import { AllianceCalendarController } from './alliance-calendar.controller';
import { AllianceCalendarService } from './alliance-calendar.service';
import { AllianceCharterResolver, AllianceOfferResolver, AllianceSignatoryResolver } from './alliance-charter.resolver';
import { AllianceCourseService } from './alliance-course.service';
import { AllianceDraftService } from './alliance-draft.service';
import { AllianceFactSource } from './alliance-fact-source';
import { AllianceFieldsResolver, AllianceMemberResolver, WaitingAllianceAnswerResolver } from './alliance-fields.resolver';
import { AllianceFormationService } from './alliance-formation.service';
import { AllianceLetters } from './alliance-letters';
import { AlliancePlaceResolver } from './alliance-place.resolver';
import { AlliancePlaceService } from './alliance-place.service';
import { AllianceOfferRepository } from './alliance-offer.repository';
import { AllianceOfferService } from './alliance-offer.service';
import { AllianceQuestionKind } from './alliance-question-kind';
import { AllianceReadingService } from './alliance-reading.service';
import { AllianceSeeder } from './alliance-seeder';
import { AllianceWriter } from './alliance-writer';
import { AllianceLoader } from './alliance.loader';
import { AllianceRepository } from './alliance.repository';
import { AllianceResolver } from './alliance.resolver';
import { ActorAlliancesResolver, ChallengeAlliancesResolver } from './challenge-alliances.resolver';
import { followedAlliances } from './followed-alliances';
import { openAlliances } from './open-alliances';

@Module({
  imports: [ActorsModule, AgreementsModule, ChallengesModule, NoticesModule],
  controllers: [AllianceCalendarController],
  providers: [
    ActorAlliancesResolver,
    AllianceAsking,
    AllianceCalendarService,
    AllianceCourseService,
    AllianceDraftService,
    AllianceFactSource,
    AllianceFieldsResolver,
    AllianceFormationService,
    AllianceLetters,
    AllianceLoader,
    AllianceMemberResolver,
    AlliancePlaceResolver,
    AlliancePlaceService,
    AllianceOfferRepository,
    AllianceOfferService,
    AllianceQuestionKind,
    AllianceReadingService,
    AllianceRepository,
    AllianceResolver,
    AllianceSeeder,
    AllianceCharterResolver,
    AllianceOfferResolver,
    AllianceSignatoryResolver,
    AllianceWriter,
    ChallengeAlliancesResolver,
    WaitingAllianceAnswerResolver,
  ],
  exports: [AllianceLoader, AllianceReadingService],
})
export class AlliancesModule implements OnModuleInit {
  constructor(
    sources: FactSources,
    facts: AllianceFactSource,
    seeds: RegionSeeds,
    seeder: AllianceSeeder,
    private readonly modules: ModuleRef,
  ) {
    sources.register(facts);
    seeds.register(seeder);
  }

  onModuleInit(): void {
    const reading = this.modules.get(AllianceReadingService);
    const answered = this.modules.get(AnsweredChallenges, { strict: false });
    answered.register({ answeredIn: (regionId) => reading.answeredChallenges({ id: regionId }) });
    this.modules.get(Followables, { strict: false }).register('ALLIANCE', followedAlliances);
    this.modules.get(Purposes, { strict: false }).register('ALLIANCE', openAlliances);
  }
}
