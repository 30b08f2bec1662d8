import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BlockPersons20261127045000 implements MigrationInterface {
  name = 'BlockPersons20261127045000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose access was blocked, why, by whom and until when; rows stay when it is open again.
      CREATE TABLE person_block (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        reason text NOT NULL,
        blocked_at timestamptz NOT NULL,
        blocked_by uuid NOT NULL,
        opened_at timestamptz,
        opened_by uuid,
        CHECK ((opened_at IS NULL) = (opened_by IS NULL))
      );
      CREATE UNIQUE INDEX person_block_one ON person_block (person_id) WHERE opened_at IS NULL;
      CREATE TRIGGER end_sessions AFTER INSERT OR UPDATE OR DELETE ON person_block
        FOR EACH ROW EXECUTE FUNCTION auth.end_sessions_of_person();
      -- Who can do nothing at the moment.
      CREATE VIEW blocked_person_v1 AS SELECT person_id FROM person_block WHERE opened_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW blocked_person_v1; DROP TABLE person_block;');
  }
}
