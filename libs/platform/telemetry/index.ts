export * from './health.controller';
export * from './logger';
export * from './telemetry.module';
