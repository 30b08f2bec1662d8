import { Injectable } from '@nestjs/common';
import { THREAD_LIMITS, URGENCIES, type Thread, type Urgency } from '@knotenpunkt/coordination/domain';
import type { CursorKey, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `t.id, t.region_id AS "regionId", t.title,
  CASE WHEN t.subject_id IS NULL THEN NULL ELSE json_build_object('type', t.subject_type, 'id', t.subject_id) END AS subject,
  coalesce((SELECT json_agg(a.actor_id ORDER BY a.position) FROM thread_actor a WHERE a.thread_id = t.id), '[]') AS "actorIds",
  t.next_step AS "nextStep", t.step_actor_id AS "stepActorId", t.follow_up_on AS "followUpOn", t.owner_id AS "ownerId",
  t.deputy_id AS "deputyId", t.state, t.opened_on AS "openedOn", t.attended_on AS "attendedOn", t.done_on AS "doneOn", t.closing, t.version`;

const at = (urgency: Urgency) => URGENCIES.indexOf(urgency);
/** As `deskOrder` of the domain has it, as text that sorts; a test holds the two together. */
const orderOn = (
  today: string,
) => `(CASE WHEN t.follow_up_on <= ${today}::date THEN '${at('DUE')} ' WHEN t.follow_up_on IS NOT NULL THEN '${at('PLANNED')} '
  WHEN t.next_step = '' THEN '${at('UNPLANNED')} ' ELSE '${at('WITHOUT_DAY')} ' END || coalesce(t.follow_up_on, t.attended_on)::text) COLLATE "C"`;
const OF = `($2::uuid IS NULL OR t.owner_id = $2 OR t.deputy_id = $2)`;
const ON_DESK = `SELECT t.id FROM thread t WHERE t.region_id = $1 AND t.state = 'OPEN' AND ${OF}
  ORDER BY ${orderOn('$3')}, t.id LIMIT ${THREAD_LIMITS.today}`;

const today = query(
  'thread.today',
  `SELECT ${COLUMNS} FROM thread t WHERE t.region_id = $1 AND t.state = 'OPEN' AND ${OF}
   ORDER BY ${orderOn('$3')}, t.id LIMIT ${THREAD_LIMITS.today}`,
);
const counts = query(
  'thread.counts',
  `SELECT count(*)::int AS open, (count(*) FILTER (WHERE t.follow_up_on <= $3))::int AS due FROM thread t
   WHERE t.region_id = $1 AND t.state = 'OPEN' AND ${OF}`,
);
const openOnes = query(
  'thread.open',
  `SELECT ${COLUMNS}, ${orderOn('$3')} AS "sortKey" FROM thread t
   WHERE t.region_id = $1 AND t.state = 'OPEN' AND ${OF} AND (NOT $4::boolean OR t.id NOT IN (${ON_DESK}))
     AND ($5::text = '' OR t.title ILIKE $5) AND ($6::text IS NULL OR (${orderOn('$3')}, t.id) > ($6, $7::uuid))
   ORDER BY ${orderOn('$3')}, t.id LIMIT $8`,
);
const doneOnes = query(
  'thread.done',
  `SELECT ${COLUMNS}, t.done_on::text AS "sortKey" FROM thread t
   WHERE t.region_id = $1 AND t.state = 'DONE' AND ${OF} AND ($3::text = '' OR t.title ILIKE $3)
     AND ($4::date IS NULL OR (t.done_on, t.id) < ($4, $5::uuid))
   ORDER BY t.done_on DESC, t.id DESC LIMIT $6`,
);
const naming = query(
  'thread.naming',
  `SELECT ${COLUMNS}, t.state AS "sortKey" FROM thread t
   WHERE t.region_id = $1 AND (t.step_actor_id = $2 OR t.id IN (SELECT a.thread_id FROM thread_actor a WHERE a.actor_id = $2))
     AND ($3::text IS NULL OR (t.state, t.id) < ($3, $4::uuid))
   ORDER BY t.state DESC, t.id DESC LIMIT $5`,
);
const corrected = query(
  'thread.corrected',
  `SELECT ${COLUMNS} FROM thread t JOIN (SELECT c.thread_id, min(c.written_on) AS since FROM thread_correction c WHERE c.noted_on IS NULL
     GROUP BY c.thread_id) waiting ON waiting.thread_id = t.id
   WHERE t.region_id = $1 AND ${OF} ORDER BY waiting.since, t.id LIMIT 20`,
);
const byId = query('thread.byId', `SELECT ${COLUMNS} FROM thread t WHERE t.region_id = $1 AND t.id = $2`);

export interface ThreadRow extends Thread {
  sortKey: string;
}

/** Which threads: of the region, or of one coordinator as owner or deputy. */
export interface ThreadFilter {
  regionId: Id;
  personId: Id | null;
}

const like = (search: string) => (search === '' ? '' : `%${search.replace(/[\\%_]/g, '\\$&')}%`);

@Injectable()
export class ThreadRepository {
  constructor(private readonly database: Database) {}

  /** What stands on the desk on a day. */
  today({ regionId, personId }: ThreadFilter, day: LocalDate): Promise<Thread[]> {
    return this.database.read<Thread>(today, [regionId, personId, day]);
  }

  /** How many are open, and of how many the day has come. */
  async counts({ regionId, personId }: ThreadFilter, day: LocalDate): Promise<{ open: number; due: number }> {
    return (await this.database.readOne<{ open: number; due: number }>(counts, [regionId, personId, day]))!;
  }

  /** Open ones in the order of the desk; `resting`: without those that stand on it. */
  open(
    { regionId, personId }: ThreadFilter,
    asked: { day: LocalDate; resting: boolean; search: string },
    first: number,
    after: CursorKey | null,
  ): Promise<ThreadRow[]> {
    const which = [regionId, personId, asked.day, asked.resting, like(asked.search)];
    return this.database.read<ThreadRow>(openOnes, [...which, after?.[0] ?? null, after?.[1] ?? null, first + 1]);
  }

  /** Done ones, the last first. */
  done({ regionId, personId }: ThreadFilter, search: string, first: number, after: CursorKey | null): Promise<ThreadRow[]> {
    const which = [regionId, personId, like(search)];
    return this.database.read<ThreadRow>(doneOnes, [...which, after?.[0] ?? null, after?.[1] ?? null, first + 1]);
  }

  /** Those an organisation has corrected and nobody has noted, the longest waiting first. */
  corrected({ regionId, personId }: ThreadFilter): Promise<Thread[]> {
    return this.database.read<Thread>(corrected, [regionId, personId]);
  }

  byId(regionId: Id, id: Id): Promise<Thread | null> {
    return this.database.readOne<Thread>(byId, [regionId, id]);
  }

  /** Those that name an organisation, open ones first. */
  naming(regionId: Id, actorId: Id, first: number, after: CursorKey | null): Promise<ThreadRow[]> {
    return this.database.read<ThreadRow>(naming, [regionId, actorId, after?.[0] ?? null, after?.[1] ?? null, first + 1]);
  }

  /** Locked until the transaction ends: changes follow each other. */
  async lock(tx: Tx, id: Id, regionId: Id): Promise<Thread | null> {
    const sql = `SELECT ${COLUMNS} FROM thread t WHERE t.id = $1 AND t.region_id = $2 FOR UPDATE OF t`;
    return ((await tx.query(sql, [id, regionId])) as Thread[])[0] ?? null;
  }

  /** Which of these ids are threads already, of whatever region. */
  async present(tx: Tx, ids: readonly Id[]): Promise<{ id: Id; regionId: Id }[]> {
    return (await tx.query('SELECT id, region_id AS "regionId" FROM thread WHERE id = ANY($1::uuid[])', [ids])) as {
      id: Id;
      regionId: Id;
    }[];
  }

  /** Adds many with two statements. */
  async insertAll(tx: Tx, threads: readonly Thread[]): Promise<void> {
    if (threads.length === 0) return;
    await tx.query(
      `INSERT INTO thread (id, region_id, title, subject_type, subject_id, next_step, step_actor_id, follow_up_on, owner_id, deputy_id, state,
         opened_on, attended_on, done_on, closing, version)
       SELECT t.id, t."regionId", t.title, t.subject ->> 'type', (t.subject ->> 'id')::uuid, t."nextStep", t."stepActorId", t."followUpOn",
         t."ownerId", t."deputyId", t.state, t."openedOn", t."attendedOn", t."doneOn", t.closing, t.version
       FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, "regionId" uuid, title text, subject jsonb, "nextStep" text, "stepActorId" uuid,
         "followUpOn" date, "ownerId" uuid, "deputyId" uuid, state text, "openedOn" date, "attendedOn" date, "doneOn" date, closing text,
         version integer)`,
      [JSON.stringify(threads.map(({ subject, ...thread }) => (subject ? { ...thread, subject } : thread)))],
    );
    await this.insertActors(tx, threads);
  }

  /** Everything that can change, under the version rule. */
  async update(tx: Tx, thread: Thread, expectedVersion: number) {
    const written = await updateVersioned(tx, {
      table: 'thread',
      id: thread.id,
      expectedVersion,
      set: {
        title: thread.title,
        next_step: thread.nextStep,
        step_actor_id: thread.stepActorId,
        follow_up_on: thread.followUpOn,
        owner_id: thread.ownerId,
        deputy_id: thread.deputyId,
        state: thread.state,
        attended_on: thread.attendedOn,
        done_on: thread.doneOn,
        closing: thread.closing,
      },
    });
    if (!written.ok) return written;
    await tx.query('DELETE FROM thread_actor WHERE thread_id = $1', [thread.id]);
    await this.insertActors(tx, [thread]);
    return written;
  }

  private async insertActors(tx: Tx, threads: readonly Thread[]): Promise<void> {
    const rows = threads.flatMap(({ id, actorIds }) => actorIds.map((actorId, position) => ({ id, actorId, position })));
    await tx.query(
      `INSERT INTO thread_actor (thread_id, actor_id, position) SELECT a.id, a."actorId", a.position
       FROM jsonb_to_recordset($1::jsonb) AS a(id uuid, "actorId" uuid, position integer)`,
      [JSON.stringify(rows)],
    );
  }
}
