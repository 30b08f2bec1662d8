import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetMembersComeAndGo20261127066000 implements MigrationInterface {
  name = 'LetMembersComeAndGo20261127066000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a member that came after the alliance was formed: the day.
      ALTER TABLE alliance_member ADD COLUMN joined_on date;

      CREATE TABLE alliance_admission (
        id uuid PRIMARY KEY,
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id),
        bench text NOT NULL,
        commitment text NOT NULL,
        due_on date NOT NULL,
        reason text NOT NULL,
        proposed_by_id uuid REFERENCES actor (id),
        state text NOT NULL CHECK (state IN ('OPEN', 'ADMITTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
        asked_on date NOT NULL,
        decided_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'OPEN') = (decided_on IS NULL))
      );
      CREATE UNIQUE INDEX alliance_admission_open ON alliance_admission (alliance_id) WHERE state = 'OPEN';
      CREATE INDEX alliance_admission_actor ON alliance_admission (actor_id);

      -- Who has left, or says that it will: once it has left it is no member any more.
      CREATE TABLE alliance_departure (
        id uuid PRIMARY KEY,
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id),
        bench text NOT NULL,
        commitment text NOT NULL,
        since date NOT NULL,
        leaves_on date NOT NULL,
        reason text NOT NULL,
        said_on date NOT NULL,
        done boolean NOT NULL DEFAULT false
      );
      CREATE UNIQUE INDEX alliance_departure_announced ON alliance_departure (alliance_id, actor_id) WHERE NOT done;
      CREATE INDEX alliance_departure_actor ON alliance_departure (actor_id);
      CREATE INDEX alliance_departure_alliance ON alliance_departure (alliance_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE alliance_departure; DROP TABLE alliance_admission;
      ALTER TABLE alliance_member DROP COLUMN joined_on;
    `);
  }
}
