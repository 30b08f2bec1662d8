import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBackup20261127024000 implements MigrationInterface {
  name = 'CreateBackup20261127024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which backups were taken, so that the age of the last one can be shown.
      CREATE TABLE backup (
        taken_at timestamptz PRIMARY KEY,
        seq bigint NOT NULL,
        rows bigint NOT NULL,
        bytes bigint NOT NULL,
        file text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE backup;');
  }
}
