export * from './messages';
export * from './system';
