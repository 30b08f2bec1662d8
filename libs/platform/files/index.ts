export * from './documents';
export * from './file-store';
export * from './files.module';
export * from './pictures';
export { turnAway } from './read-bytes';
