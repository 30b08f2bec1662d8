import { Injectable } from '@nestjs/common';
import { DUTY_LIMITS, type DutyPage, type DutyVersion } from '@knotenpunkt/moderation/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** A version as it was written. */
export interface WrittenVersion extends DutyVersion {
  id: Id;
  page: DutyPage;
  restoredFrom: number | null;
  personId: Id;
  writtenAt: Date;
}

const COLUMNS = `id, page, number, text_de AS "textDe", text_en AS "textEn", video_url AS "videoUrl", restored_from AS "restoredFrom",
  person_id AS "personId", written_at AS "writtenAt"`;

const newest = query('dutyPage.newest', `SELECT ${COLUMNS} FROM duty_page_version WHERE page = $1 ORDER BY number DESC LIMIT $2`);

@Injectable()
export class DutyPageRepository {
  constructor(private readonly database: Database) {}

  async current(page: DutyPage): Promise<WrittenVersion | null> {
    return this.database.readOne<WrittenVersion>(newest, [page, 1]);
  }

  /** The newest first. */
  versions(page: DutyPage): Promise<WrittenVersion[]> {
    return this.database.read<WrittenVersion>(newest, [page, DUTY_LIMITS.versions]);
  }

  /** Holds the page until the transaction ends, and gives what stands there. */
  async lockCurrent(tx: Tx, page: DutyPage): Promise<WrittenVersion | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`duty page ${page}`]);
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM duty_page_version WHERE page = $1 ORDER BY number DESC LIMIT 1`, [
      page,
    ])) as WrittenVersion[];
    return rows[0] ?? null;
  }

  async at(tx: Tx, page: DutyPage, number: number): Promise<WrittenVersion | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM duty_page_version WHERE page = $1 AND number = $2`, [
      page,
      number,
    ])) as WrittenVersion[];
    return rows[0] ?? null;
  }

  async insert(tx: Tx, version: WrittenVersion): Promise<void> {
    const { id, page, number, textDe, textEn, videoUrl, restoredFrom, personId, writtenAt } = version;
    await tx.query(
      `INSERT INTO duty_page_version (id, page, number, text_de, text_en, video_url, restored_from, person_id, written_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, page, number, textDe, textEn, videoUrl, restoredFrom, personId, writtenAt],
    );
  }

  async has(tx: Tx, id: Id): Promise<boolean> {
    return ((await tx.query('SELECT 1 FROM duty_page_version WHERE id = $1', [id])) as unknown[]).length > 0;
  }
}
