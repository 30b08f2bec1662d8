import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepTickets20261128050000 implements MigrationInterface {
  name = 'KeepTickets20261128050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What opens one thing for one person once: the digest of a random token that stands in a mail or a cookie.
      CREATE TABLE auth.ticket (
        digest text PRIMARY KEY,
        purpose text NOT NULL,
        person_id uuid REFERENCES auth."user" (id) ON DELETE CASCADE,
        content jsonb NOT NULL DEFAULT '{}',
        until timestamptz NOT NULL
      );
      CREATE INDEX ticket_of_person ON auth.ticket (person_id);
      CREATE INDEX ticket_until ON auth.ticket (until);

      -- Another password or another address ends what was opened for the old one.
      CREATE OR REPLACE FUNCTION auth.end_sessions_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM auth.session WHERE "userId" = NEW."userId";
        DELETE FROM auth.ticket WHERE person_id = NEW."userId";
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION auth.end_sessions_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM auth.session WHERE "userId" = NEW.id;
        DELETE FROM auth.ticket WHERE person_id = NEW.id;
        RETURN NULL;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION auth.end_sessions_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM auth.session WHERE "userId" = NEW."userId";
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION auth.end_sessions_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM auth.session WHERE "userId" = NEW.id;
        RETURN NULL;
      END $$;
      DROP TABLE auth.ticket;
    `);
  }
}
