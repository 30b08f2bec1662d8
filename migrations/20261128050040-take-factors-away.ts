import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakeFactorsAway20261128050040 implements MigrationInterface {
  name = 'TakeFactorsAway20261128050040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose second factor an administrator of the platform took away, why and when; rows are only added.
      CREATE TABLE factor_removal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        reason text NOT NULL,
        removed_at timestamptz NOT NULL DEFAULT now(),
        removed_by uuid NOT NULL
      );
      CREATE INDEX factor_removal_of_person ON factor_removal (person_id);
      CREATE TRIGGER end_sessions AFTER INSERT ON factor_removal FOR EACH ROW EXECUTE FUNCTION auth.end_sessions_of_person();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE factor_removal;');
  }
}
