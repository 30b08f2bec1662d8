import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFollowing20261127040000 implements MigrationInterface {
  name = 'CreateFollowing20261127040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a person wants to hear of; seen by that person only.
      CREATE TABLE following (
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        region_id uuid NOT NULL REFERENCES region (id),
        type text NOT NULL CHECK (type IN ('ACTOR', 'INITIATIVE', 'CHALLENGE', 'ALLIANCE', 'COMMITMENT', 'THEME')),
        -- A uuid, or the name of a theme.
        target_id text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, region_id, type, target_id)
      );
      -- When a person looked last, and whether the weekly mail is wanted.
      CREATE TABLE reader (
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        region_id uuid NOT NULL REFERENCES region (id),
        seen_at timestamptz,
        seen_before_at timestamptz,
        digest boolean NOT NULL DEFAULT true,
        digest_sent_at timestamptz,
        token_hashes bytea[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (person_id, region_id)
      );
      CREATE INDEX reader_token ON reader USING gin (token_hashes);
      -- The themes an act is about, for those who follow a theme.
      ALTER TABLE act ADD COLUMN themes text[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE act DROP COLUMN themes; DROP TABLE reader; DROP TABLE following;');
  }
}
