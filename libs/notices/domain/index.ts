export * from './mail-question';
export { messages } from './messages';
export * from './question-words';
