export * from './commitment';
export * from './consent';
export { messages } from './messages';
export * from './round-question';
export * from './word-difference';
