import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetActorsCorrectMatching20261127064000 implements MigrationInterface {
  name = 'LetActorsCorrectMatching20261127064000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an organisation says of a competence, against or beside what is read of it; seen by its own people only.
      CREATE TABLE match_correction (
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        competence text NOT NULL,
        region_id uuid NOT NULL REFERENCES region (id),
        kind text NOT NULL CHECK (kind IN ('STRUCK', 'ADDED')),
        said_on date NOT NULL,
        person_id uuid,
        PRIMARY KEY (actor_id, competence)
      );
      CREATE INDEX match_correction_region ON match_correction (region_id);
      -- Who of an organisation put a suggestion away; unknown for those put away before.
      ALTER TABLE match_dismissal ADD COLUMN person_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE match_dismissal DROP COLUMN person_id; DROP TABLE match_correction;');
  }
}
