import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMatching20261126221500 implements MigrationInterface {
  name = 'CreateMatching20261126221500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Suggestions an organisation does not want; seen by its own people only.
      CREATE TABLE match_dismissal (
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        suggested_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        region_id uuid NOT NULL REFERENCES region (id),
        reason text NOT NULL CHECK (reason IN ('LATER', 'NO_FIT', 'KNOWN_ALREADY', 'NO_CAPACITY', 'OTHER')),
        note text NOT NULL DEFAULT '',
        -- First day on which it is suggested again; null: never.
        again_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor_id, suggested_id),
        CHECK (actor_id <> suggested_id)
      );
      CREATE INDEX match_dismissal_suggested ON match_dismissal (suggested_id);
      -- Which organisations are parts of which: the parts of one's own house are no suggestion.
      CREATE VIEW actor_part_v1 AS SELECT id AS actor_id, parent_id FROM actor WHERE parent_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW actor_part_v1; DROP TABLE match_dismissal;');
  }
}
