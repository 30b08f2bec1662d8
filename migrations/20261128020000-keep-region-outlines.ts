import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepRegionOutlines20261128020000 implements MigrationInterface {
  name = 'KeepRegionOutlines20261128020000';

  async up(runner: QueryRunner): Promise<void> {
    // As they are sent: nothing is asked of their parts.
    await runner.query(`
      CREATE TABLE region_outlines (
        region_id uuid PRIMARY KEY REFERENCES region (id) ON DELETE CASCADE,
        version text NOT NULL,
        content text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE region_outlines');
  }
}
