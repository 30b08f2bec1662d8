export * from './challenge';
export * from './challenge-text';
export * from './employees-concerned';
export { messages } from './messages';
