import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { registerPersonalData } from '@knotenpunkt/identity/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { FilesModule } from '@knotenpunkt/platform/files';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { H2020ImportService } from './h2020-import.service';
import { ImportRepository } from './import.repository';
import { personalData } from './personal-data';
import { ActorComparing } from './table/actor-comparing';
import { ActorWriting } from './table/actor-writing';
import { BatchLoader } from './table/batch.loader';
import { BatchStore } from './table/batch-store';
import { BatchRepository } from './table/batch.repository';
import { DuplicateFieldsResolver } from './table/duplicate-fields.resolver';
import { ImportReading } from './table/batch-reading.service';
import { ImportBatchService } from './table/batch.service';
import { IMPORT_RUN, ImportRuns, ImportWork } from './table/import-runs';
import { ImportFieldsResolver } from './table/import-fields.resolver';
import { ImportResolver } from './table/import.resolver';
import { RowRepository } from './table/row.repository';
import { TraitRepository } from './table/trait.repository';
import { ImportUploadController } from './table/upload.controller';
import { ImportUpload } from './table/upload.service';

registerPersonalData(personalData);

const EVERY_MINUTE = '* * * * *';
/** At night, UTC. */
const EVERY_NIGHT = '50 2 * * *';

@Module({
  imports: [ActorsModule, InitiativesModule, FilesModule],
  controllers: [ImportUploadController],
  providers: [
    ActorComparing,
    ActorWriting,
    BatchLoader,
    BatchRepository,
    BatchStore,
    DuplicateFieldsResolver,
    H2020ImportService,
    ImportBatchService,
    ImportFieldsResolver,
    ImportReading,
    ImportRepository,
    ImportResolver,
    ImportRuns,
    ImportUpload,
    ImportWork,
    RowRepository,
    TraitRepository,
  ],
  exports: [H2020ImportService],
})
export class ImportsModule {
  constructor(jobs: Jobs, runs: ImportRuns) {
    jobs.handle<{ id: string }>(IMPORT_RUN, ({ id }) => runs.run(id));
    jobs.every('imports.resume', EVERY_MINUTE, () => runs.resume());
    jobs.every('imports.sweep', EVERY_NIGHT, () => runs.sweep());
  }
}
