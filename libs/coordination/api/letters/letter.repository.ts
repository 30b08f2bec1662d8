import { Injectable } from '@nestjs/common';
import type { Letter, SentLetter, WaitingItem } from '@knotenpunkt/coordination/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** What is known of something that waits before anybody is written to about it. */
export interface Reach {
  key: string;
  /** Somebody acts for the organisation and can be written to. */
  reachable: boolean;
  /** Knotenpunkt has sent its one reminder. */
  reminded: boolean;
  /** When the coordination wrote about it last. */
  writtenOn: LocalDate | null;
}

export interface TemplateRow extends Letter {
  id: Id;
  name: string;
  version: number;
}

const reach = query(
  'letter.reach',
  `SELECT w.key,
     EXISTS (SELECT FROM acting_person_v1 p WHERE p.actor_id = w.actor AND p.region_id = $1 AND p.role <> 'EDITOR' AND p.from_on <= $3
       AND (p.until_on IS NULL OR p.until_on >= $3)) AS reachable,
     coalesce((SELECT m.reminded FROM asked_by_mail_v1 m WHERE m.subject_id = w.subject AND m.actor_id = w.actor), false) AS reminded,
     (SELECT max(l.sent_on) FROM letter l WHERE l.region_id = $1 AND l.waiting_key = w.key) AS "writtenOn"
   FROM jsonb_to_recordset($2::jsonb) AS w(key text, subject uuid, actor uuid)`,
);
const templates = query(
  'letter.templates',
  'SELECT id, name, subject, text, version FROM letter_template WHERE region_id = $1 ORDER BY name, id LIMIT 100',
);

@Injectable()
export class LetterRepository {
  constructor(private readonly database: Database) {}

  /** Of each that waits, by one statement. */
  async reachOf(regionId: Id, items: readonly WaitingItem[], today: LocalDate): Promise<Map<string, Reach>> {
    const named = items.map(({ key, subjectId, actorId }) => ({ key, subject: subjectId, actor: actorId }));
    const rows = await this.database.read<Reach>(reach, [regionId, JSON.stringify(named), today]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Those who write in one region wait for each other. */
  async takeTurns(tx: Tx, regionId: Id): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`letters ${regionId}`]);
  }

  /** What became of a sending; empty where there was none. */
  async ofSending(tx: Tx, regionId: Id, sendingId: Id): Promise<SentLetter[]> {
    return (await tx.query(
      `SELECT waiting_key AS key, sent_on AS "sentOn", left_out AS "leftOut" FROM letter WHERE region_id = $1 AND sending_id = $2 ORDER BY waiting_key`,
      [regionId, sendingId],
    )) as SentLetter[];
  }

  /** Which of these were written about since a day. */
  async writtenSince(tx: Tx, regionId: Id, keys: readonly string[], since: LocalDate): Promise<Set<string>> {
    const rows = (await tx.query(
      'SELECT DISTINCT waiting_key AS key FROM letter WHERE region_id = $1 AND waiting_key = ANY($2) AND sent_on >= $3',
      [regionId, keys, since],
    )) as { key: string }[];
    return new Set(rows.map(({ key }) => key));
  }

  async insert(tx: Tx, regionId: Id, sendingId: Id, sent: readonly SentLetter[]): Promise<void> {
    await tx.query(
      `INSERT INTO letter (sending_id, waiting_key, region_id, sent_on, left_out)
       SELECT $1, s.key, $2, s."sentOn", s."leftOut" FROM jsonb_to_recordset($3::jsonb) AS s(key text, "sentOn" date, "leftOut" text)`,
      [sendingId, regionId, JSON.stringify(sent)],
    );
  }

  templates(regionId: Id): Promise<TemplateRow[]> {
    return this.database.read<TemplateRow>(templates, [regionId]);
  }

  async countTemplates(tx: Tx, regionId: Id): Promise<number> {
    return (
      (await tx.query('SELECT count(*)::int AS count FROM letter_template WHERE region_id = $1', [regionId])) as { count: number }[]
    )[0]!.count;
  }

  async findTemplate(tx: Tx, id: Id): Promise<(TemplateRow & { regionId: Id }) | null> {
    return (
      (
        (await tx.query('SELECT id, region_id AS "regionId", name, subject, text, version FROM letter_template WHERE id = $1', [
          id,
        ])) as (TemplateRow & {
          regionId: Id;
        })[]
      )[0] ?? null
    );
  }

  async insertTemplate(tx: Tx, regionId: Id, { id, name, subject, text }: TemplateRow): Promise<void> {
    await tx.query('INSERT INTO letter_template (id, region_id, name, subject, text) VALUES ($1, $2, $3, $4, $5)', [
      id,
      regionId,
      name,
      subject,
      text,
    ]);
  }

  async removeTemplate(tx: Tx, id: Id): Promise<void> {
    await tx.query('DELETE FROM letter_template WHERE id = $1', [id]);
  }
}
