export { MatchingModule } from './matching.module';
export { MeaningKeeper } from './meaning-keeper';
export { MeaningService, type MeaningState } from './meaning.service';
export { OutcomeTeller } from './outcome-teller';
export { SentenceModelModule } from './sentence-model.module';
export { SuggestionService } from './suggestion.service';
