import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindActsBySubject20261127041000 implements MigrationInterface {
  name = 'FindActsBySubject20261127041000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX act_subject ON act (subject_id, at DESC, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX act_subject');
  }
}
