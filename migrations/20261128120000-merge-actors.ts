import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MergeActors20261128120000 implements MigrationInterface {
  name = 'MergeActors20261128120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The entry this one was merged into; its address leads there, and it is archived.
      ALTER TABLE actor ADD COLUMN merged_into_id uuid REFERENCES actor (id) CHECK (merged_into_id IS NULL OR archived);
      CREATE INDEX actor_merged_into ON actor (merged_into_id) WHERE merged_into_id IS NOT NULL;

      -- As which version an entry was compared with all others.
      ALTER TABLE import_trait ADD COLUMN compared integer;

      -- Two entries that may be the same. No foreign keys: an entry that is only here is used by nothing.
      CREATE TABLE duplicate_pair (
        region_id uuid NOT NULL REFERENCES region (id),
        first_id uuid NOT NULL,
        second_id uuid NOT NULL,
        reasons text[] NOT NULL,
        -- The best founded have the smallest.
        rank integer NOT NULL,
        -- Somebody said that they are two.
        rejected_on date,
        PRIMARY KEY (first_id, second_id),
        CHECK (first_id < second_id)
      );
      CREATE INDEX duplicate_pair_region ON duplicate_pair (region_id, rank, first_id, second_id);
      CREATE INDEX duplicate_pair_second ON duplicate_pair (second_id);

      -- Two entries that became one, and what the one that stays said before and after, as far as it differs.
      CREATE TABLE actor_merge (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        kept_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        merged_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        kept_name text NOT NULL,
        merged_name text NOT NULL,
        takes text[] NOT NULL,
        change jsonb NOT NULL,
        -- How many rows of which kind went over, and how many were set aside.
        moved jsonb NOT NULL,
        merged_at timestamptz NOT NULL,
        undone_at timestamptz,
        -- What could not go back, with the undoing.
        left_over jsonb,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX actor_merge_region ON actor_merge (region_id, merged_at DESC, id DESC);
      CREATE INDEX actor_merge_kept ON actor_merge (kept_id);
      CREATE UNIQUE INDEX actor_merge_merged ON actor_merge (merged_id) WHERE undone_at IS NULL;

      -- Each row that went over, with what stood there, or that was set aside, as it was. Gone once it is undone.
      CREATE TABLE actor_merge_move (
        merge_id uuid NOT NULL REFERENCES actor_merge (id) ON DELETE CASCADE,
        place integer NOT NULL,
        table_name text NOT NULL,
        kind text NOT NULL,
        row_key jsonb,
        before jsonb,
        after jsonb,
        set_aside jsonb,
        -- Whose row it is, so that this goes with that person.
        person_id uuid,
        PRIMARY KEY (merge_id, place),
        CHECK ((set_aside IS NULL) = (row_key IS NOT NULL))
      );
      CREATE INDEX actor_merge_move_person ON actor_merge_move (person_id) WHERE person_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE actor_merge_move; DROP TABLE actor_merge; DROP TABLE duplicate_pair;
      ALTER TABLE import_trait DROP COLUMN compared;
      ALTER TABLE actor DROP COLUMN merged_into_id;
    `);
  }
}
