import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ActorReferences, registerPersonalData } from '@knotenpunkt/identity/api';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { NetworkModule } from '@knotenpunkt/network/api';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import { CandidateService } from './candidate.service';
import { Composer, COMPOSING_WORKER } from './composer';
import { CorrectionRepository } from './correction.repository';
import { CorrectionService } from './correction.service';
import { DismissalRepository } from './dismissal.repository';
import { DismissalService } from './dismissal.service';
import { EvidenceService } from './evidence.service';
import { HeldResolver } from './held.resolver';
import { HeldService } from './held.service';
import { LearnedKeeper } from './learned-keeper';
import { LearnedWriter } from './learned-writer';
import { LearnedRepository } from './learned.repository';
import { LearningFactSource } from './learning-fact-source';
import { LearningService } from './learning.service';
import { HISTORY_WORKER, HistoryThread } from './history-thread';
import { HistoryService } from './history.service';
import { LineService } from './line.service';
import { MatcherKeeper } from './matcher-keeper';
import { MeaningFactSource } from './meaning-fact-source';
import { MeaningKeeper } from './meaning-keeper';
import { MeaningRepository } from './meaning.repository';
import { MeaningService } from './meaning.service';
import { DismissalResolver, MatchingResolver } from './matching.resolver';
import { matchingReferences } from './matching-references';
import { MatchingRepository } from './matching.repository';
import { NeighbourhoodService } from './neighbourhood.service';
import { OutcomeSeeder } from './outcome-seeder';
import { OutcomeTeller } from './outcome-teller';
import { OutcomeRepository } from './outcome.repository';
import { LearningResolver, OutcomesHeldResolver } from './outcome.resolver';
import { OutcomesHeldService } from './outcomes-held.service';
import { personalData } from './personal-data';
import { ShownSuggestions } from './shown-suggestions';
import { PartnerFinder } from './partner-finder';
import { ReplacementResolver } from './replacement.resolver';
import { ReplacementService } from './replacement.service';
import { SuggestionService } from './suggestion.service';
import { ProposedMemberResolver, TableExchangeResolver, TableResolver } from './table.resolver';
import { TableService } from './table.service';

registerPersonalData(personalData);

/** The built worker stands beside the built server or one folder above its parts; run from source there is none. */
function builtWorker(name: string): URL | null {
  const found = ['.', '..'].map((folder) => resolve(import.meta.dirname, folder, `${name}.worker.js`)).find(existsSync);
  return found ? pathToFileURL(found) : null;
}

@Module({
  imports: [ActorsModule, InitiativesModule, ChallengesModule, AlliancesModule, NetworkModule],
  providers: [
    CandidateService,
    Composer,
    CorrectionRepository,
    CorrectionService,
    DismissalRepository,
    DismissalResolver,
    DismissalService,
    EvidenceService,
    HeldResolver,
    HeldService,
    LearnedKeeper,
    LearnedRepository,
    LearnedWriter,
    LearningFactSource,
    LearningResolver,
    LearningService,
    HistoryService,
    HistoryThread,
    LineService,
    MatcherKeeper,
    MatchingRepository,
    MatchingResolver,
    MeaningFactSource,
    MeaningKeeper,
    MeaningRepository,
    MeaningService,
    NeighbourhoodService,
    OutcomeRepository,
    OutcomeSeeder,
    OutcomesHeldResolver,
    OutcomesHeldService,
    OutcomeTeller,
    PartnerFinder,
    ProposedMemberResolver,
    ShownSuggestions,
    ReplacementResolver,
    ReplacementService,
    SuggestionService,
    TableExchangeResolver,
    TableResolver,
    TableService,
    { provide: COMPOSING_WORKER, useFactory: () => builtWorker('composing') },
    { provide: HISTORY_WORKER, useFactory: () => builtWorker('history') },
  ],
  exports: [MeaningKeeper, MeaningService, OutcomeTeller, SuggestionService],
})
export class MatchingModule implements OnModuleInit {
  constructor(
    sources: FactSources,
    meanings: MeaningFactSource,
    learning: LearningFactSource,
    private readonly seeds: RegionSeeds,
    private readonly outcomes: OutcomeSeeder,
    private readonly references: ActorReferences,
  ) {
    sources.register(meanings);
    sources.register(learning);
  }

  /** Not before: suggestions name organisations, and which module is made first is not said. */
  onModuleInit(): void {
    this.seeds.register(this.outcomes);
    this.references.register({ move: matchingReferences });
  }
}
