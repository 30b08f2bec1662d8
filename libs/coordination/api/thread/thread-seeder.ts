import { Injectable } from '@nestjs/common';
import type { Thread, ThreadSubjectType } from '@knotenpunkt/coordination/domain';
import { idFrom } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed, SeedLoader, SeedThread } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ThreadCorrectionRepository } from './thread-correction.repository';
import { ThreadRepository } from './thread.repository';

/** What the seeds of other rooms make their ids of. */
const ID_PART = {
  ALLIANCE: 'alliance',
  INITIATIVE: 'initiative',
  CHALLENGE: 'challenge',
  INTRODUCTION: 'introduction',
  OUTSIDE_PROMISE: 'outside-promise',
  ACTOR: 'actor',
} as const satisfies Partial<Record<ThreadSubjectType, string>>;

/** Sets up the threads that come with a region. */
@Injectable()
export class ThreadSeeder implements SeedLoader {
  readonly room = 'coordination';

  constructor(
    private readonly threads: ThreadRepository,
    private readonly corrections: ThreadCorrectionRepository,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    await this.threads.insertAll(
      tx,
      seed.threads.map((one) => threadOf(one, region)),
    );
    for (const { key, correction } of seed.threads) {
      if (!correction) continue;
      const { actor, text, writtenOn } = correction;
      const threadId = idFrom(region.slug, 'thread', key);
      await this.corrections.put(tx, { threadId, actorId: idFrom(region.slug, 'actor', actor), text, writtenOn, notedOn: null });
    }
  }
}

function threadOf(one: SeedThread, region: Region): Thread {
  const { key, subject, actors, stepActor, owner, deputy, correction: _, ...rest } = one;
  const idOf = (type: string, of: string | null) => (of === null ? null : idFrom(region.slug, type, of));
  return {
    ...rest,
    id: idFrom(region.slug, 'thread', key),
    regionId: region.id,
    subject: subject && { type: subject.type, id: idFrom(region.slug, ID_PART[subject.type], subject.key) },
    actorIds: actors.map((actor) => idFrom(region.slug, 'actor', actor)),
    stepActorId: idOf('actor', stepActor),
    ownerId: idOf('person', owner),
    deputyId: idOf('person', deputy),
    state: one.doneOn === null ? 'OPEN' : 'DONE',
    version: 1,
  };
}
