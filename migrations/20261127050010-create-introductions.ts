import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIntroductions20261127050010 implements MigrationInterface {
  name = 'CreateIntroductions20261127050010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who acts for an organisation, from when to when, and where that person can be written to; without blocked persons.
      CREATE VIEW acting_person_v1 AS
        SELECT m.person_id, m.actor_id, m.region_id, m.role, m.from_on, m.until_on, u.name, u.email
        FROM mandate m JOIN auth."user" u ON u.id = m.person_id
        WHERE u.id NOT IN (SELECT person_id FROM blocked_person_v1);
      -- Organisations that have named an address, whoever may see it.
      CREATE VIEW addressed_actor_v1 AS SELECT DISTINCT actor_id FROM actor_contact WHERE email <> '';

      CREATE TABLE introduction (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        first_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        second_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        -- The end that asks; null: the coordination.
        asked_by_id uuid,
        purpose text NOT NULL,
        reason text NOT NULL,
        text_version integer NOT NULL DEFAULT 1,
        state text NOT NULL CHECK (state IN ('ASKED', 'AGREED', 'MET', 'BECAME', 'DECLINED', 'UNANSWERED', 'WITHDRAWN')),
        asked_on date NOT NULL,
        answer_by date NOT NULL,
        agreed_on date,
        met_on date,
        ended_on date,
        outcome text CHECK (outcome IN ('INITIATIVE', 'ALLIANCE', 'NOTHING')),
        outcome_id uuid,
        outcome_note text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CHECK (first_id <> second_id),
        CHECK ((state = 'BECAME') = (outcome IS NOT NULL))
      );
      -- The same two are introduced once at a time, whoever asks.
      CREATE UNIQUE INDEX introduction_open_pair ON introduction (region_id, least(first_id, second_id), greatest(first_id, second_id))
        WHERE state IN ('ASKED', 'AGREED', 'MET');
      CREATE INDEX introduction_region ON introduction (region_id, (coalesce(ended_on, asked_on)) DESC, id DESC);
      CREATE INDEX introduction_answer_by ON introduction (answer_by) WHERE state = 'ASKED';
      CREATE INDEX introduction_first ON introduction (first_id);
      CREATE INDEX introduction_second ON introduction (second_id);
      CREATE TABLE introduction_side (
        introduction_id uuid NOT NULL REFERENCES introduction (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('FIRST', 'GO_BETWEEN', 'SECOND')),
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        answer text CHECK (answer IN ('YES', 'YES_BUT', 'NO', 'LATER')),
        note text NOT NULL DEFAULT '',
        note_shared boolean NOT NULL DEFAULT false,
        answered_on date,
        -- Who said it; shown to the other two once all have agreed.
        person_id uuid,
        PRIMARY KEY (introduction_id, side),
        UNIQUE (introduction_id, actor_id)
      );
      CREATE INDEX introduction_side_actor ON introduction_side (actor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE introduction_side; DROP TABLE introduction;
      DROP VIEW addressed_actor_v1; DROP VIEW acting_person_v1;
    `);
  }
}
