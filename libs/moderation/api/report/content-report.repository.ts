import { Injectable } from '@nestjs/common';
import type { AppealSide, ContentReport, ReportAppeal, ReportDecision, ReportState } from '@knotenpunkt/moderation/domain';
import type { CursorKey, Id, LocalDate, Result } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

// Decisions and objections are two or three: they come along in one statement.
const REPORT = `
  SELECT r.id, r.region_id AS "regionId", r.subject_type AS "subjectType", r.subject_id AS "subjectId", r.subject_title AS "subjectTitle",
    r.subject_slug AS "subjectSlug", r.reason, r.explanation, r.place, r.name, r.email, r.language, r.state, r.created_at AS "createdAt",
    r.erased_on AS "erasedOn", r.version,
    (SELECT coalesce(json_agg(json_build_object('id', d.id, 'onAppeal', d.on_appeal, 'kind', d.kind, 'facts', d.facts, 'basis', d.basis,
       'ground', d.ground, 'decidedAt', d.decided_at, 'personId', d.person_id) ORDER BY d.decided_at, d.id), '[]')
     FROM content_decision d WHERE d.report_id = r.id) AS decisions,
    (SELECT coalesce(json_agg(json_build_object('side', a.side, 'text', a.text, 'appealedAt', a.appealed_at) ORDER BY a.appealed_at), '[]')
     FROM content_appeal a WHERE a.report_id = r.id) AS appeals
  FROM content_report r`;

const waiting = query(
  'contentReport.waiting',
  `${REPORT} WHERE r.region_id = $1 AND r.state <> 'DECIDED' AND ($2::timestamptz IS NULL OR (r.created_at, r.id) > ($2, $3::uuid))
   ORDER BY r.created_at, r.id LIMIT $4`,
);
const decided = query(
  'contentReport.decided',
  `${REPORT} WHERE r.region_id = $1 AND r.state = 'DECIDED' AND ($2::timestamptz IS NULL OR (r.created_at, r.id) < ($2, $3::uuid))
   ORDER BY r.created_at DESC, r.id DESC LIMIT $4`,
);
const byLink = query(
  'contentReport.byLink',
  `SELECT l.side, found.* FROM content_report_link l JOIN LATERAL (${REPORT} WHERE r.id = l.report_id AND r.region_id = $2) found ON true
   WHERE l.hash = $1`,
);

type Row = Omit<ContentReport, 'decisions' | 'appeals'> & {
  decisions: (Omit<ReportDecision, 'decidedAt'> & { decidedAt: string })[];
  appeals: (Omit<ReportAppeal, 'appealedAt'> & { appealedAt: string })[];
};

function reportOf({ decisions, appeals, ...row }: Row): ContentReport {
  return {
    ...row,
    decisions: decisions.map((one) => ({ ...one, decidedAt: new Date(one.decidedAt) })),
    appeals: appeals.map((one) => ({ ...one, appealedAt: new Date(one.appealedAt) })),
  };
}

@Injectable()
export class ContentReportRepository {
  constructor(private readonly database: Database) {}

  /** What waits for a decision, the longest waiting first; or what was decided, the newest first. One row more tells whether there is more. */
  async page(regionId: Id, which: 'WAITING' | 'DECIDED', first: number, after: CursorKey | null): Promise<ContentReport[]> {
    const parameters = [regionId, after?.[0] ?? null, after?.[1] ?? null, first + 1];
    return (await this.database.read<Row>(which === 'WAITING' ? waiting : decided, parameters)).map(reportOf);
  }

  /** The report behind a link, and whose link it is. */
  async byLink(regionId: Id, hash: Buffer): Promise<{ report: ContentReport; side: AppealSide } | null> {
    const row = await this.database.readOne<Row & { side: AppealSide }>(byLink, [hash, regionId]);
    if (!row) return null;
    const { side, ...report } = row;
    return { report: reportOf(report), side };
  }

