export * from './access';
export * from './addressee';
export * from './mandate';
export * from './mandate-request';
export * from './messages';
export * from './viewer';
