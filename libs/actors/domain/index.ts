export * from './actor';
export * from './completeness';
export * from './contact';
export * from './entry';
export * from './logo';
export { messages } from './messages';
export * from './relation';
export * from './search-text';
export * from './actor-from-register';
