import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImportEntries20261128140000 implements MigrationInterface {
  name = 'ImportEntries20261128140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The table an offer or need was taken from; null: it was entered here.
      ALTER TABLE entry ADD COLUMN source_note text;

      -- What tables can change of an offer or need, with its version; of the room actors.
      CREATE VIEW listed_entry_v1 AS
        SELECT id, actor_id, region_id, direction, title, text, themes, competences, from_on, until_on, confirmed_on, state, source_note, created_at, version
        FROM entry;

      -- Whom a row names, by what it names them as.
      ALTER TABLE import_row ADD COLUMN refers jsonb;

      -- The short name as it is compared. Empty, so that all of it is made anew.
      TRUNCATE import_trait;
      ALTER TABLE import_trait ADD COLUMN short_key text NOT NULL DEFAULT '';
      CREATE INDEX import_trait_short ON import_trait (region_id, short_key) WHERE short_key <> '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_trait DROP COLUMN short_key;
      ALTER TABLE import_row DROP COLUMN refers;
      DROP VIEW listed_entry_v1;
      ALTER TABLE entry DROP COLUMN source_note;
    `);
  }
}
