export * from './commitment';
export * from './consent';
export { catalogue } from './catalogue';
export { messages } from './messages';
export * from './outside-promise';
export { outsideWords } from './outside-words';
export * from './round-question';
