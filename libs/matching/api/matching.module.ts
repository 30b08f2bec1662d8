import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { DismissalRepository } from './dismissal.repository';
import { DismissalService } from './dismissal.service';
import { EvidenceService } from './evidence.service';
import { LineService } from './line.service';
import { MatcherKeeper } from './matcher-keeper';
import { DismissalResolver, MatchingResolver } from './matching.resolver';
import { MatchingRepository } from './matching.repository';
import { NeighbourhoodService } from './neighbourhood.service';
import { SuggestionService } from './suggestion.service';

@Module({
  imports: [ActorsModule],
  providers: [
    DismissalRepository,
    DismissalResolver,
    DismissalService,
    EvidenceService,
    LineService,
    MatcherKeeper,
    MatchingRepository,
    MatchingResolver,
    NeighbourhoodService,
    SuggestionService,
  ],
  exports: [SuggestionService],
})
export class MatchingModule {}
