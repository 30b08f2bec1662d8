import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is only presumed to lead does not take part, nor does anybody in what is only proposed; a reported lead is stated. */
export class TellWhoLeads20261126221000 implements MigrationInterface {
  name = 'TellWhoLeads20261126221000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW participation_v1 AS
        SELECT id AS initiative_id, lead_id AS actor_id, 'LEAD' AS role,
               CASE lead_certainty WHEN 'CONFIRMED' THEN 'ACCEPTED' ELSE 'STATED' END AS state, lead_since_on AS since
        FROM initiative WHERE lead_certainty <> 'INFERRED' AND lead_since_on IS NOT NULL
        UNION ALL
        SELECT initiative_id, actor_id, role, state, since_on FROM participation WHERE state IN ('ACCEPTED', 'STATED', 'LEFT');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW participation_v1 AS
        SELECT id AS initiative_id, lead_id AS actor_id, 'LEAD' AS role, 'ACCEPTED' AS state, lead_since_on AS since FROM initiative
        UNION ALL
        SELECT initiative_id, actor_id, role, state, since_on FROM participation WHERE state IN ('ACCEPTED', 'STATED', 'LEFT');
    `);
  }
}
