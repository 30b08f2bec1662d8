export * from './mandate';
export * from './messages';
export * from './viewer';
