import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NameEmployersOfCouncils20261128150000 implements MigrationInterface {
  name = 'NameEmployersOfCouncils20261128150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a works or staff council the organisation whose people elected it. No hierarchy, so it is not parent_id, and no right follows from it.
      ALTER TABLE actor ADD COLUMN employer_id uuid REFERENCES actor (id) CHECK (employer_id <> id);
      CREATE INDEX actor_employer ON actor (employer_id) WHERE employer_id IS NOT NULL;
      -- The same of a council that is registered and has no entry yet.
      ALTER TABLE registration ADD COLUMN employer_id uuid REFERENCES actor (id);
      CREATE INDEX registration_employer ON registration (employer_id) WHERE employer_id IS NOT NULL;
      -- Which organisations are councils of which, for rooms that must not take one for the other.
      CREATE VIEW council_v1 AS SELECT id AS actor_id, employer_id FROM actor WHERE employer_id IS NOT NULL AND kind = 'UNION';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP VIEW council_v1; ALTER TABLE registration DROP COLUMN employer_id; ALTER TABLE actor DROP COLUMN employer_id;',
    );
  }
}
