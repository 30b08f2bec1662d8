import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddNextSteps20261127046010 implements MigrationInterface {
  name = 'AddNextSteps20261127046010';

  async up(runner: QueryRunner): Promise<void> {
    // What is done next for a Zusage that is open.
    await runner.query(`ALTER TABLE commitment ADD COLUMN next_step text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE commitment DROP COLUMN next_step');
  }
}
