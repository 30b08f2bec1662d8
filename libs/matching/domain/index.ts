export * from './certainty';
export * from './entry';
export * from './lexical-index';
export * from './need-offer';
export * from './reasons';
export * from './theme-overlap';
export { TextAnalyser } from './text/text-analyser';
export type { TextLanguage } from './text/tokens';
export type { Vocabulary, VocabularyTerm } from './text/vocabulary';
