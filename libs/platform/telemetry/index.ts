export * from './health.controller';
export * from './logger';
export { Metrics } from './metrics';
export { MetricSources } from './metric-sources';
export * from './telemetry.module';
