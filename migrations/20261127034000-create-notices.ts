import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotices20261127034000 implements MigrationInterface {
  name = 'CreateNotices20261127034000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row for everybody to whom a question went out by mail. Of its links only hashes are kept.
      CREATE TABLE mail_question (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        subject_version integer NOT NULL,
        actor_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        language text NOT NULL CHECK (language IN ('de', 'en')),
        asked_on date NOT NULL,
        until_on date NOT NULL,
        remind_on date,
        ended text CHECK (ended IN ('ANSWERED', 'REPLACED', 'ENDED')),
        token_hashes bytea[] NOT NULL,
        CHECK (remind_on IS NULL OR remind_on < until_on)
      );
      CREATE INDEX mail_question_token ON mail_question USING gin (token_hashes);
      CREATE INDEX mail_question_subject ON mail_question (subject_id, actor_id);
      CREATE INDEX mail_question_reminder ON mail_question (remind_on) WHERE ended IS NULL;
      CREATE INDEX mail_question_until ON mail_question (until_on);

      -- Somebody asks to act for an organisation; decided by its administrators or the coordinators.
      CREATE TABLE mandate_request (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        actor_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        asked_on date NOT NULL,
        state text NOT NULL DEFAULT 'ASKED' CHECK (state IN ('ASKED', 'GRANTED', 'REFUSED')),
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX mandate_request_one_open ON mandate_request (actor_id, email) WHERE state = 'ASKED';
      CREATE INDEX mandate_request_region ON mandate_request (region_id, state, asked_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mandate_request; DROP TABLE mail_question;');
  }
}
