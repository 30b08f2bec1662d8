import { Injectable } from '@nestjs/common';
import type { AllianceDocument } from '@knotenpunkt/alliances/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `d.id, d.alliance_id AS "allianceId", d.title, d.kind, d.dated_on AS "on", d.entered_by_id AS "enteredById", d.audience,
  d.file_hash AS "fileHash", d.file_type AS "fileType", d.file_bytes AS "fileBytes", d.url, d.replaces_id AS "replacesId",
  d.entered_on AS "enteredOn", d.removed_on AS "removedOn", d.removed_reason AS "removedReason", d.version`;
const OF_ALLIANCE = `SELECT ${COLUMNS} FROM alliance_document d WHERE d.alliance_id = $1 ORDER BY d.dated_on DESC, d.id DESC LIMIT 150`;
const ofAlliance = query('document.ofAlliance', OF_ALLIANCE);
const byId = query('document.byId', `SELECT ${COLUMNS} FROM alliance_document d WHERE d.id = $1`);

/** Documents of alliances; their bytes lie in `file`. */
@Injectable()
export class DocumentRepository {
  constructor(private readonly database: Database) {}

  /** All of an alliance, the newest day first. */
  ofAlliance(allianceId: Id): Promise<AllianceDocument[]> {
    return this.database.read<AllianceDocument>(ofAlliance, [allianceId]);
  }

  byId(id: Id): Promise<AllianceDocument | null> {
    return this.database.readOne<AllianceDocument>(byId, [id]);
  }

  async within(tx: Tx, allianceId: Id): Promise<AllianceDocument[]> {
    return (await tx.query(OF_ALLIANCE, [allianceId])) as AllianceDocument[];
  }

  async insert(tx: Tx, document: AllianceDocument): Promise<void> {
    const { id, allianceId, title, kind, on, enteredById, audience, fileHash, fileType, fileBytes, url, replacesId, enteredOn } = document;
    await tx.query(
      `INSERT INTO alliance_document (id, alliance_id, title, kind, dated_on, entered_by_id, audience, file_hash, file_type, file_bytes, url,
         replaces_id, entered_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [id, allianceId, title, kind, on, enteredById, audience, fileHash, fileType, fileBytes, url, replacesId, enteredOn],
    );
  }

  remove(tx: Tx, { id, removedOn, removedReason }: AllianceDocument, expectedVersion: number) {
    const set = { file_hash: null, url: '', removed_on: removedOn, removed_reason: removedReason };
    return updateVersioned(tx, { table: 'alliance_document', id, expectedVersion, set });
  }
}
