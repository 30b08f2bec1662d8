import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVENT = `SELECT id, region_id, title, date_on, initiative_id, state`;
const INITIATIVE = `SELECT id, region_id, slug, title, kind, state, summary, themes, lead_id AS lead_actor_id, start_on, end_on, source_note`;

/**
 * Later rooms say "April 2024" where only the month is known, not its first day; and they can tell a Vorhaben that has begun from a
 * proposal of which nothing came: of both the state may be ABANDONED.
 */
export class TellHowDaysAreKnown20261127079000 implements MigrationInterface {
  name = 'TellHowDaysAreKnown20261127079000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW event_v1 AS ${EVENT}, date_precision FROM event;
      CREATE OR REPLACE VIEW initiative_v1 AS ${INITIATIVE}, start_precision, lead_since_on IS NOT NULL AS has_begun FROM initiative;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW initiative_v1; CREATE VIEW initiative_v1 AS ${INITIATIVE} FROM initiative;
      DROP VIEW event_v1; CREATE VIEW event_v1 AS ${EVENT} FROM event;
    `);
  }
}
