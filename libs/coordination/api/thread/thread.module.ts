import { Module } from '@nestjs/common';
import { FactSources } from '@knotenpunkt/platform/outbox';
import { ThreadCorrectionRepository } from './thread-correction.repository';
import { ThreadFactSource } from './thread-fact-source';
import { ThreadSurroundingsRepository } from './thread-surroundings.repository';
import { ThreadWriter } from './thread-writer';
import { ThreadRepository } from './thread.repository';
import { ThreadService } from './thread.service';

/** Threads of the coordination; a part of this room with a module of its own, so that others of the room can ask its service. */
@Module({
  providers: [ThreadCorrectionRepository, ThreadFactSource, ThreadRepository, ThreadService, ThreadSurroundingsRepository, ThreadWriter],
  exports: [ThreadService, ThreadSurroundingsRepository, ThreadWriter],
})
export class ThreadModule {
  constructor(sources: FactSources, facts: ThreadFactSource) {
    sources.register(facts);
  }
}
