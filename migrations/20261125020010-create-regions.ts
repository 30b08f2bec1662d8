import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegions20261125020010 implements MigrationInterface {
  name = 'CreateRegions20261125020010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE TABLE region (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        name_de text NOT NULL,
        name_en text NOT NULL,
        language text NOT NULL,
        time_zone text NOT NULL,
        extent double precision[] NOT NULL,
        example boolean NOT NULL,
        source_note text,
        as_of date
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE region; DROP EXTENSION unaccent; DROP EXTENSION pg_trgm;');
  }
}
