import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberErasedAddresses20261128182000 implements MigrationInterface {
  name = 'RememberErasedAddresses20261128182000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Mail addresses of which everything was erased, as digests that nobody without the installation's secret can try addresses against.
      CREATE TABLE erased_address (
        digest text PRIMARY KEY,
        erased_on date NOT NULL
      );
      CREATE INDEX erased_address_erased_on ON erased_address (erased_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erased_address;');
  }
}
