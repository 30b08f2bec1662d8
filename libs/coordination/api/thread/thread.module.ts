import { Module } from '@nestjs/common';
import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { ThreadCorrectionRepository } from './thread-correction.repository';
import { ThreadFactSource } from './thread-fact-source';
import { ThreadCorrectionFieldsResolver, ThreadFieldsResolver } from './thread-fields.resolver';
import { ThreadNamingResolver } from './thread-naming.resolver';
import { ThreadNamingService } from './thread-naming.service';
import { ThreadReadingService } from './thread-reading.service';
import { ThreadSeeder } from './thread-seeder';
import { ThreadSubjectService } from './thread-subject.service';
import { ThreadSurroundingsRepository } from './thread-surroundings.repository';
import { ThreadWriter } from './thread-writer';
import { ThreadLoader } from './thread.loader';
import { ThreadRepository } from './thread.repository';
import { ThreadResolver } from './thread.resolver';
import { ThreadService } from './thread.service';

/** Threads of the coordination; a part of this room with a module of its own, so that others of the room can ask its services. */
@Module({
  imports: [ActorsModule, AgreementsModule],
  providers: [
    ThreadCorrectionFieldsResolver,
    ThreadCorrectionRepository,
    ThreadFactSource,
    ThreadFieldsResolver,
    ThreadLoader,
    ThreadNamingResolver,
    ThreadNamingService,
    ThreadReadingService,
    ThreadRepository,
    ThreadResolver,
    ThreadSeeder,
    ThreadService,
    ThreadSubjectService,
    ThreadSurroundingsRepository,
    ThreadWriter,
  ],
  exports: [ThreadReadingService, ThreadSeeder, ThreadService, ThreadSurroundingsRepository, ThreadWriter],
})
export class ThreadModule {
  constructor(sources: FactSources, facts: ThreadFactSource) {
    sources.register(facts);
  }
}
