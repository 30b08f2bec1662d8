import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkAccounts20261128050030 implements MigrationInterface {
  name = 'LinkAccounts20261128050030';

  async up(runner: QueryRunner): Promise<void> {
    // What a service calls a person is one person here.
    await runner.query('CREATE UNIQUE INDEX account_of_provider ON auth.account ("providerId", "accountId")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX auth.account_of_provider');
  }
}
