import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Correction } from '@knotenpunkt/matching/domain';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** A correction, and the name of who said it while that person acts for the organisation. */
export interface StoredCorrection extends Correction {
  personName: string | null;
}

const COLUMNS = `c.actor_id AS "actorId", c.competence, c.kind, c.said_on AS "saidOn", c.person_id AS "personId",
  (SELECT p.name FROM acting_person_v1 p WHERE p.person_id = c.person_id AND p.actor_id = c.actor_id LIMIT 1) AS "personName"`;

const of = query(
  'matchCorrection.of',
  `SELECT ${COLUMNS} FROM match_correction c WHERE c.actor_id = $1 ORDER BY c.said_on DESC, c.competence LIMIT 200`,
);

/** Keeps what organisations say of single competences. */
@Injectable()
export class CorrectionRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  of(actorId: Id): Promise<StoredCorrection[]> {
    return this.database.read<StoredCorrection>(of, [actorId]);
  }

  /** Its competences that are corrected, locked by the organisation: two corrections at once are counted one after the other. */
  async present(tx: Tx, actorId: Id): Promise<string[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('corrections ' || $1))`, [actorId]);
    const rows = (await tx.query('SELECT competence FROM match_correction WHERE actor_id = $1', [actorId])) as { competence: string }[];
    return rows.map(({ competence }) => competence);
  }

  /** Whether the organisation is one of the region and not archived. */
  async isHere(tx: Tx, regionId: Id, actorId: Id): Promise<boolean> {
    const rows = (await tx.query('SELECT 1 FROM actor_v1 WHERE region_id = $1 AND id = $2 AND NOT archived', [
      regionId,
      actorId,
    ])) as unknown[];
    return rows.length > 0;
  }

  /** Keeps one; what was said of the same competence before is replaced. */
  async keep(tx: Tx, regionId: Id, { actorId, competence, kind, saidOn, personId }: Correction): Promise<void> {
    await tx.query(
      `INSERT INTO match_correction (actor_id, competence, region_id, kind, said_on, person_id) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (actor_id, competence) DO UPDATE SET kind = excluded.kind, said_on = excluded.said_on, person_id = excluded.person_id`,
      [actorId, competence, regionId, kind, saidOn, personId],
    );
  }

  /** Takes one back; gives it, or null where there was none. */
  async take(tx: Tx, actorId: Id, competence: string): Promise<Correction | null> {
    const [rows] = (await tx.query(
      `DELETE FROM match_correction WHERE actor_id = $1 AND competence = $2
       RETURNING actor_id AS "actorId", competence, kind, said_on AS "saidOn", person_id AS "personId"`,
      [actorId, competence],
    )) as [Correction[], number];
    return rows[0] ?? null;
  }
}
