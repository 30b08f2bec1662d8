import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegisterOrganisations20261128091020 implements MigrationInterface {
  name = 'RegisterOrganisations20261128091020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody says to speak for an organisation: one that is not there yet, or one that has an entry. Nothing follows from
      -- it before a coordinator has verified it.
      CREATE TABLE registration (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        -- Asked for at the end of the transaction: a region that is set up brings its people in an order of its own.
        person_id uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        -- The entry that is claimed, or the one that was made; null: not made yet.
        actor_id uuid REFERENCES actor (id) ON DELETE CASCADE,
        claims boolean NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        city text NOT NULL,
        website text NOT NULL,
        summary text NOT NULL,
        position text NOT NULL,
        evidence text NOT NULL,
        state text NOT NULL DEFAULT 'ASKED' CHECK (state IN ('ASKED', 'QUESTIONED', 'VERIFIED', 'REFUSED', 'WITHDRAWN')),
        question text NOT NULL DEFAULT '',
        answer text NOT NULL DEFAULT '',
        way text CHECK (way IN ('MAIL_DOMAIN', 'DOCUMENT', 'CALL')),
        note text NOT NULL DEFAULT '',
        reason text NOT NULL DEFAULT '',
        asked_on date NOT NULL,
        decided_on date,
        version integer NOT NULL DEFAULT 1,
        CHECK (NOT claims OR actor_id IS NOT NULL),
        CHECK ((state = 'VERIFIED') = (way IS NOT NULL)),
        CHECK ((state IN ('VERIFIED', 'REFUSED')) = (decided_on IS NOT NULL))
      );
      CREATE UNIQUE INDEX registration_one_open ON registration (person_id, actor_id) WHERE claims AND state IN ('ASKED', 'QUESTIONED');
      CREATE INDEX registration_region ON registration (region_id, state, asked_on, id);
      CREATE INDEX registration_person ON registration (person_id);
      CREATE INDEX registration_actor ON registration (actor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registration');
  }
}
