import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NameEmployeesSide20261127046000 implements MigrationInterface {
  name = 'NameEmployeesSide20261127046000';

  async up(runner: QueryRunner): Promise<void> {
    // Why nobody who speaks for the employees was asked, where the question touches them.
    await runner.query(`ALTER TABLE alliance ADD COLUMN employees_note text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alliance DROP COLUMN employees_note');
  }
}
