import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `id, region_id, slug, name, short_name, sort_name, kind, summary, themes, competences, city, archived, collective, provenance,
  confirmed_on, lon, lat`;

export class LetActorsNotBeProposed20261127050000 implements MigrationInterface {
  name = 'LetActorsNotBeProposed20261127050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- False: the organisation wants to be proposed to nobody; whoever looks for it finds it all the same.
      ALTER TABLE actor ADD COLUMN proposable boolean NOT NULL DEFAULT true;
      CREATE INDEX actor_not_proposable ON actor (region_id) WHERE NOT proposable;
      CREATE OR REPLACE VIEW actor_v1 AS SELECT ${COLUMNS}, proposable FROM actor;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW actor_v1;
      CREATE VIEW actor_v1 AS SELECT ${COLUMNS} FROM actor;
      DROP INDEX actor_not_proposable;
      ALTER TABLE actor DROP COLUMN proposable;
    `);
  }
}
