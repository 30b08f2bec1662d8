import type { MigrationInterface, QueryRunner } from 'typeorm';

const participations = (until: string, partnerUntil: string) => `
  CREATE VIEW participation_v1 AS
    SELECT id AS initiative_id, lead_id AS actor_id, 'LEAD' AS role,
           CASE lead_certainty WHEN 'CONFIRMED' THEN 'ACCEPTED' ELSE 'STATED' END AS state, lead_since_on AS since${until}
    FROM initiative WHERE lead_certainty <> 'INFERRED' AND lead_since_on IS NOT NULL
    UNION ALL
    SELECT initiative_id, actor_id, role, state, since_on${partnerUntil} FROM participation WHERE state IN ('ACCEPTED', 'STATED', 'LEFT');`;

/** Until when somebody took part, and whether those who were asked agreed: later rooms tell by it what came about here. */
export class TellUntilWhen20261127056000 implements MigrationInterface {
  name = 'TellUntilWhen20261127056000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW participation_v1; ${participations(', ended_on AS until_on', ', until_on')}
      -- Whether those who were asked agreed, not what each said.
      CREATE VIEW consent_round_v1 AS SELECT subject_type, subject_id, version, state FROM consent_round;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW consent_round_v1; DROP VIEW participation_v1; ${participations('', '')}`);
  }
}
