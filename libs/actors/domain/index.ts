export * from './actor';
export * from './completeness';
export * from './contact';
export * from './entry';
export * from './relation';
export * from './search-text';
