import { Inject, Injectable } from '@nestjs/common';
import { seesThreads, THREAD_LIMITS, type Thread } from '@knotenpunkt/coordination/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, isId, isLocalDate, toPage, type Clock, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ThreadSurroundingsRepository, type CoordinatorRow } from './thread-surroundings.repository';
import { ThreadRepository, type ThreadFilter, type ThreadRow } from './thread.repository';

/** What stands on the desk, and what has just been done or corrected. */
export interface DeskThreads {
  threads: Thread[];
  due: number;
  resting: number;
  done: Thread[];
  corrected: Thread[];
}

/** Which threads a list shows. */
export interface ThreadsQuestion {
  which: 'OPEN' | 'RESTING' | 'DONE';
  mine: boolean;
  search: string;
}

/** `0 2026-11-27`: what open threads are sorted by. */
const URGENCY_KEY = /^\d \d{4}-\d{2}-\d{2}$/;

/** Reads threads for the coordination; for everybody else there are none. */
@Injectable()
export class ThreadReadingService {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly people: ThreadSurroundingsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async today(viewer: Viewer, region: Region, mine: boolean): Promise<DeskThreads> {
    if (!seesThreads(viewer)) return { threads: [], due: 0, resting: 0, done: [], corrected: [] };
    const filter = filterOf(viewer, region, mine);
    const day = this.clock.today(region.timeZone);
    const [threads, { open, due }, done, corrected] = await Promise.all([
      this.threads.today(filter, day),
      this.threads.counts(filter, day),
      this.threads.done(filter, '', THREAD_LIMITS.lastDone, null),
      this.threads.corrected(filter),
    ]);
    return { threads, due, resting: Math.max(open - threads.length, 0), done: done.slice(0, THREAD_LIMITS.lastDone), corrected };
  }

  /** Open ones in the order of the desk, done ones the last first. */
  async page(
    viewer: Viewer,
    region: Region,
    { which, mine, search }: ThreadsQuestion,
    { first, after }: PageRequest,
  ): Promise<Page<ThreadRow>> {
    if (!seesThreads(viewer)) return toPage<ThreadRow>([], first, ({ sortKey, id }) => [sortKey, id]);
    const filter = filterOf(viewer, region, mine);
    const day = this.clock.today(region.timeZone);
    const key = after ? decodeCursor(after) : null;
    const known = key && isId(key[1]) && (which === 'DONE' ? isLocalDate(key[0]) : URGENCY_KEY.test(key[0])) ? key : null;
    const rows =
      which === 'DONE'
        ? await this.threads.done(filter, search.trim(), first, known)
        : await this.threads.open(filter, { day, resting: which === 'RESTING', search: search.trim() }, first, known);
    return toPage(rows, first, ({ sortKey, id }) => [sortKey, id]);
  }

  async byId(viewer: Viewer, region: Region, id: Id): Promise<Thread | null> {
    return seesThreads(viewer) && isId(id) ? this.threads.byId(region.id, id) : null;
  }

  /** Who can have a thread in hand. */
  coordinators(region: Region): Promise<CoordinatorRow[]> {
    return this.people.coordinators(region.id);
  }
}

function filterOf({ personId }: Viewer, { id }: Region, mine: boolean): ThreadFilter {
  return { regionId: id, personId: mine ? personId : null };
}
