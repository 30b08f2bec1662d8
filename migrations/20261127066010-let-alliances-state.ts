import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetAlliancesState20261127066010 implements MigrationInterface {
  name = 'LetAlliancesState20261127066010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Decisions, minutes, results and lessons: written by one member, confirmed by the others.
      CREATE TABLE alliance_statement (
        id uuid PRIMARY KEY,
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('DECISION', 'MINUTES', 'RESULT', 'LESSON')),
        text text NOT NULL,
        stated_on date NOT NULL,
        concerns text NOT NULL DEFAULT '',
        evidence_url text NOT NULL DEFAULT '',
        audience text NOT NULL CHECK (audience IN ('MEMBERS', 'PUBLIC')),
        -- Of minutes: place, who was there, the next meeting.
        meeting jsonb,
        minutes_id uuid REFERENCES alliance_statement (id) ON DELETE CASCADE,
        replaces_id uuid REFERENCES alliance_statement (id) ON DELETE CASCADE,
        entered_by_id uuid NOT NULL REFERENCES actor (id),
        entered_on date NOT NULL,
        -- Since when everybody who was asked has agreed or abstained.
        confirmed_on date,
        withdrawn_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK ((kind = 'MINUTES') = (meeting IS NOT NULL)),
        CHECK (confirmed_on IS NULL OR withdrawn_on IS NULL)
      );
      CREATE INDEX alliance_statement_alliance ON alliance_statement (alliance_id);
      CREATE INDEX alliance_statement_minutes ON alliance_statement (minutes_id) WHERE minutes_id IS NOT NULL;
      CREATE UNIQUE INDEX alliance_statement_replaces ON alliance_statement (replaces_id) WHERE withdrawn_on IS NULL;

      -- What each of those who were asked says. Nothing said is no consent.
      CREATE TABLE alliance_stand (
        statement_id uuid NOT NULL REFERENCES alliance_statement (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id),
        position integer NOT NULL,
        stand text CHECK (stand IN ('AGREED', 'ABSTAINED', 'OBJECTED')),
        note text NOT NULL DEFAULT '',
        said_on date,
        PRIMARY KEY (statement_id, actor_id),
        CHECK ((stand IS NULL) = (said_on IS NULL))
      );
      CREATE INDEX alliance_stand_actor ON alliance_stand (actor_id);

      -- What nobody has taken on yet.
      CREATE TABLE alliance_task (
        id uuid PRIMARY KEY,
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        text text NOT NULL,
        due_on date NOT NULL,
        entered_by_id uuid NOT NULL REFERENCES actor (id),
        minutes_id uuid REFERENCES alliance_statement (id) ON DELETE CASCADE,
        given_back boolean NOT NULL DEFAULT false,
        taken_by_id uuid REFERENCES actor (id),
        dropped_on date,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX alliance_task_alliance ON alliance_task (alliance_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alliance_task; DROP TABLE alliance_stand; DROP TABLE alliance_statement;');
  }
}
