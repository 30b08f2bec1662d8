import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImportInitiatives20261128140020 implements MigrationInterface {
  name = 'ImportInitiatives20261128140020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What tables can change of a Vorhaben, with its version; of the room initiatives. What is not public is not there.
      CREATE VIEW listed_initiative_v1 AS
        SELECT id, region_id, slug, title, kind, summary, description, themes, start_on, start_precision, end_on, end_precision, next_step,
               lead_id, lead_certainty, source_note, created_at, version
        FROM initiative WHERE lead_since_on IS NOT NULL AND state NOT IN ('DRAFT', 'PROPOSED');
      CREATE INDEX initiative_title ON initiative (region_id, lower(title));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX initiative_title; DROP VIEW listed_initiative_v1;');
  }
}
