import { Injectable } from '@nestjs/common';
import { isHidden } from '@knotenpunkt/identity/api';
import type { AskedBefore, AskingState } from '@knotenpunkt/actors/domain';
import type { CursorKey, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import { oldestOn } from './confirmation.repository';

/** An organisation of whose entries one has not been confirmed for the region's period. */
export interface AgedRow {
  id: Id;
  oldestOn: LocalDate;
  /** When it was asked since then; null: it was not. */
  askedOn: LocalDate | null;
  /** The last day for the answer. */
  untilOn: LocalDate | null;
  state: AskingState;
}

export interface ArchivedRow {
  id: Id;
  version: number;
  archivedOn: LocalDate | null;
}

const REACHABLE = `(EXISTS (SELECT FROM acting_person_v1 p WHERE p.actor_id = a.id AND p.region_id = a.region_id AND p.role <> 'EDITOR' AND p.from_on <= $2::date
    AND (p.until_on IS NULL OR p.until_on >= $2::date))
  OR EXISTS (SELECT FROM actor_contact c WHERE c.actor_id = a.id AND c.email <> ''))`;

/** $1 the region, $2 today, $3 the period in days. */
const AGED = `SELECT aged.*, aged."oldestOn"::text AS "sortKey", CASE WHEN NOT aged.reachable THEN 'UNREACHABLE' WHEN aged."askedOn" IS NULL THEN 'NOT_ASKED'
    WHEN aged."untilOn" >= $2::date THEN 'WAITING' ELSE 'UNANSWERED' END AS state
  FROM (SELECT old.id, old."oldestOn", old.reachable, r.asked_on AS "askedOn", r.until_on AS "untilOn"
    FROM (SELECT a.id, ${oldestOn('$2::date')} AS "oldestOn", ${REACHABLE} AS reachable FROM actor a WHERE a.region_id = $1 AND NOT a.archived) old
    LEFT JOIN LATERAL (SELECT q.asked_on, q.until_on FROM confirmation_request q WHERE q.actor_id = old.id AND q.asked_on > old."oldestOn"
      ORDER BY q.asked_on DESC, q.id DESC LIMIT 1) r ON true
    WHERE old."oldestOn" + $3::int <= $2::date) aged`;

const page = query(
  'confirmation.aged',
  `SELECT * FROM (${AGED}) found WHERE ($4::text IS NULL OR state = $4) AND ($5::text IS NULL OR ("sortKey", id) > ($5, $6::uuid)) ORDER BY "sortKey", id LIMIT $7`,
);
const counts = query('confirmation.agedCounts', `SELECT state, count(*)::int AS count FROM (${AGED}) found GROUP BY state`);
const toAsk = query(
  'confirmation.toAsk',
  `SELECT id FROM (${AGED}) found WHERE reachable AND ("askedOn" IS NULL OR "askedOn" + $3::int <= $2::date) ORDER BY "sortKey", id LIMIT $4`,
);
const archived = query(
  'confirmation.archived',
  `SELECT * FROM (SELECT a.id, a.version, r.answered_on AS "archivedOn", coalesce(r.answered_on::text, '') AS "sortKey" FROM actor a
     LEFT JOIN LATERAL (SELECT q.answered_on FROM confirmation_request q WHERE q.actor_id = a.id AND q.answer = 'ARCHIVE' ORDER BY q.answered_on DESC LIMIT 1) r ON true
     WHERE a.region_id = $1 AND a.archived AND a.merged_into_id IS NULL AND a.closed_on IS NULL
       AND NOT ${isHidden('a.id')}) found
   WHERE ($2::text IS NULL OR ("sortKey", id) < ($2, $3::uuid)) ORDER BY "sortKey" DESC, id DESC LIMIT $4`,
);

/** Whose entries a region asks about. */
@Injectable()
export class AgedActorsRepository {
  constructor(private readonly database: Database) {}

  /** Those whose entries have grown old, the oldest first; of one state or of all. */
  page(
    regionId: Id,
    { today, afterDays }: { today: LocalDate; afterDays: number },
    { state, after, most }: { state: AskingState | null; after: CursorKey | null; most: number },
  ): Promise<(AgedRow & { sortKey: string })[]> {
    return this.database.read(page, [regionId, today, afterDays, state, after?.[0] ?? null, after?.[1] ?? null, most]);
  }

  counts(regionId: Id, today: LocalDate, afterDays: number): Promise<{ state: AskingState; count: number }[]> {
    return this.database.read(counts, [regionId, today, afterDays]);
  }

  /** Those who can be asked and were not for a whole period, the oldest first. */
  async toAsk(regionId: Id, today: LocalDate, afterDays: number, most: number): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(toAsk, [regionId, today, afterDays, most])).map(({ id }) => id);
  }

  /** Those who were taken out of the directory, the last first. */
  archived(regionId: Id, after: CursorKey | null, most: number): Promise<(ArchivedRow & { sortKey: string })[]> {
    return this.database.read(archived, [regionId, after?.[0] ?? null, after?.[1] ?? null, most]);
  }

  /** What is known of chosen organisations of a region before they are asked; who is archived or of another region is not there. */
  async askedBefore(tx: Tx, regionId: Id, ids: readonly Id[], today: LocalDate): Promise<Map<Id, AskedBefore>> {
    const rows = (await tx.query(
      `SELECT a.id, ${oldestOn('$3::date')} AS "oldestOn", (SELECT max(asked_on) FROM confirmation_request r WHERE r.actor_id = a.id) AS "askedOn"
       FROM actor a WHERE a.region_id = $1 AND a.id = ANY($2::uuid[]) AND NOT a.archived`,
      [regionId, ids, today],
    )) as (AskedBefore & { id: Id })[];
    return new Map(rows.map(({ id, ...known }) => [id, known]));
  }

  /** Who asks in one region waits for whoever asks there already: nobody gets the same mail twice. */
  async takeTurns(tx: Tx, regionId: Id): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`confirmations ${regionId}`]);
  }
}
