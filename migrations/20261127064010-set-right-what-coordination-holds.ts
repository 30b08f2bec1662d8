import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetRightWhatCoordinationHolds20261127064010 implements MigrationInterface {
  name = 'SetRightWhatCoordinationHolds20261127064010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an organisation says beside an entry that names it; one text each.
      CREATE TABLE rectification (
        id uuid PRIMARY KEY,
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        subject_type text NOT NULL CHECK (subject_type IN ('INTRODUCTION', 'CONTACT', 'ALLIANCE')),
        subject_id uuid NOT NULL,
        region_id uuid NOT NULL REFERENCES region (id),
        text text NOT NULL,
        said_on date NOT NULL,
        person_id uuid,
        -- The day the coordination took note of it.
        seen_on date,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (actor_id, subject_type, subject_id)
      );
      CREATE INDEX rectification_region ON rectification (region_id, said_on DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rectification;');
  }
}
