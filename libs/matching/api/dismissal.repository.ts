import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Dismissal } from '@knotenpunkt/matching/domain';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const away = query(
  'matchDismissal.away',
  'SELECT suggested_id AS id FROM match_dismissal WHERE actor_id = $1 AND (again_on IS NULL OR again_on > $2) LIMIT 5000',
);
const newest = query(
  'matchDismissal.newest',
  `SELECT actor_id AS "actorId", suggested_id AS "suggestedId", reason, note, again_on AS "againOn" FROM match_dismissal
   WHERE actor_id = $1 AND (again_on IS NULL OR again_on > $2) ORDER BY created_at DESC, suggested_id LIMIT 100`,
);

@Injectable()
export class DismissalRepository {
  constructor(private readonly database: Database) {}

  /** Whom an actor does not want suggested on a day. */
  async away(actorId: Id, day: LocalDate): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(away, [actorId, day])).map(({ id }) => id);
  }

  newest(actorId: Id, day: LocalDate): Promise<Dismissal[]> {
    return this.database.read<Dismissal>(newest, [actorId, day]);
  }

  /** Keeps a dismissal; one of the same pair is replaced. */
  async keep(tx: Tx, regionId: Id, { actorId, suggestedId, reason, note, againOn }: Dismissal): Promise<void> {
    await tx.query(
      `INSERT INTO match_dismissal (actor_id, suggested_id, region_id, reason, note, again_on) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (actor_id, suggested_id) DO UPDATE SET reason = excluded.reason, note = excluded.note, again_on = excluded.again_on, created_at = now()`,
      [actorId, suggestedId, regionId, reason, note, againOn],
    );
  }

  /** Takes a dismissal back; gives it, or null when there was none. */
  async take(tx: Tx, actorId: Id, suggestedId: Id): Promise<Dismissal | null> {
    const [rows] = (await tx.query(
      `DELETE FROM match_dismissal WHERE actor_id = $1 AND suggested_id = $2
       RETURNING actor_id AS "actorId", suggested_id AS "suggestedId", reason, note, again_on AS "againOn"`,
      [actorId, suggestedId],
    )) as [Dismissal[], number];
    return rows[0] ?? null;
  }

  async bothHere(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<boolean> {
    const rows = (await tx.query('SELECT count(*)::int AS count FROM actor_v1 WHERE region_id = $1 AND id = ANY($2::uuid[])', [
      regionId,
      ids,
    ])) as { count: number }[];
    return rows[0]!.count === ids.length;
  }
}
