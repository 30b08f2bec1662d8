export * from './community';
export * from './findings';
export * from './focus';
export { messages } from './messages';
export * from './network-columns';
export * from './placing';
export * from './tie-sentence';