  async sideOfLink(tx: Tx, hash: Buffer): Promise<{ reportId: Id; side: AppealSide } | null> {
    const rows = (await tx.query('SELECT report_id AS "reportId", side FROM content_report_link WHERE hash = $1', [hash])) as {
      reportId: Id;
      side: AppealSide;
    }[];
    return rows[0] ?? null;
  }

  /** Reports of one mail address since an instant; counted under a lock, so that many at once cannot pass together. */
  async countSince(tx: Tx, email: string, since: Date): Promise<number> {
    if (email === '') return 0;
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [email]);
    const rows = (await tx.query('SELECT count(*)::int AS count FROM content_report WHERE email = $1 AND created_at >= $2', [
      email,
      since,
    ])) as { count: number }[];
    return rows[0]!.count;
  }

  /** The report, held until the transaction ends. */
  async lock(tx: Tx, regionId: Id, id: Id): Promise<ContentReport | null> {
    await tx.query('SELECT 1 FROM content_report WHERE id = $1 FOR UPDATE', [id]);
    const rows = (await tx.query(`${REPORT} WHERE r.id = $1 AND r.region_id = $2`, [id, regionId])) as Row[];
    return rows[0] ? reportOf(rows[0]) : null;
  }

  async insert(tx: Tx, row: ContentReport): Promise<void> {
    await tx.query(
      `INSERT INTO content_report (id, region_id, subject_type, subject_id, subject_title, subject_slug, reason, explanation, place, name, email, language, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[row.id, row.regionId, row.subjectType, row.subjectId, row.subjectTitle, row.subjectSlug, row.reason],
        ...[row.explanation, row.place, row.name, row.email, row.language, row.createdAt],
      ],
    );
  }

  async insertDecision(
    tx: Tx,
    reportId: Id,
    { id, onAppeal, kind, facts, basis, ground, decidedAt, personId }: ReportDecision,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO content_decision (id, report_id, on_appeal, kind, facts, basis, ground, decided_at, person_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, reportId, onAppeal, kind, facts, basis, ground, decidedAt, personId],
    );
  }

  async insertAppeal(tx: Tx, reportId: Id, { side, text, appealedAt }: ReportAppeal): Promise<void> {
    await tx.query('INSERT INTO content_appeal (report_id, side, text, appealed_at) VALUES ($1, $2, $3, $4)', [
      reportId,
      side,
      text,
      appealedAt,
    ]);
  }

  async insertLink(tx: Tx, reportId: Id, side: AppealSide, hash: Buffer): Promise<void> {
    await tx.query('INSERT INTO content_report_link (hash, report_id, side) VALUES ($1, $2, $3)', [hash, reportId, side]);
  }

  setState(tx: Tx, id: Id, expectedVersion: number, state: ReportState): Promise<Result<number>> {
    return updateVersioned(tx, { table: 'content_report', id, expectedVersion, set: { state } });
  }

  /** Empties the texts of what was last decided before a day, and ends its links. That something was reported and how it ended stays. */
  async erase(tx: Tx, decidedBefore: LocalDate, today: LocalDate): Promise<void> {
    const due = (await tx.query(
      `SELECT id FROM content_report r WHERE erased_on IS NULL AND state = 'DECIDED'
         AND NOT EXISTS (SELECT FROM content_decision d WHERE d.report_id = r.id AND d.decided_at >= $1::date) FOR UPDATE`,
      [decidedBefore],
    )) as { id: Id }[];
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.query('DELETE FROM content_report_link WHERE report_id = ANY($1::uuid[])', [ids]);
    await tx.query(`UPDATE content_appeal SET text = '' WHERE report_id = ANY($1::uuid[])`, [ids]);
    await tx.query(`UPDATE content_decision SET facts = '', ground = '' WHERE report_id = ANY($1::uuid[])`, [ids]);
    await tx.query(
      `UPDATE content_report SET explanation = '', place = '', name = '', email = '', erased_on = $2, version = version + 1 WHERE id = ANY($1::uuid[])`,
      [ids, today],
    );
  }
}
