import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImportTables20261128070000 implements MigrationInterface {
  name = 'ImportTables20261128070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What tables can change of an organisation, with its version; of the room actors.
      CREATE VIEW listed_actor_v1 AS
        SELECT id, region_id, slug, name, short_name, kind, summary, description, street, postal_code, city, district, website, size, lon, lat,
               provenance, archived, created_at, version
        FROM actor;

      -- A table somebody sent, and how far it is: dry run, written, taken back.
      CREATE TABLE import_batch (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        kind text NOT NULL,
        file_name text NOT NULL,
        state text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        columns jsonb NOT NULL DEFAULT '[]',
        fields jsonb NOT NULL DEFAULT '[]',
        default_kind text NOT NULL DEFAULT 'OTHER',
        source_note text NOT NULL DEFAULT '',
        rows integer NOT NULL DEFAULT 0,
        -- Of the job at work: rows it has to do, those it has done, and the line up to which.
        total integer NOT NULL DEFAULT 0,
        done integer NOT NULL DEFAULT 0,
        cursor integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        attended_at timestamptz NOT NULL,
        committed_at timestamptz,
        undone_at timestamptz
      );
      CREATE INDEX import_batch_region ON import_batch (region_id, created_at DESC, id DESC);
      CREATE INDEX import_batch_running ON import_batch (attended_at) WHERE state IN ('COMPARING', 'COMMITTING', 'UNDOING');

      -- A row of it. Once written it keeps what it wrote and what stood there before; what the table said is forgotten then.
      CREATE TABLE import_row (
        batch_id uuid NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
        line integer NOT NULL,
        cells text[] NOT NULL,
        label text NOT NULL DEFAULT '',
        fate text,
        problems jsonb,
        changes jsonb,
        candidates jsonb,
        -- Rows of one table that mean the same have the same.
        identity text,
        decision text,
        decided_id uuid,
        target_id uuid,
        target_version integer,
        -- What it wrote, as which version, and as which version it stood before; null: it was new.
        written_id uuid,
        written_version integer,
        before_version integer,
        before jsonb,
        -- Why it was not written, or not taken back.
        kept text,
        taken_back boolean NOT NULL DEFAULT false,
        PRIMARY KEY (batch_id, line)
      );
      CREATE INDEX import_row_fate ON import_row (batch_id, fate, line);
      CREATE INDEX import_row_identity ON import_row (batch_id, identity, line) WHERE identity IS NOT NULL;
      CREATE INDEX import_row_target ON import_row (batch_id, target_id, line) WHERE target_id IS NOT NULL;
      CREATE INDEX import_row_written ON import_row (written_id) WHERE written_id IS NOT NULL;

      -- What the columns of a table with these headings meant the last time.
      CREATE TABLE import_memory (
        region_id uuid NOT NULL REFERENCES region (id),
        kind text NOT NULL,
        -- Hash of the headings.
        headings text COLLATE "C" NOT NULL,
        fields jsonb NOT NULL,
        default_kind text NOT NULL,
        remembered_at timestamptz NOT NULL,
        PRIMARY KEY (region_id, kind, headings)
      );

      -- What is compared of organisations to find the same one twice; made of their rows, and nothing is lost with it.
      CREATE UNLOGGED TABLE import_trait (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL,
        version integer NOT NULL,
        name_key text NOT NULL,
        host text,
        address text
      );
      CREATE INDEX import_trait_name ON import_trait (region_id, name_key);
      CREATE INDEX import_trait_alike ON import_trait USING gin (name_key gin_trgm_ops);
      CREATE INDEX import_trait_host ON import_trait (region_id, host) WHERE host IS NOT NULL;
      CREATE INDEX import_trait_address ON import_trait (region_id, address) WHERE address IS NOT NULL;

      -- Which table wrote which entry.
      CREATE VIEW imported_v1 AS
        SELECT r.written_id AS id, b.region_id, b.id AS batch_id, b.kind, b.source_note, b.committed_at, r.before_version IS NULL AS made
        FROM import_row r JOIN import_batch b ON b.id = r.batch_id
        WHERE r.written_id IS NOT NULL AND NOT r.taken_back;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW imported_v1;
      DROP TABLE import_trait; DROP TABLE import_memory; DROP TABLE import_row; DROP TABLE import_batch;
      DROP VIEW listed_actor_v1;
    `);
  }
}
