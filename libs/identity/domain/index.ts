export * from './mandate';
export * from './viewer';
