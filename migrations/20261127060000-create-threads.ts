import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateThreads20261127060000 implements MigrationInterface {
  name = 'CreateThreads20261127060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who coordinates a region, by name; without blocked persons.
      CREATE VIEW coordinator_v1 AS
        SELECT c.person_id, c.region_id, u.name FROM coordinator c JOIN auth."user" u ON u.id = c.person_id
        WHERE u.id NOT IN (SELECT person_id FROM blocked_person_v1);
      CREATE VIEW outside_promise_v1 AS
        SELECT id, region_id, actor_id, purpose_type, purpose_title, purpose_slug, way, state, answer_by FROM outside_promise;

      CREATE TABLE thread (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        title text NOT NULL,
        subject_type text CHECK (
          subject_type IN ('ALLIANCE', 'INITIATIVE', 'CHALLENGE', 'INTRODUCTION', 'CONTACT_REQUEST', 'OUTSIDE_PROMISE', 'ACTOR')
        ),
        subject_id uuid,
        next_step text NOT NULL DEFAULT '',
        step_actor_id uuid REFERENCES actor (id) ON DELETE SET NULL,
        follow_up_on date,
        owner_id uuid REFERENCES auth."user" (id) ON DELETE SET NULL,
        deputy_id uuid REFERENCES auth."user" (id) ON DELETE SET NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'DONE')),
        opened_on date NOT NULL,
        attended_on date NOT NULL,
        done_on date,
        closing text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        CHECK ((subject_type IS NULL) = (subject_id IS NULL)),
        CHECK ((state = 'DONE') = (done_on IS NOT NULL)),
        CHECK (owner_id <> deputy_id)
      );
      CREATE INDEX thread_open ON thread (region_id) WHERE state = 'OPEN';
      CREATE INDEX thread_done ON thread (region_id, done_on DESC, id DESC) WHERE state = 'DONE';
      CREATE INDEX thread_subject ON thread (subject_id);
      CREATE INDEX thread_step_actor ON thread (step_actor_id);
      CREATE INDEX thread_owner ON thread (owner_id);
      CREATE INDEX thread_deputy ON thread (deputy_id);

      CREATE TABLE thread_actor (
        thread_id uuid NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        position integer NOT NULL,
        PRIMARY KEY (thread_id, actor_id)
      );
      CREATE INDEX thread_actor_actor ON thread_actor (actor_id);

      -- What an organisation says of a thread that names it; one row an organisation, later words replace earlier ones.
      CREATE TABLE thread_correction (
        thread_id uuid NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        text text NOT NULL,
        written_on date NOT NULL,
        noted_on date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (thread_id, actor_id)
      );
      CREATE INDEX thread_correction_actor ON thread_correction (actor_id);
      CREATE INDEX thread_correction_waiting ON thread_correction (thread_id) WHERE noted_on IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE thread_correction; DROP TABLE thread_actor; DROP TABLE thread;
      DROP VIEW outside_promise_v1; DROP VIEW coordinator_v1;
    `);
  }
}
