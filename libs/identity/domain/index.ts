export * from './access';
export * from './account';
export * from './addressee';
export * from './device';
export * from './mandate';
export * from './mandate-request';
export { catalogue } from './catalogue';
export { messages } from './messages';
export * from './viewer';
