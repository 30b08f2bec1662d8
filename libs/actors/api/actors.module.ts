import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ActorReferences, ErasureHooks, MandateService, registerPersonalData } from '@knotenpunkt/identity/api';
import { Followables, NoticesModule } from '@knotenpunkt/notices/api';
import { FilesModule } from '@knotenpunkt/platform/files';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { FactSources, Outbox } from '@knotenpunkt/platform/outbox';
import { ActorMerging } from './merging/actor-merging';
import { ownReferences, ownReferencesKept } from './merging/own-references';
import { RegionSeeds, RegionService, type SeedLoader } from '@knotenpunkt/regions/api';
import { ActorDirectoryRepository } from './actor-directory.repository';
import { ActorDirectoryService } from './actor-directory.service';
import { ActorFactSource } from './actor-fact-source';
import { ActorFieldsResolver } from './actor-fields.resolver';
import { ActorHiding } from './actor-hiding';
import { ActorListing } from './actor-listing';
import { ActorLogoController } from './actor-logo.controller';
import { ActorLogoService } from './actor-logo.service';
import { ActorLoader } from './actor.loader';
import { ActorRecipients } from './actor-recipients';
import { ActorPageRepository } from './actor-page.repository';
import { ActorRepository } from './actor.repository';
import { ActorResolver } from './actor.resolver';
import { ActorSeeder } from './actor-seeder';
import { ActorService } from './actor.service';
import { ActorTableController } from './actor-table.controller';
import { AgedActorsRepository } from './confirmation/aged-actors.repository';
import { AgedActorsResolver, ArchivedActorResolver } from './confirmation/aged-actors.resolver';
import { AgedActorsService } from './confirmation/aged-actors.service';
import { AskedAboutReader } from './confirmation/asked-about';
import { ConfirmationAnswerService } from './confirmation/confirmation-answer.service';
import { ConfirmationAskingService } from './confirmation/confirmation-asking.service';
import { ConfirmationDeskService } from './confirmation/confirmation-desk.service';
import { ConfirmationLetters } from './confirmation/confirmation-letters';
import { ConfirmationLinks } from './confirmation/confirmation-links';
import { ConfirmationPeriods } from './confirmation/confirmation-periods';
import { ConfirmationRepository } from './confirmation/confirmation.repository';
import { ConfirmationResolver } from './confirmation/confirmation.resolver';
import { ConfirmationWriter } from './confirmation/confirmation-writer';
import { ActorFreshnessResolver, EntryFreshnessResolver } from './confirmation/freshness.resolver';
import { EntryListing } from './entry-listing';
import { EntryRepository } from './entry.repository';
import { EntryResolver } from './entry.resolver';
import { EntryService } from './entry.service';
import {
  ActActorResolver,
  AuditEntryActorResolver,
  MandateActorResolver,
  MandateRequestActorResolver,
  OwnDataEntryActorResolver,
  PersonMandateActorResolver,
} from './mandate-actor.resolver';
import { HistoryResolver } from './history/history.resolver';
import { HistoryService } from './history/history.service';
import { ReturnService } from './history/return.service';
import { VersionRepository } from './history/version.repository';
import { personalData } from './personal-data';
import { RelationRepository } from './relation.repository';
import { RelationService } from './relation.service';
import { TieListing } from './tie-listing';
import { TieRepository } from './tie.repository';
import { SearchReadingRepository } from './search-reading.repository';
import { SavedSearchRepository } from './searches/saved-search.repository';
import { SavedSearchResolver } from './searches/saved-search.resolver';
import { SavedSearchService } from './searches/saved-search.service';
import { seedSavedSearches } from './searches/seed-saved-searches';
import { SearchWatchService } from './searches/search-watch.service';
import { CompetenceWordRepository } from './words/competence-word.repository';
import { seedCompetenceWords } from './words/seed-competence-words';
import { CompetenceWordResolver } from './words/competence-word.resolver';
import { CompetenceWordService } from './words/competence-word.service';
import { followedActors } from './followed-actors';
import { FoundedActors } from './registration/founded-actors';
import { RegistrationFieldsResolver } from './registration/registration-fields.resolver';
import { RegistrationReading } from './registration/registration-reading.service';
import { RegistrationSeeder } from './registration/registration-seeder';
import { RegistrationVerifying } from './registration/registration-verifying.service';
import { RegistrationOutgoing } from './registration/registration.outgoing';
import { RegistrationRepository } from './registration/registration.repository';
import { RegistrationResolver } from './registration/registration.resolver';
import { RegistrationService } from './registration/registration.service';

registerPersonalData(personalData);

/** Before people begin to work, in UTC. */
const EVERY_MORNING = '40 4 * * *';

