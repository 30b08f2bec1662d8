import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellSectorAndOccupations20261128060000 implements MigrationInterface {
  name = 'TellSectorAndOccupations20261128060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A code of WZ 2008; its section stands beside it, so that it can be filtered and counted.
      ALTER TABLE actor ADD COLUMN sector text;
      ALTER TABLE actor ADD COLUMN section text;
      -- Codes of KldB 2010.
      ALTER TABLE actor ADD COLUMN occupations text[] NOT NULL DEFAULT '{}';
      CREATE INDEX actor_section ON actor (region_id, section) WHERE section IS NOT NULL AND NOT archived;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE actor DROP COLUMN occupations; ALTER TABLE actor DROP COLUMN section; ALTER TABLE actor DROP COLUMN sector;',
    );
  }
}
