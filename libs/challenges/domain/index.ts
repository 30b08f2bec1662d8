export * from './challenge';
export * from './challenge-text';
export { messages } from './messages';
