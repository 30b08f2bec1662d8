import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDocuments20261127066020 implements MigrationInterface {
  name = 'KeepDocuments20261127066020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A document has no size in pixels and nothing in small.
      ALTER TABLE file
        ALTER COLUMN width DROP NOT NULL, ALTER COLUMN height DROP NOT NULL, ALTER COLUMN small DROP NOT NULL,
        ADD CONSTRAINT file_picture_check CHECK ((width IS NULL) = (height IS NULL) AND (width IS NULL) = (small IS NULL));

      CREATE TABLE alliance_document (
        id uuid PRIMARY KEY,
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('AGREEMENT', 'PLAN', 'REPORT', 'PRESENTATION', 'OTHER')),
        dated_on date NOT NULL,
        entered_by_id uuid NOT NULL REFERENCES actor (id),
        audience text NOT NULL CHECK (audience IN ('MEMBERS', 'PUBLIC')),
        file_hash text COLLATE "C" REFERENCES file (hash),
        file_type text NOT NULL DEFAULT '',
        file_bytes integer NOT NULL DEFAULT 0,
        -- Where it is kept elsewhere; the server never asks there.
        url text NOT NULL DEFAULT '',
        replaces_id uuid REFERENCES alliance_document (id) ON DELETE CASCADE,
        entered_on date NOT NULL,
        removed_on date,
        removed_reason text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CHECK (removed_on IS NOT NULL OR (file_hash IS NULL) = (url <> '')),
        CHECK (removed_on IS NULL OR (file_hash IS NULL AND url = ''))
      );
      CREATE INDEX alliance_document_alliance ON alliance_document (alliance_id);
      CREATE INDEX alliance_document_file ON alliance_document (file_hash) WHERE file_hash IS NOT NULL;
      CREATE UNIQUE INDEX alliance_document_replaces ON alliance_document (replaces_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE alliance_document;
      -- The older version knows pictures only.
      DELETE FROM file WHERE small IS NULL;
      ALTER TABLE file
        DROP CONSTRAINT file_picture_check,
        ALTER COLUMN width SET NOT NULL, ALTER COLUMN height SET NOT NULL, ALTER COLUMN small SET NOT NULL;
    `);
  }
}
