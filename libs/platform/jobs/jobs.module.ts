import { Global, Module, type DynamicModule } from '@nestjs/common';
import { JobStates } from './job-state';
import { Jobs } from './jobs';

@Global()
@Module({})
export class JobsModule {
  static forRoot(databaseUrl: string): DynamicModule {
    return {
      module: JobsModule,
      providers: [Jobs, JobStates, { provide: 'JOBS_DATABASE_URL', useValue: databaseUrl }],
      exports: [Jobs, JobStates],
    };
  }
}
