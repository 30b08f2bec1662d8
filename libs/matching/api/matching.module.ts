import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { DismissalRepository } from './dismissal.repository';
import { DismissalService } from './dismissal.service';
import { EvidenceService } from './evidence.service';
import { LineService } from './line.service';
import { MatcherKeeper } from './matcher-keeper';
import { DismissalResolver, MatchingResolver } from './matching.resolver';
import { MatchingRepository } from './matching.repository';
import { NeighbourhoodService } from './neighbourhood.service';
import { SuggestionService } from './suggestion.service';
import { ProposedMemberResolver, TableExchangeResolver, TableResolver } from './table.resolver';
import { TableService } from './table.service';

@Module({
  imports: [ActorsModule, ChallengesModule, AlliancesModule],
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
    ProposedMemberResolver,
    SuggestionService,
    TableExchangeResolver,
    TableResolver,
    TableService,
  ],
  exports: [SuggestionService],
})
export class MatchingModule {}