@Module({
  imports: [NoticesModule, FilesModule],
  controllers: [ActorLogoController, ActorTableController],
  providers: [
    ActActorResolver,
    ActorDirectoryRepository,
    ActorDirectoryService,
    ActorFactSource,
    ActorFieldsResolver,
    ActorFreshnessResolver,
    ActorHiding,
    ActorListing,
    ActorLoader,
    ActorLogoService,
    ActorMerging,
    ActorRecipients,
    ActorPageRepository,
    ActorRepository,
    ActorResolver,
    ActorSeeder,
    ActorService,
    AgedActorsRepository,
    AgedActorsResolver,
    AgedActorsService,
    ArchivedActorResolver,
    AskedAboutReader,
    AuditEntryActorResolver,
    ConfirmationAnswerService,
    ConfirmationAskingService,
    ConfirmationDeskService,
    ConfirmationLetters,
    ConfirmationLinks,
    ConfirmationPeriods,
    ConfirmationRepository,
    ConfirmationResolver,
    ConfirmationWriter,
    EntryFreshnessResolver,
    CompetenceWordRepository,
    CompetenceWordResolver,
    CompetenceWordService,
    EntryListing,
    EntryRepository,
    EntryResolver,
    EntryService,
    FoundedActors,
    HistoryResolver,
    HistoryService,
    MandateActorResolver,
    MandateRequestActorResolver,
    OwnDataEntryActorResolver,
    PersonMandateActorResolver,
    RegistrationFieldsResolver,
    RegistrationOutgoing,
    RegistrationReading,
    RegistrationRepository,
    RegistrationResolver,
    RegistrationSeeder,
    RegistrationService,
    RegistrationVerifying,
    RelationRepository,
    RelationService,
    ReturnService,
    SavedSearchRepository,
    SavedSearchResolver,
    SavedSearchService,
    SearchReadingRepository,
    SearchWatchService,
    TieListing,
    TieRepository,
    VersionRepository,
  ],
  exports: [ActorDirectoryService, ActorHiding, ActorListing, ActorLoader, ActorMerging, ActorRecipients, EntryListing, TieListing],
})
export class ActorsModule implements OnModuleInit {
  constructor(
    sources: FactSources,
    facts: ActorFactSource,
    seeds: RegionSeeds,
    seeder: ActorSeeder,
    registrations: RegistrationSeeder,
    private readonly modules: ModuleRef,
  ) {
    sources.register(facts);
    seeds.register(seeder);
    seeds.register(registrations);
  }

  // Not a parameter of the constructor: waiting for the mandates would load this room's seeds after those of later rooms.
  onModuleInit(): void {
    this.askWhetherRight();
    this.modules.get(ActorReferences, { strict: false }).register({ move: ownReferences, keep: ownReferencesKept });
    this.modules.get(Followables, { strict: false }).register('ACTOR', followedActors);
    // Persons are there after all other rooms have loaded theirs.
    const [searches, words] = [this.modules.get(SavedSearchRepository), this.modules.get(CompetenceWordRepository)];
    const load: SeedLoader['load'] = async (tx, seed, region) => {
      await seedCompetenceWords(tx, words, seed, region);
      await seedSavedSearches(tx, searches, seed, region);
    };
    this.modules.get(RegionSeeds, { strict: false }).register({ room: 'actors', load });
    const [watch, regions] = [this.modules.get(SearchWatchService), this.modules.get(RegionService, { strict: false })];
    this.modules.get(Jobs, { strict: false }).every('actors.look-after-searches', EVERY_MORNING, async () => {
      for (const region of await regions.all()) await watch.lookAfter(region);
    });
    const actors = this.modules.get(ActorRepository);
    const outbox = this.modules.get(Outbox, { strict: false });
    // A Steckbrief that loses a contact is another one: whoever keeps it has to read it again.
    this.modules.get(ErasureHooks, { strict: false }).register(async (tx, { email }) => {
      const changed = await actors.withContact(tx, email);
      await outbox.appendAll(
        tx,
        changed.map(({ id, regionId }) => ({ aggregate: 'actor', id, regionId })),
      );
    });
    this.modules.get(MandateService, { strict: false }).askForNames(async (tx, region, actorId) => {
      const actor = await actors.find(tx, actorId);
      return actor?.regionId === region.id ? actor.name : null;
    });
  }

  private askWhetherRight(): void {
    const asking = this.modules.get(ConfirmationAskingService);
    const regions = this.modules.get(RegionService, { strict: false });
    this.modules.get(Jobs, { strict: false }).every('actors.ask-whether-right', EVERY_MORNING, async () => {
      for (const region of await regions.all()) await asking.lookAfter(region);
    });
  }
}
