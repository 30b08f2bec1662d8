import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAgreements20261125020050 implements MigrationInterface {
  name = 'CreateAgreements20261125020050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row a version of a text; older ones stay, so that the difference can be shown.
      CREATE TABLE consent_round (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        version integer NOT NULL,
        text text NOT NULL,
        deadline_on date NOT NULL,
        on_decline text NOT NULL CHECK (on_decline IN ('CONTINUE_WITHOUT', 'ABANDON')),
        state text NOT NULL CHECK (state IN ('OPEN', 'AGREED', 'SUPERSEDED', 'CLOSED')),
        opened_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (subject_type, subject_id, version)
      );
      CREATE UNIQUE INDEX consent_round_one_open ON consent_round (subject_type, subject_id) WHERE state = 'OPEN';

      -- One row for everybody who is asked; without an answer while it is silent.
      CREATE TABLE consent_answer (
        round_id uuid NOT NULL REFERENCES consent_round (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL,
        position integer NOT NULL,
        answer text CHECK (answer IN ('YES', 'YES_BUT', 'RESERVED', 'NO')),
        change text,
        reserved_until date,
        person_id uuid,
        answered_on date,
        PRIMARY KEY (round_id, actor_id),
        CHECK ((answer IS NULL) = (answered_on IS NULL)),
        CHECK (answer IS DISTINCT FROM 'YES_BUT' OR change IS NOT NULL),
        CHECK (answer IS DISTINCT FROM 'RESERVED' OR reserved_until IS NOT NULL)
      );
      CREATE INDEX consent_answer_actor ON consent_answer (actor_id);

      CREATE TABLE commitment (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        actor_id uuid NOT NULL REFERENCES actor (id),
        to_actor_id uuid REFERENCES actor (id),
        purpose_type text NOT NULL CHECK (purpose_type IN ('INITIATIVE', 'ALLIANCE')),
        purpose_id uuid NOT NULL,
        purpose_title text NOT NULL,
        purpose_slug text NOT NULL,
        text text NOT NULL,
        due_on date NOT NULL,
        original_due_on date,
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'KEPT', 'WITHDRAWN')),
        promised_on date NOT NULL,
        decided_on date,
        evidence text NOT NULL DEFAULT '',
        evidence_url text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'OPEN') = (decided_on IS NULL))
      );
      CREATE INDEX commitment_region ON commitment (region_id, state, due_on);
      CREATE INDEX commitment_actor ON commitment (actor_id);
      CREATE INDEX commitment_to ON commitment (to_actor_id);
      CREATE INDEX commitment_purpose ON commitment (purpose_id);
      CREATE VIEW commitment_v1 AS
        SELECT id, region_id, actor_id, to_actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, text, due_on, original_due_on, state,
               promised_on, decided_on
        FROM commitment;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW commitment_v1; DROP TABLE commitment; DROP TABLE consent_answer; DROP TABLE consent_round;');
  }
}
