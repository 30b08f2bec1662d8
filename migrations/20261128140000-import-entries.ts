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
      CREATE INDEX import_row_actor ON import_row (batch_id, (refers->>'actor')) WHERE fate = 'NEW';
      -- Words that fit several organisations, which those are, and which of them somebody chose.
      ALTER TABLE import_row ADD COLUMN choices jsonb;

      -- The short name as it is compared, and whether the entry has left the directory. Empty, so that all of it is made anew.
      TRUNCATE import_trait;
      ALTER TABLE import_trait ADD COLUMN short_key text NOT NULL DEFAULT '', ADD COLUMN archived boolean NOT NULL DEFAULT false;
      CREATE INDEX import_trait_short ON import_trait (region_id, short_key) WHERE short_key <> '';
      CREATE INDEX import_trait_archived ON import_trait USING gin (name_key gin_trgm_ops) WHERE archived;

      -- With the entry one was merged into.
      CREATE OR REPLACE VIEW listed_actor_v1 AS
        SELECT id, region_id, slug, name, short_name, kind, summary, description, street, postal_code, city, district, website, size, lon, lat,
               provenance, archived, created_at, version, merged_into_id
        FROM actor;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW listed_actor_v1;
      CREATE VIEW listed_actor_v1 AS
        SELECT id, region_id, slug, name, short_name, kind, summary, description, street, postal_code, city, district, website, size, lon, lat,
               provenance, archived, created_at, version
        FROM actor;
      -- Of those that have left the directory nothing was known.
      TRUNCATE import_trait;
      ALTER TABLE import_trait DROP COLUMN archived, DROP COLUMN short_key;
      ALTER TABLE import_row DROP COLUMN choices, DROP COLUMN refers;
      DROP VIEW listed_entry_v1;
      ALTER TABLE entry DROP COLUMN source_note;
    `);
  }
}
