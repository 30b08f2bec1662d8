export * from './batch';
export { catalogue } from './catalogue';
export * from './columns';
export * from './h2020';
export * from './judge';
export * from './likeness';
export * from './listed-actor';
export { messages } from './messages';
export * from './row';
