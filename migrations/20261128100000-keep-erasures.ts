import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepErasures20261128100000 implements MigrationInterface {
  name = 'KeepErasures20261128100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who was erased: a number that leads to nobody, and the day. After a backup is restored they are erased again.
      CREATE TABLE erasure (
        person_id uuid PRIMARY KEY,
        erased_on date NOT NULL
      );
      CREATE INDEX erasure_erased_on ON erasure (erased_on);
      -- The last mail to somebody who is erased: once it is out, its row goes.
      ALTER TABLE outgoing_mail ADD COLUMN leaves_nothing boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_mail DROP COLUMN leaves_nothing; DROP TABLE erasure;');
  }
}
