import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import {
  keyOf,
  LIST_LIMITS,
  noteOf,
  previewList,
  readList,
  seesThreads,
  wishOf,
  type ListCode,
  type PreviewRow,
} from '@knotenpunkt/coordination/domain';
import { Attempts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { isId, newId, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Sheets, type SheetFileCode } from '@knotenpunkt/platform/files';
import type { Region } from '@knotenpunkt/regions/domain';
import { ThreadService } from '../thread/thread.service';
import { threadIdOf, ThreadListRepository, type StoredList } from './thread-list.repository';

type TakeListCode = SheetFileCode | ListCode | 'UNAUTHENTICATED' | 'NOT_PERMITTED' | 'TOO_MANY_REQUESTS';

/** Lists are kept for a day. */
const KEPT_MS = 86_400_000;

/** A list with what would become of each row today. */
export interface ShownList extends Omit<StoredList, 'rows'> {
  rows: PreviewRow[];
}

/** An organisation somebody chose for a name that was not recognised. */
export interface ChosenActor {
  text: string;
  actorId: Id;
}

/** A coordinator's own list: read from a file, looked at, taken over. Until then nothing of it is a thread. */
@Injectable()
export class ThreadListService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: ThreadListRepository,
    private readonly threads: ThreadService,
    private readonly sheets: Sheets,
    private readonly attempts: Attempts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads a list from a request and keeps it for a day. Of a request that is refused for another reason than its bytes nothing is read. */
  async read(viewer: Viewer, region: Region, request: IncomingMessage): Promise<Result<{ id: Id }, TakeListCode>> {
    if (viewer.personId === null) return refuse('UNAUTHENTICATED');
    if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
    const wait = await this.attempts.count({ 'sheet person': viewer.personId });
    if (wait > 0) return refuse('TOO_MANY_REQUESTS', { params: { wait } });
    // A row more for the headings; a few empty ones above them do no harm.
    const sheet = await this.sheets.take(request, { ...LIST_LIMITS, rows: LIST_LIMITS.rows + 1 });
    return sheet.ok ? this.keep(region, sheet.value) : sheet;
  }

  /** Keeps the rows of a sheet. */
  keep(region: Region, sheet: string[][]): Promise<Result<{ id: Id }, ListCode>> {
    return this.unitOfWork.run(async (tx): Promise<Result<{ id: Id }, ListCode>> => {
      const list = readList(sheet);
      if (!list.ok) return list;
      const now = this.clock.now();
      const id = newId();
      await this.lists.forgetBefore(tx, new Date(now.getTime() - KEPT_MS));
      await this.lists.insert(tx, region.id, { ...list.value, id, opened: null }, now);
      return ok({ id });
    });
  }

  /** Null where there is none any more, and for who may not see it. */
  preview(viewer: Viewer, region: Region, id: Id): Promise<ShownList | null> {
    if (!seesThreads(viewer) || !isId(id)) return Promise.resolve(null);
    return this.unitOfWork.run(async (tx) => {
      const list = await this.lists.find(tx, region.id, id);
      return list && { ...list, rows: await this.rowsOf(tx, region, list, []) };
    });
  }

  /** Makes a thread of every new row, all or none. Asking the same again changes nothing. */
  take(viewer: Viewer, region: Region, id: Id, chosen: readonly ChosenActor[]): Promise<Result<ShownList>> {
    return this.unitOfWork.run(async (tx): Promise<Result<ShownList>> => {
      if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
      await this.lists.takeTurns(tx, region.id);
      const list = isId(id) ? await this.lists.find(tx, region.id, id, { lock: true }) : null;
      if (!list) return refuse('LIST_GONE');
      if (list.opened !== null) return ok({ ...list, rows: [] });
      const rows = (await this.rowsOf(tx, region, list, chosen)).filter(({ fate }) => fate === 'NEW');
      const opened = await this.threads.openMany(tx, viewer, region, rows.map(wishOf));
      if (!opened.ok) return opened;
      const made = new Set(opened.value.opened.map((thread) => thread.id));
      const notes = rows.map((row) => ({ id: row.id, text: noteOf(row, region.language) }));
      await this.lists.addNotes(
        tx,
        notes.filter((note) => made.has(note.id) && note.text !== ''),
      );
      await this.lists.markTaken(tx, list.id, made.size);
      return ok({ ...list, rows: [], opened: made.size });
    });
  }

  private async rowsOf(tx: Tx, region: Region, { rows }: StoredList, chosen: readonly ChosenActor[]): Promise<PreviewRow[]> {
    const actors = await this.lists.actors(tx, region.id, rows, chosen.map(({ actorId }) => actorId).filter(isId));
    const byId = new Map(actors.map((actor) => [actor.id, actor]));
    return previewList(rows, {
      actors,
      subjects: await this.lists.subjects(tx, region.id, rows),
      coordinators: await this.lists.coordinators(tx, region.id),
      threads: await this.lists.threads(tx, region.id, rows),
      chosen: new Map(
        chosen.flatMap(({ text, actorId }) => {
          const actor = byId.get(actorId);
          return actor ? [[keyOf(text), actor] as const] : [];
        }),
      ),
      today: this.clock.today(region.timeZone),
      idOf: (key) => threadIdOf(region.id, key),
    });
  }
}
