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
  `SELECT d.actor_id AS "actorId", d.suggested_id AS "suggestedId", d.reason, d.note, d.again_on AS "againOn",
     (d.created_at AT TIME ZONE $3)::date AS "dismissedOn",
     (SELECT p.name FROM acting_person_v1 p WHERE p.person_id = d.person_id AND p.actor_id = d.actor_id LIMIT 1) AS "personName"
   FROM match_dismissal d
   WHERE d.actor_id = $1 AND (d.again_on IS NULL OR d.again_on > $2) ORDER BY d.created_at DESC, d.suggested_id LIMIT 100`,
);

/** A dismissal, with the day and who said it while that person acts for the organisation. */
export interface StoredDismissal extends Dismissal {
  dismissedOn: LocalDate | null;
  personName: string | null;
}

@Injectable()
export class DismissalRepository {
  constructor(private readonly database: Database) {}

  /** Whom an actor does not want suggested on a day. */
  async away(actorId: Id, day: LocalDate): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(away, [actorId, day])).map(({ id }) => id);
  }

  newest(actorId: Id, day: LocalDate, timeZone: string): Promise<StoredDismissal[]> {
    return this.database.read<StoredDismissal>(newest, [actorId, day, timeZone]);
  }

  /** Keeps a dismissal; one of the same pair is replaced. */
  async keep(tx: Tx, regionId: Id, { actorId, suggestedId, reason, note, againOn }: Dismissal, personId: Id | null): Promise<void> {
    await tx.query(
      `INSERT INTO match_dismissal (actor_id, suggested_id, region_id, reason, note, again_on, person_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (actor_id, suggested_id) DO UPDATE SET reason = excluded.reason, note = excluded.note, again_on = excluded.again_on,
         person_id = excluded.person_id, created_at = now()`,
      [actorId, suggestedId, regionId, reason, note, againOn, personId],
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
