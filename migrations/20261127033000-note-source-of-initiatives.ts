import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteSourceOfInitiatives20261127033000 implements MigrationInterface {
  name = 'NoteSourceOfInitiatives20261127033000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The public register a Vorhaben was taken from; null: it was entered here.
      ALTER TABLE initiative ADD COLUMN source_note text;
      CREATE OR REPLACE VIEW initiative_v1 AS
        SELECT id, region_id, slug, title, kind, state, summary, themes, lead_id AS lead_actor_id, start_on, end_on, source_note FROM initiative;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW initiative_v1;
      CREATE VIEW initiative_v1 AS
        SELECT id, region_id, slug, title, kind, state, summary, themes, lead_id AS lead_actor_id, start_on, end_on FROM initiative;
      ALTER TABLE initiative DROP COLUMN source_note;
    `);
  }
}
