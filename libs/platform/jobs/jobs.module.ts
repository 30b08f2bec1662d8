import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Jobs } from './jobs';

@Global()
@Module({})
export class JobsModule {
  static forRoot(databaseUrl: string): DynamicModule {
    return { module: JobsModule, providers: [Jobs, { provide: 'JOBS_DATABASE_URL', useValue: databaseUrl }], exports: [Jobs] };
  }
}
