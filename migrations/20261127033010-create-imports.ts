import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImports20261127033010 implements MigrationInterface {
  name = 'CreateImports20261127033010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which row of which table became what: an import that is repeated knows what it has.
      CREATE TABLE external_id (
        region_id uuid NOT NULL REFERENCES region (id),
        source text COLLATE "C" NOT NULL,
        key text COLLATE "C" NOT NULL,
        aggregate text NOT NULL,
        aggregate_id uuid NOT NULL,
        -- Hash of what the row said when it was loaded.
        digest text NOT NULL,
        imported_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (region_id, source, key)
      );
      CREATE INDEX external_id_aggregate ON external_id (aggregate_id);

      -- Rows of a table that belongs to two others, for the time of one import; nothing is lost with it.
      CREATE UNLOGGED TABLE imported_participation (
        project_key text COLLATE "C" NOT NULL,
        actor_key text COLLATE "C" NOT NULL,
        leads boolean NOT NULL,
        line integer NOT NULL,
        PRIMARY KEY (project_key, actor_key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_participation; DROP TABLE external_id;');
  }
}
