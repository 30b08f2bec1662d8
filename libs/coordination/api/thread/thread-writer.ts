import { Inject, Injectable } from '@nestjs/common';
import {
  seesThreads,
  type Thread,
  type ThreadPeople,
  type ThreadPlan,
  type ThreadSurroundings,
  type ThreadWish,
} from '@knotenpunkt/coordination/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { isId, ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ThreadSurroundingsRepository } from './thread-surroundings.repository';
import { ThreadRepository } from './thread.repository';

export type ThreadVerb = 'opened' | 'listed' | 'planned' | 'postponed' | 'completed' | 'reopened' | 'corrected' | 'correctionNoted';

/** What the trail keeps. Planning is done all day: it would bury the coordination's news, and the thread itself says how it stands. */
const TRAILED: ReadonlySet<ThreadVerb> = new Set(['opened', 'completed', 'corrected']);

/** What every change of a thread has in common: lock, decide, write, tell. */
@Injectable()
export class ThreadWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly threads: ThreadRepository,
    private readonly surroundings: ThreadSurroundingsRepository,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }

  run<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    return this.unitOfWork.run(work);
  }

  /** One unit of work about one thread. Who may not see it is told the same as if it were not there. */
  change(
    viewer: Viewer,
    region: Region,
    asked: { id: Id; expectedVersion: number },
    verb: ThreadVerb,
    decide: (tx: Tx, thread: Thread, today: LocalDate) => Promise<Result<Thread>> | Result<Thread>,
  ): Promise<Result<Thread>> {
    return this.run(async (tx): Promise<Result<Thread>> => {
      const thread = seesThreads(viewer) && isId(asked.id) ? await this.threads.lock(tx, asked.id, region.id) : null;
      if (!thread) return refuse('NOT_PERMITTED');
      const next = await decide(tx, thread, this.today(region));
      if (!next.ok) return next;
      const written = await this.threads.update(tx, next.value, asked.expectedVersion);
      if (!written.ok) return written;
      await this.tell(tx, viewer, [next.value], verb);
      return ok({ ...next.value, version: written.value });
    });
  }

  async insert(tx: Tx, viewer: Viewer, threads: readonly Thread[], verb: ThreadVerb): Promise<void> {
    await this.threads.insertAll(tx, threads);
    await this.tell(tx, viewer, threads, verb);
  }

  /** What there is of everything that some wishes name. */
  async known(tx: Tx, region: Region, wishes: readonly ThreadWish[]): Promise<ThreadSurroundings> {
    const subjects = wishes.map(({ subject }) => subject).filter((subject) => subject !== null);
    const subjectIds = await this.surroundings.subjects(
      tx,
      region.id,
      subjects.filter(({ id }) => isId(id)),
    );
    return { ...(await this.people(tx, region, wishes)), subjectIds };
  }

  people(tx: Tx, region: Region, plans: readonly ThreadPlan[]): Promise<ThreadPeople> {
    const named = (pick: (plan: ThreadPlan) => readonly (Id | null)[]) => [
      ...new Set(plans.flatMap(pick).filter((id): id is Id => id !== null && isId(id))),
    ];
    return this.surroundings.people(tx, region.id, {
      actorIds: named(({ actorIds, stepActorId }) => [...actorIds, stepActorId]),
      coordinatorIds: named(({ ownerId, deputyId }) => [ownerId, deputyId]),
    });
  }

  /**
   * Open desks read again. Between the coordination and the organisations named: no news of the region. `actorId`: who acted;
   * null: the coordination.
   */
  async tell(tx: Tx, viewer: Viewer, threads: readonly Thread[], verb: ThreadVerb, actorId: Id | null = null): Promise<void> {
    await this.outbox.appendAll(
      tx,
      threads.map(({ id, regionId }) => ({ aggregate: 'thread', id, regionId })),
    );
    if (!TRAILED.has(verb)) return;
    for (const { id, regionId, title } of threads) {
      const subject = { type: 'thread', id, title, slug: id };
      await this.acts.record(tx, { viewer, regionId, actorId, verb: `thread.${verb}`, subject, audience: 'COORDINATORS' });
    }
  }
}
