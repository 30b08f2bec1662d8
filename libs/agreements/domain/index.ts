export * from './commitment';
export * from './consent';
export { messages } from './messages';
export * from './word-difference';
