import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SaveSearches20261128130000 implements MigrationInterface {
  name = 'SaveSearches20261128130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a person looks for in the directory again and again; seen by that person only.
      CREATE TABLE saved_search (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        region_id uuid NOT NULL REFERENCES region (id),
        name text NOT NULL,
        -- The search part of the directory's address.
        address text NOT NULL,
        mail boolean NOT NULL,
        -- Organisations that are no news any more, and those found since the person looked; ids only, so that one that is erased leaves nothing.
        known uuid[] NOT NULL DEFAULT '{}',
        found uuid[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX saved_search_person ON saved_search (person_id, region_id, created_at, id);
      CREATE INDEX saved_search_region ON saved_search (region_id, person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_search;');
  }
}
