import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk of the coordination asks the rooms for: what waits for an answer, and when something happened last. */
export class TellWhatWaits20261127061010 implements MigrationInterface {
  name = 'TellWhatWaits20261127061010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When something was done about a subject, not what or by whom.
      CREATE VIEW act_time_v1 AS SELECT subject_id, at FROM act;
      -- Who is asked in rounds that are open, and whether an answer is there, not which.
      CREATE VIEW asked_party_v1 AS
        SELECT r.region_id, r.subject_type, r.subject_id, r.opened_at, a.actor_id, a.answer IS NOT NULL AS answered
        FROM consent_round r JOIN consent_answer a ON a.round_id = r.id WHERE r.state = 'OPEN';
      CREATE INDEX consent_round_region_open ON consent_round (region_id) WHERE state = 'OPEN';
      CREATE VIEW initiative_invitation_v1 AS
        SELECT i.region_id, p.initiative_id, p.actor_id, p.answer_by FROM participation p JOIN initiative i ON i.id = p.initiative_id
        WHERE p.state = 'INVITED' AND p.answer_by IS NOT NULL;
      CREATE VIEW alliance_milestone_v1 AS SELECT alliance_id, due_on, reached_on FROM alliance_milestone;
      -- Whether an organisation was reminded of what it was asked about by mail and has not answered yet.
      CREATE VIEW asked_by_mail_v1 AS
        SELECT subject_id, actor_id, bool_or(remind_on IS NULL) AS reminded FROM mail_question WHERE ended IS NULL GROUP BY subject_id, actor_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW asked_by_mail_v1; DROP VIEW alliance_milestone_v1; DROP VIEW initiative_invitation_v1;
      DROP INDEX consent_round_region_open; DROP VIEW asked_party_v1; DROP VIEW act_time_v1;
    `);
  }
}
