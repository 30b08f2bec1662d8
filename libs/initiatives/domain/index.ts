export * from './event';
export * from './initiative';
export * from './initiative-table';
export * from './initiative-text';
export * from './partnership';
export * from './proposal';
export * from './question-words';
export { messages } from './messages';
export * from './initiative-from-register';
