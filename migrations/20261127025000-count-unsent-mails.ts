import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountUnsentMails20261127025000 implements MigrationInterface {
  name = 'CountUnsentMails20261127025000';

  async up(runner: QueryRunner): Promise<void> {
    // They are counted for every look at how the product is doing; sent ones are kept and grow in number.
    await runner.query('CREATE INDEX outgoing_mail_unsent ON outgoing_mail (created_at) WHERE sent_at IS NULL;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outgoing_mail_unsent;');
  }
}
