import { Module } from '@nestjs/common';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { FileStore } from './file-store';
import { Pictures } from './pictures';

/** At night, UTC. */
const EVERY_NIGHT = '40 2 * * *';

@Module({ providers: [FileStore, Pictures], exports: [FileStore, Pictures] })
export class FilesModule {
  constructor(jobs: Jobs, store: FileStore) {
    jobs.every('files.sweep', EVERY_NIGHT, async () => void (await store.sweep()));
  }
}
