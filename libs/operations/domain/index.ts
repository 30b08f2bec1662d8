export { catalogue } from './catalogue';
export { messages } from './messages';
export * from './system';
