import { Injectable } from '@nestjs/common';
import {
  completeThread,
  openThread,
  planThread,
  postponeThread,
  reopenThread,
  seesThreads,
  THREAD_LIMITS,
  type Thread,
  type ThreadPlan,
  type ThreadWish,
} from '@knotenpunkt/coordination/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ThreadWriter } from './thread-writer';
import { ThreadRepository } from './thread.repository';

interface Asked {
  id: Id;
  expectedVersion: number;
}

/** What came of many wishes: the threads that are new, and how many were there before. */
export interface OpenedMany {
  opened: Thread[];
  present: number;
}

/** The coordination works through its threads. */
@Injectable()
export class ThreadService {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly writer: ThreadWriter,
  ) {}

  /** Begins one. Asking the same again changes nothing. */
  open(viewer: Viewer, region: Region, wish: ThreadWish): Promise<Result<Thread>> {
    return this.writer.run(async (tx): Promise<Result<Thread>> => {
      const opened = await this.openAll(tx, viewer, region, [wish], 'opened');
      if (!opened.ok) return opened;
      const thread = opened.value.opened[0] ?? (await this.threads.lock(tx, wish.id, region.id));
      return thread ? ok(thread) : refuse('NOT_PERMITTED');
    });
  }

  /**
   * Begins many within the caller's unit of work, all or none. Ids come from the caller: those that are threads already stay as they
   * are, so that the same list can be read twice. A refusal names the row (`params.row`, from 0).
   */
  async openMany(tx: Tx, viewer: Viewer, region: Region, wishes: readonly ThreadWish[]): Promise<Result<OpenedMany>> {
    const most = THREAD_LIMITS.atOnce;
    if (wishes.length > most) return refuse('TOO_MANY_THREADS', { params: { max: most, count: wishes.length } });
    return this.openAll(tx, viewer, region, wishes, 'listed');
  }

  plan(viewer: Viewer, region: Region, { id, expectedVersion, ...plan }: Asked & ThreadPlan): Promise<Result<Thread>> {
    return this.writer.change(viewer, region, { id, expectedVersion }, 'planned', async (tx, thread, today) => {
      const known = await this.writer.people(tx, region, [plan]);
      return planThread(viewer, thread, plan, { known, today });
    });
  }

  postpone(viewer: Viewer, region: Region, asked: Asked & { followUpOn: LocalDate }): Promise<Result<Thread>> {
    return this.writer.change(viewer, region, asked, 'postponed', (_, thread, today) =>
      postponeThread(viewer, thread, asked.followUpOn, today),
    );
  }

  complete(viewer: Viewer, region: Region, asked: Asked & { closing: string }): Promise<Result<Thread>> {
    return this.writer.change(viewer, region, asked, 'completed', (_, thread, today) =>
      completeThread(viewer, thread, asked.closing, today),
    );
  }

  reopen(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Thread>> {
    return this.writer.change(viewer, region, asked, 'reopened', (_, thread, today) => reopenThread(viewer, thread, today));
  }

  private async openAll(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    wishes: readonly ThreadWish[],
    verb: 'opened' | 'listed',
  ): Promise<Result<OpenedMany>> {
    if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
    const known = await this.writer.known(tx, region, wishes);
    const about = { regionId: region.id, known, today: this.writer.today(region) };
    const wanted = new Map<Id, Thread>();
    for (const [row, wish] of wishes.entries()) {
      const thread = openThread(viewer, wish, about);
      if (!thread.ok) return refuse(thread.refusal.code, { ...thread.refusal, params: { ...thread.refusal.params, row } });
      if (!wanted.has(wish.id)) wanted.set(wish.id, thread.value);
    }
    const present = await this.threads.present(tx, [...wanted.keys()]);
    // An id of another region is none that was made for this thread.
    if (present.some(({ regionId }) => regionId !== region.id)) return refuse('NOT_PERMITTED');
    for (const { id } of present) wanted.delete(id);
    const opened = [...wanted.values()];
    await this.writer.insert(tx, viewer, opened, verb);
    return ok({ opened, present: present.length });
  }
}
