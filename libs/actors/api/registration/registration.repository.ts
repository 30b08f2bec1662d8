import { Injectable } from '@nestjs/common';
import type { Registration, RegistrationState } from '@knotenpunkt/actors/domain';
import type { CursorKey, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `r.id, r.region_id AS "regionId", r.person_id AS "personId", r.actor_id AS "actorId", r.employer_id AS "employerId", r.claims, r.name, r.kind, r.city, r.website, r.summary,
  r.position, r.evidence, r.state, r.question, r.answer, r.way, r.note, r.reason, r.asked_on AS "askedOn", r.decided_on AS "decidedOn", r.version`;

// Those that wait first, the longest waiting at the top; what is decided below, the newest first.
const RANK = `CASE r.state WHEN 'ASKED' THEN '0' WHEN 'QUESTIONED' THEN '1' ELSE '2' END`;
const page = query(
  'registration.page',
  `SELECT * FROM (
     SELECT ${COLUMNS}, ${RANK} || CASE WHEN r.state IN ('ASKED', 'QUESTIONED') THEN to_char(r.asked_on, 'YYYYMMDD')
       ELSE to_char(99991231 - to_char(coalesce(r.decided_on, r.asked_on), 'YYYYMMDD')::int, 'FM00000000') END AS "sortKey"
     FROM registration r WHERE r.region_id = $1 AND r.state = ANY($2::text[])) found
   WHERE $4::text IS NULL OR ("sortKey" COLLATE "C", id) > ($4, $5::uuid) ORDER BY "sortKey" COLLATE "C", id LIMIT $3`,
);
const waiting = query(
  'registration.waiting',
  `SELECT count(*)::int AS count FROM (SELECT FROM registration r WHERE r.region_id = $1 AND r.state = 'ASKED' LIMIT 100) waiting`,
);
const ofPerson = query(
  'registration.person',
  `SELECT ${COLUMNS} FROM registration r WHERE r.region_id = $1 AND r.person_id = $2 ORDER BY r.asked_on DESC, r.id DESC LIMIT 50`,
);

export interface RegistrationRow extends Registration {
  sortKey: string;
}

/** Who says to speak for which organisation, as rows. */
@Injectable()
export class RegistrationRepository {
  constructor(private readonly database: Database) {}

  page(regionId: Id, states: readonly RegistrationState[], first: number, after: CursorKey | null): Promise<RegistrationRow[]> {
    return this.database.read<RegistrationRow>(page, [regionId, states, first + 1, after?.[0] ?? null, after?.[1] ?? null]);
  }

  /** How many wait for the coordination; 100 stands for more. */
  async waiting(regionId: Id): Promise<number> {
    return (await this.database.readOne<{ count: number }>(waiting, [regionId]))?.count ?? 0;
  }

  ofPerson(regionId: Id, personId: Id): Promise<Registration[]> {
    return this.database.read<Registration>(ofPerson, [regionId, personId]);
  }

  /** Locked, so that two do not decide at once. */
  async lock(tx: Tx, id: Id, regionId: Id): Promise<Registration | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM registration r WHERE r.id = $1 AND r.region_id = $2 FOR UPDATE`, [
      id,
      regionId,
    ])) as Registration[];
    return rows[0] ?? null;
  }

  /** How many of a person wait, those withdrawn on the day included; and the one for an entry, if it is among those that wait. */
  async openOf(
    tx: Tx,
    { personId, actorId, today }: { personId: Id; actorId: Id | null; today: LocalDate },
  ): Promise<{ count: number; forActor: Registration | null }> {
    // Of somebody who asks twice at once, one waits for the other.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('registration ' || $1, 0))`, [personId]);
    const rows = (await tx.query(
      `SELECT ${COLUMNS} FROM registration r WHERE r.person_id = $1
         AND (r.state IN ('ASKED', 'QUESTIONED') OR r.state = 'WITHDRAWN' AND r.asked_on = $2) ORDER BY r.id LIMIT 50`,
      [personId, today],
    )) as Registration[];
    return { count: rows.length, forActor: rows.find((row) => row.claims && row.state !== 'WITHDRAWN' && row.actorId === actorId) ?? null };
  }

  async insert(tx: Tx, one: Registration): Promise<void> {
    await tx.query(
      `INSERT INTO registration (id, region_id, person_id, actor_id, employer_id, claims, name, kind, city, website, summary, position, evidence, state, question, answer, asked_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        ...[
          one.id,
          one.regionId,
          one.personId,
          one.actorId,
          one.employerId,
          one.claims,
          one.name,
          one.kind,
          one.city,
          one.website,
          one.summary,
        ],
        ...[one.position, one.evidence, one.state, one.question, one.answer, one.askedOn],
      ],
    );
  }
}

/** The columns of what changes while it is decided on. */
export function columnsOf(one: Registration): Record<string, string | LocalDate | null> {
  const { actorId, state, question, answer, way, note, reason, decidedOn } = one;
  return { actor_id: actorId, state, question, answer, way, note, reason, decided_on: decidedOn };
}
