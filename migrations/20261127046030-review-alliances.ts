import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReviewAlliances20261127046030 implements MigrationInterface {
  name = 'ReviewAlliances20261127046030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a member holds that the common text does not say.
      ALTER TABLE alliance_member ADD COLUMN stance text NOT NULL DEFAULT '';
      -- Looks back, about once a year.
      CREATE TABLE alliance_review (
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        id uuid NOT NULL,
        reviewed_on date NOT NULL,
        decision text NOT NULL CHECK (decision IN ('GO_ON', 'CHANGE')),
        summary text NOT NULL,
        PRIMARY KEY (alliance_id, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alliance_review; ALTER TABLE alliance_member DROP COLUMN stance;');
  }
}
