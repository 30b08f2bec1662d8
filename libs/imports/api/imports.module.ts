import { Module, type OnModuleInit } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { ActorReferences, registerPersonalData } from '@knotenpunkt/identity/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { FilesModule } from '@knotenpunkt/platform/files';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { RegionService } from '@knotenpunkt/regions/api';
import { H2020ImportService } from './h2020-import.service';
import { ImportRepository } from './import.repository';
import { personalData } from './personal-data';
import { importReferences, importReferencesKept } from './import-references';
import { ActorMergeFieldsResolver, DuplicatePairFieldsResolver, MergedEntriesResolver } from './merging/merge-fields.resolver';
import { MergeOutgoing } from './merging/merge.outgoing';
import { MergeLoader } from './merging/merge.loader';
import { MergeReading } from './merging/merge-reading.service';
import { MergeRepository } from './merging/merge.repository';
import { MergeResolver } from './merging/merge.resolver';
import { MergeService } from './merging/merge.service';
import { MergeStore } from './merging/merge-store';
import { MoveRepository } from './merging/move.repository';
import { ReferenceMoving } from './merging/moving';
import { PairRepository } from './merging/pair.repository';
import { PairService } from './merging/pair.service';
import { NamedActors } from './kinds/named-actors';
import { EntryComparing } from './kinds/entry-comparing';
import { EntryWriting } from './kinds/entry-writing';
import { KnownEntries } from './kinds/known-entries';
import { InitiativeComparing } from './kinds/initiative-comparing';
import { InitiativeWriting } from './kinds/initiative-writing';
import { KnownInitiatives } from './kinds/known-initiatives';
import { KnownTies } from './kinds/known-ties';
import { TieComparing } from './kinds/tie-comparing';
import { TieWriting } from './kinds/tie-writing';
import { ActorSuccessionFieldsResolver, SucceededActorResolver, SuccessionFieldsResolver } from './succession/succession-fields.resolver';
import { SuccessionFactSource } from './succession/succession-fact-source';
import { SuccessionLoader } from './succession/succession.loader';
import { SuccessionMoving } from './succession/succession-moving';
import { SuccessionOutgoing } from './succession/succession.outgoing';
import { SuccessionReading } from './succession/succession-reading.service';
import { SuccessionRepository } from './succession/succession.repository';
import { SuccessionResolver } from './succession/succession.resolver';
import { SuccessionSeeder } from './succession/succession-seeder';
import { SuccessionService } from './succession/succession.service';
import { ActorComparing } from './table/actor-comparing';
import { ActorWriting } from './table/actor-writing';
import { BatchLoader } from './table/batch.loader';
import { BatchStore } from './table/batch-store';
import { BatchRepository } from './table/batch.repository';
import { DuplicateFieldsResolver } from './table/duplicate-fields.resolver';
import { ImportReading } from './table/batch-reading.service';
import { ImportBatchService } from './table/batch.service';
import { IMPORT_RUN, ImportRuns } from './table/import-runs';
import { ActorWork, EntryWork, ImportWork, InitiativeWork, TieWork } from './table/import-work';
import { ImportFieldsResolver, ImportReferenceResolver } from './table/import-fields.resolver';
import { ImportResolver } from './table/import.resolver';
import { RowRepository } from './table/row.repository';
import { TraitRepository } from './table/trait.repository';
import { SampleController } from './table/sample.controller';
import { ImportUploadController } from './table/upload.controller';
import { ImportUpload } from './table/upload.service';

registerPersonalData(personalData);

const EVERY_MINUTE = '* * * * *';
const EVERY_TEN_MINUTES = '4,14,24,34,44,54 * * * *';
/** Of entries that are compared with all others, a region and time. */
const ROUNDS = 50;
/** At night, UTC. */
const EVERY_NIGHT = '50 2 * * *';

@Module({
  imports: [ActorsModule, InitiativesModule, FilesModule],
  controllers: [ImportUploadController, SampleController],
  providers: [
    ActorComparing,
    ActorMergeFieldsResolver,
    ActorWork,
    ActorSuccessionFieldsResolver,
    ActorWriting,
    BatchLoader,
    BatchRepository,
    BatchStore,
    DuplicateFieldsResolver,
    DuplicatePairFieldsResolver,
    EntryComparing,
    EntryWork,
    EntryWriting,
    H2020ImportService,
    ImportBatchService,
    ImportFieldsResolver,
    ImportReferenceResolver,
    ImportReading,
    ImportRepository,
    ImportResolver,
    ImportRuns,
    ImportUpload,
    ImportWork,
    InitiativeComparing,
    InitiativeWork,
    InitiativeWriting,
    KnownEntries,
    KnownInitiatives,
    KnownTies,
    MergedEntriesResolver,
    MergeLoader,
    MergeOutgoing,
    MergeReading,
    MergeRepository,
    MergeResolver,
    MergeService,
    MergeStore,
    MoveRepository,
    NamedActors,
    PairRepository,
    PairService,
    ReferenceMoving,
    RowRepository,
    TieComparing,
    TieWork,
    TieWriting,
    SucceededActorResolver,
    SuccessionFactSource,
    SuccessionFieldsResolver,
    SuccessionLoader,
    SuccessionMoving,
    SuccessionOutgoing,
    SuccessionReading,
    SuccessionRepository,
    SuccessionResolver,
    SuccessionSeeder,
    SuccessionService,
    TraitRepository,
  ],
  exports: [H2020ImportService],
})
export class ImportsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly runs: ImportRuns,
    private readonly pairs: PairService,
    private readonly regions: RegionService,
    private readonly references: ActorReferences,
  ) {}

  onModuleInit(): void {
    this.references.register({ move: importReferences, keep: importReferencesKept });
    this.jobs.handle<{ id: string }>(IMPORT_RUN, ({ id }) => this.runs.run(id));
    this.jobs.every('imports.resume', EVERY_MINUTE, () => this.runs.resume());
    this.jobs.every('imports.sweep', EVERY_NIGHT, () => this.runs.sweep());
    this.jobs.every('imports.compare', EVERY_TEN_MINUTES, async () => {
      for (const region of await this.regions.all()) await this.pairs.compare(region, ROUNDS);
    });
  }
}
