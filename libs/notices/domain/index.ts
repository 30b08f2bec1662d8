export * from './act-words';
export * from './following';
export * from './mail-question';
export { catalogue } from './catalogue';
export { messages } from './messages';
export * from './question-words';
