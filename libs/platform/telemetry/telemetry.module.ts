import { Module, type DynamicModule } from '@nestjs/common';
import { BackupLog } from '@knotenpunkt/platform/backup';
import { GraphqlTimer } from './graphql-timer';
import { HealthController } from './health.controller';
import { Instruments } from './instruments';
import { Metrics, METRICS_TOKEN } from './metrics';
import { MetricsController } from './metrics.controller';

@Module({})
export class TelemetryModule {
  /** Without a token nobody gets the metrics. */
  static forRoot(options: { metricsToken: string | null }): DynamicModule {
    return {
      module: TelemetryModule,
      controllers: [HealthController, MetricsController],
      providers: [Metrics, Instruments, BackupLog, GraphqlTimer, { provide: METRICS_TOKEN, useValue: options.metricsToken }],
      exports: [Metrics],
    };
  }
}
