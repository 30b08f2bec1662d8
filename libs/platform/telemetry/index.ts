export * from './health.controller';
export * from './logger';
export { Metrics } from './metrics';
export { Instruments } from './instruments';
export * from './telemetry.module';
