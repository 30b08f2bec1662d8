export * from './h2020';
export { messages } from './messages';
export * from './row';
