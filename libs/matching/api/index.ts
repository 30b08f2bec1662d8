export { MatchingModule } from './matching.module';
export { SuggestionService } from './suggestion.service';
