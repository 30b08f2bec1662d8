import { Injectable } from '@nestjs/common';
import type { Rectification, RectifiedType } from '@knotenpunkt/coordination/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

/** A rectification, and what the coordination is told of the entry it stands beside; null for everybody else. */
export interface StoredRectification extends Rectification {
  personName: string | null;
  subjectTitle: string | null;
  subjectAddress: string | null;
}

const COLUMNS = `r.id, r.actor_id AS "actorId", r.subject_type AS "subjectType", r.subject_id AS "subjectId", r.text, r.said_on AS "saidOn",
  r.person_id AS "personId", r.seen_on AS "seenOn", r.version,
  (SELECT p.name FROM acting_person_v1 p WHERE p.person_id = r.person_id AND p.actor_id = r.actor_id LIMIT 1) AS "personName"`;

const ofActor = query(
  'rectification.ofActor',
  `SELECT ${COLUMNS}, NULL AS "subjectTitle", NULL AS "subjectAddress" FROM rectification r
   WHERE r.region_id = $1 AND r.actor_id = $2 ORDER BY r.said_on DESC, r.id LIMIT 500`,
);
const newest = query(
  'rectification.newest',
  `SELECT ${COLUMNS}, coalesce(i.purpose, c.organisation, a.title, noted.name) AS "subjectTitle",
     CASE r.subject_type WHEN 'INTRODUCTION' THEN '/vorstellungen/' || i.id WHEN 'ALLIANCE' THEN '/allianzen/' || a.slug
       WHEN 'NETWORK_NOTE' THEN '/netzwerk?akteur=' || noted.slug END AS "subjectAddress"
   FROM rectification r
   LEFT JOIN introduction i ON r.subject_type = 'INTRODUCTION' AND i.id = r.subject_id
   LEFT JOIN contact_request c ON r.subject_type = 'CONTACT' AND c.id = r.subject_id
   LEFT JOIN alliance_v1 a ON r.subject_type = 'ALLIANCE' AND a.id = r.subject_id
   LEFT JOIN network_note_v1 n ON r.subject_type = 'NETWORK_NOTE' AND n.id = r.subject_id
   LEFT JOIN actor_v1 noted ON noted.id = n.actor_id
   WHERE r.region_id = $1 ORDER BY (r.seen_on IS NULL) DESC, r.said_on DESC, r.id LIMIT 100`,
);

/** What names an organisation, by kind of entry. */
const NAMED: Record<RectifiedType, string> = {
  INTRODUCTION: `SELECT FROM introduction_side s JOIN introduction i ON i.id = s.introduction_id WHERE i.region_id = $1 AND s.actor_id = $2 AND i.id = $3`,
  CONTACT: 'SELECT FROM contact_request c WHERE c.region_id = $1 AND c.to_actor_id = $2 AND c.id = $3',
  ALLIANCE: `SELECT FROM alliance_member_v1 m JOIN alliance_v1 a ON a.id = m.alliance_id WHERE a.region_id = $1 AND m.actor_id = $2 AND a.id = $3`,
  NETWORK_NOTE: 'SELECT FROM network_note_v1 n WHERE n.region_id = $1 AND (n.actor_id = $2 OR n.other_id = $2) AND n.id = $3',
};

@Injectable()
export class RectificationRepository {
  constructor(private readonly database: Database) {}

  ofActor(regionId: Id, actorId: Id): Promise<StoredRectification[]> {
    return this.database.read<StoredRectification>(ofActor, [regionId, actorId]);
  }

  /** For the coordination: what nobody has seen first. */
  newest(regionId: Id): Promise<StoredRectification[]> {
    return this.database.read<StoredRectification>(newest, [regionId]);
  }

  async names(
    tx: Tx,
    regionId: Id,
    { actorId, subjectType, subjectId }: Pick<Rectification, 'actorId' | 'subjectType' | 'subjectId'>,
  ): Promise<boolean> {
    const [row] = (await tx.query(`SELECT EXISTS (${NAMED[subjectType]}) AS named`, [regionId, actorId, subjectId])) as {
      named: boolean;
    }[];
    return row!.named;
  }

  /** The one beside an entry, locked. */
  async beside(
    tx: Tx,
    { actorId, subjectType, subjectId }: Pick<Rectification, 'actorId' | 'subjectType' | 'subjectId'>,
  ): Promise<Rectification | null> {
    const rows = (await tx.query(
      `SELECT ${COLUMNS} FROM rectification r WHERE r.actor_id = $1 AND r.subject_type = $2 AND r.subject_id = $3 FOR UPDATE`,
      [actorId, subjectType, subjectId],
    )) as Rectification[];
    return rows[0] ?? null;
  }

  async lock(tx: Tx, regionId: Id, id: Id): Promise<Rectification | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM rectification r WHERE r.region_id = $1 AND r.id = $2 FOR UPDATE`, [
      regionId,
      id,
    ])) as Rectification[];
    return rows[0] ?? null;
  }

  /** Adds one; false where somebody was faster. */
  async insert(tx: Tx, regionId: Id, one: Rectification): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO rectification (id, actor_id, subject_type, subject_id, region_id, text, said_on, person_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [one.id, one.actorId, one.subjectType, one.subjectId, regionId, one.text, one.saidOn, one.personId],
    )) as unknown[];
    return rows.length > 0;
  }

  update(tx: Tx, { id, text, saidOn, personId, seenOn }: Rectification, expectedVersion: number) {
    return updateVersioned(tx, {
      table: 'rectification',
      id,
      expectedVersion,
      set: { text, said_on: saidOn, person_id: personId, seen_on: seenOn },
    });
  }

  async remove(tx: Tx, id: Id): Promise<void> {
    await tx.query('DELETE FROM rectification WHERE id = $1', [id]);
  }
}
