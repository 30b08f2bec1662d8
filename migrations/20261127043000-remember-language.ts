import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberLanguage20261127043000 implements MigrationInterface {
  name = 'RememberLanguage20261127043000';

  async up(runner: QueryRunner): Promise<void> {
    // Null: nobody has said; mails are then in the language of the region.
    await runner.query(`ALTER TABLE auth."user" ADD COLUMN language text CHECK (language IN ('de', 'en'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE auth."user" DROP COLUMN language');
  }
}
