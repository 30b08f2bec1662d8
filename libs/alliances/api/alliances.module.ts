import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ActorReferences } from '@knotenpunkt/identity/api';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule, Purposes } from '@knotenpunkt/agreements/api';
import { AnsweredChallenges, ChallengesModule } from '@knotenpunkt/challenges/api';
import { registerPersonalData } from '@knotenpunkt/identity/api';
import { Followables, NoticesModule } from '@knotenpunkt/notices/api';
import { FilesModule } from '@knotenpunkt/platform/files';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { RegionSeeds, RegionService } from '@knotenpunkt/regions/api';
import { allianceReferences } from './alliance-references';
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
import {
  AdmissionFieldsResolver,
  AllianceWorkResolver,
  DepartureFieldsResolver,
  MeetingFieldsResolver,
  StandFieldsResolver,
  StatementFieldsResolver,
  TaskFieldsResolver,
} from './alliance-work.resolver';
import { AllianceWorkSeeder } from './alliance-work-seeder';
import { AllianceWorkService } from './alliance-work.service';
import { AllianceWriter } from './alliance-writer';
import { AllianceHiding } from './alliance-hiding';
import { AllianceLoader } from './alliance.loader';
import { AllianceRepository } from './alliance.repository';
import { AllianceResolver } from './alliance.resolver';
import { ActorAlliancesResolver, ChallengeAlliancesResolver } from './challenge-alliances.resolver';
import { DocumentDownloadService } from './documents/document-download.service';
import { DocumentUploadService } from './documents/document-upload.service';
import { DocumentController } from './documents/document.controller';
import { DocumentRepository } from './documents/document.repository';
import { DocumentResolver } from './documents/document.resolver';
import { DocumentService } from './documents/document.service';
import { followedAlliances } from './followed-alliances';
import { AdmissionLetters } from './membership/admission-letters';
import { AdmissionQuestionKind } from './membership/admission-question-kind';
import { AdmissionService } from './membership/admission.service';
import { DepartureService } from './membership/departure.service';
import { MembershipRepository } from './membership/membership.repository';
import { MembershipResolver } from './membership/membership.resolver';
import { openAlliances } from './open-alliances';
import { personalData } from './personal-data';
import { StatementLoader } from './statements/statement.loader';
import { StatementRepository } from './statements/statement.repository';
import { StatementResolver } from './statements/statement.resolver';
import { StatementService } from './statements/statement.service';
import { TaskService } from './statements/task.service';

registerPersonalData(personalData);

/** Providers of what an alliance does once it is formed: who comes and goes, and what is written down. */
const WORK = [
  AdmissionFieldsResolver,
  AdmissionLetters,
  AdmissionQuestionKind,
  AdmissionService,
  AllianceWorkResolver,
  AllianceWorkSeeder,
  AllianceWorkService,
  DepartureFieldsResolver,
  DepartureService,
  DocumentDownloadService,
  DocumentRepository,
  DocumentResolver,
  DocumentService,
  DocumentUploadService,
  MeetingFieldsResolver,
  MembershipRepository,
  MembershipResolver,
  StandFieldsResolver,
  StatementFieldsResolver,
  StatementLoader,
  StatementRepository,
  StatementResolver,
  StatementService,
  TaskFieldsResolver,
  TaskService,
];

/** Members leave on the day they named: shortly after every full hour, so that it is the day in any time zone of a region. */
const EVERY_HOUR = '5 * * * *';

@Module({
  imports: [ActorsModule, AgreementsModule, ChallengesModule, FilesModule, NoticesModule],
  controllers: [AllianceCalendarController, DocumentController],
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
    AllianceHiding,
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
    ...WORK,
  ],
  exports: [AllianceHiding, AllianceLoader, AllianceReadingService],
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
    this.modules.get(ActorReferences, { strict: false }).register({ move: allianceReferences });
    const reading = this.modules.get(AllianceReadingService);
    const answered = this.modules.get(AnsweredChallenges, { strict: false });
    answered.register({ answeredIn: (regionId) => reading.answeredChallenges({ id: regionId }) });
    this.modules.get(Followables, { strict: false }).register('ALLIANCE', followedAlliances);
    const departures = this.modules.get(DepartureService);
    const regions = this.modules.get(RegionService, { strict: false });
    this.modules.get(Jobs, { strict: false }).every('alliances.departures', EVERY_HOUR, async () => {
      for (const region of await regions.all()) await departures.lookAfter(region);
    });
    this.modules.get(Purposes, { strict: false }).register('ALLIANCE', openAlliances);
  }
}
