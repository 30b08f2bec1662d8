import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakePromisesFromOutside20261127052000 implements MigrationInterface {
  name = 'TakePromisesFromOutside20261127052000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an organisation is said to have promised elsewhere. No Zusage: that is a row of commitment, once it is confirmed.
      CREATE TABLE outside_promise (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        actor_id uuid NOT NULL REFERENCES actor (id),
        purpose_type text NOT NULL CHECK (purpose_type IN ('INITIATIVE', 'ALLIANCE')),
        purpose_id uuid NOT NULL,
        purpose_title text NOT NULL,
        purpose_slug text NOT NULL,
        text text NOT NULL,
        due_on date NOT NULL,
        way text NOT NULL CHECK (way IN ('TELEPHONE', 'MEETING', 'LETTER')),
        said_on date NOT NULL,
        -- Who said it and what shows it: emptied with the decision.
        said_by text NOT NULL,
        proof text NOT NULL,
        state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'CONFIRMED', 'OBJECTED', 'NO_ANSWER', 'WITHDRAWN')),
        entered_on date NOT NULL,
        answer_by date NOT NULL,
        reminded_on date,
        decided_on date,
        objection text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'WAITING') = (decided_on IS NULL)),
        CHECK (state = 'WAITING' OR (said_by = '' AND proof = ''))
      );
      CREATE INDEX outside_promise_region ON outside_promise (region_id, state, answer_by);
      CREATE INDEX outside_promise_actor ON outside_promise (actor_id);
      CREATE INDEX outside_promise_purpose ON outside_promise (purpose_id);
      ALTER TABLE commitment
        ADD COLUMN said_outside_on date,
        ADD COLUMN said_outside_way text CHECK (said_outside_way IN ('TELEPHONE', 'MEETING', 'LETTER')),
        ADD CHECK ((said_outside_on IS NULL) = (said_outside_way IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE commitment DROP COLUMN said_outside_way, DROP COLUMN said_outside_on; DROP TABLE outside_promise;');
  }
}
