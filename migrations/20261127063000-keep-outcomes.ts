import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepOutcomes20261127063000 implements MigrationInterface {
  name = 'KeepOutcomes20261127063000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Suggestions that were shown to those they concern, with what they rested on; what came of them is told by the rooms where it
      -- happens, and here only what matching cannot read there. Of organisations, never of persons.
      CREATE TABLE match_outcome (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        kind text NOT NULL CHECK (kind IN ('PARTNER', 'NEED_OFFER', 'SEAT')),
        -- To whom it was shown; null: to the coordination, for the table of a question.
        asker_id uuid REFERENCES actor (id) ON DELETE CASCADE,
        suggested_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        challenge_id uuid REFERENCES challenge (id) ON DELETE CASCADE,
        -- The offer or need of the suggested that it rests on, where it does.
        entry_id uuid REFERENCES entry (id) ON DELETE SET NULL,
        certainty text NOT NULL CHECK (certainty IN ('WELL_FOUNDED', 'POSSIBLE', 'ATTEMPT')),
        probability real,
        basis jsonb,
        shown_on date NOT NULL,
        accepted_on date,
        introduced_on date,
        -- One of the two says that it is not so: it counts for nothing from then on.
        objected_on date,
        objected_by_id uuid REFERENCES actor (id) ON DELETE SET NULL,
        UNIQUE NULLS NOT DISTINCT (asker_id, suggested_id, challenge_id),
        CHECK ((kind = 'SEAT') = (challenge_id IS NOT NULL)),
        CHECK ((kind = 'SEAT') = (asker_id IS NULL)),
        CHECK (asker_id <> suggested_id)
      );
      CREATE INDEX match_outcome_region ON match_outcome (region_id, shown_on DESC, id DESC);
      CREATE INDEX match_outcome_suggested ON match_outcome (suggested_id);
      CREATE INDEX match_outcome_challenge ON match_outcome (challenge_id);
      CREATE INDEX match_outcome_entry ON match_outcome (entry_id);
      CREATE INDEX match_outcome_objected ON match_outcome (objected_by_id);
      -- What a region learned, each time anew; the newest version counts. Without \`learned\` all was thrown away.
      CREATE TABLE match_learned (
        region_id uuid NOT NULL REFERENCES region (id),
        version integer NOT NULL,
        learned jsonb,
        learned_on date NOT NULL,
        PRIMARY KEY (region_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE match_learned; DROP TABLE match_outcome;');
  }
}
