import { Module } from '@nestjs/common';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { Documents } from './documents';
import { FileStore } from './file-store';
import { Pictures } from './pictures';
import { Sheets } from './sheets';
import { Tables } from './tables';
import { Turns } from './turns';

/** At night, UTC. */
const EVERY_NIGHT = '40 2 * * *';

@Module({ providers: [Documents, FileStore, Pictures, Sheets, Tables, Turns], exports: [Documents, FileStore, Pictures, Sheets, Tables] })
export class FilesModule {
  constructor(jobs: Jobs, store: FileStore) {
    jobs.every('files.sweep', EVERY_NIGHT, async () => void (await store.sweep()));
  }
}
