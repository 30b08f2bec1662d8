export * from './job-state';
export * from './jobs';
export * from './jobs.module';
