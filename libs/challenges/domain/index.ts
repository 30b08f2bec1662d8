export * from './challenge';
export * from './challenge-text';
export * from './employees-concerned';
export { catalogue } from './catalogue';
export { messages } from './messages';
