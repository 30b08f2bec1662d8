export * from './configuration';
export * from './version';
