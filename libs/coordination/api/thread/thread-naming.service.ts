import { Injectable } from '@nestjs/common';
import {
  correctThread,
  noteCorrection,
  readsThreadsOf,
  seesThreads,
  THREAD_STATES,
  type Thread,
  type ThreadCorrection,
} from '@knotenpunkt/coordination/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, isId, ok, refuse, toPage, type Id, type Page, type PageRequest, type Result } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { ThreadCorrectionRepository } from './thread-correction.repository';
import { ThreadWriter } from './thread-writer';
import { ThreadRepository, type ThreadRow } from './thread.repository';

/** A thread with what the organisation it is shown to has said of it. */
export interface NamingThread {
  thread: Thread;
  actorId: Id;
  correction: ThreadCorrection | null;
}

/** What threads hold of an organisation: read and corrected by it, and its words noted by the coordination. */
@Injectable()
export class ThreadNamingService {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly corrections: ThreadCorrectionRepository,
    private readonly writer: ThreadWriter,
  ) {}

  /** Threads that name an organisation, open ones first; nothing for those who do not decide for it. */
  async page(viewer: Viewer, region: Region, actorId: Id, { first, after }: PageRequest): Promise<Page<NamingThread & { row: ThreadRow }>> {
    const key = after ? decodeCursor(after) : null;
    const known = key && THREAD_STATES.some((state) => state === key[0]) && isId(key[1]) ? key : null;
    const rows = isId(actorId) && readsThreadsOf(viewer, actorId) ? await this.threads.naming(region.id, actorId, first, known) : [];
    const said =
      rows.length > 0
        ? await this.corrections.ofActor(
            actorId,
            rows.map(({ id }) => id),
          )
        : [];
    const shown = rows.map((row) => ({ row, thread: row, actorId, correction: said.find(({ threadId }) => threadId === row.id) ?? null }));
    return toPage(shown, first, ({ row }) => [row.sortKey, row.id]);
  }

  /** Puts the organisation's words beside the thread, until a coordinator has noted them. */
  correct(viewer: Viewer, region: Region, asked: { threadId: Id; actorId: Id; text: string }): Promise<Result<NamingThread>> {
    return this.writer.run(async (tx): Promise<Result<NamingThread>> => {
      const thread = isId(asked.threadId) ? await this.threads.lock(tx, asked.threadId, region.id) : null;
      const said = correctThread(viewer, thread, asked, this.writer.today(region));
      if (!said.ok) return said;
      if (await this.corrections.put(tx, said.value)) await this.writer.tell(tx, viewer, [thread!], 'corrected', asked.actorId);
      return ok({ thread: thread!, actorId: asked.actorId, correction: await this.corrections.lock(tx, asked.threadId, asked.actorId) });
    });
  }

  /** A coordinator has read an organisation's words. */
  note(viewer: Viewer, region: Region, asked: { threadId: Id; actorId: Id; expectedVersion: number }): Promise<Result<Thread>> {
    return this.writer.run(async (tx): Promise<Result<Thread>> => {
      const { threadId, actorId, expectedVersion } = asked;
      const thread = seesThreads(viewer) && [threadId, actorId].every(isId) ? await this.threads.lock(tx, threadId, region.id) : null;
      const correction = thread && (await this.corrections.lock(tx, threadId, actorId));
      if (!correction) return refuse('NOT_PERMITTED');
      const noted = noteCorrection(viewer, correction, this.writer.today(region));
      if (!noted.ok) return noted;
      const written = await this.corrections.note(tx, noted.value, expectedVersion);
      if (!written.ok) return written;
      await this.writer.tell(tx, viewer, [thread], 'correctionNoted');
      return ok(thread);
    });
  }
}
