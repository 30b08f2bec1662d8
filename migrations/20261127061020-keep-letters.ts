import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepLetters20261127061020 implements MigrationInterface {
  name = 'KeepLetters20261127061020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- That an organisation was written to about something that waited, not what.
      CREATE TABLE letter (
        sending_id uuid NOT NULL,
        waiting_key text NOT NULL,
        region_id uuid NOT NULL REFERENCES region (id),
        -- Null: it was chosen and not written to.
        sent_on date,
        left_out text CHECK (left_out IN ('NOT_WAITING', 'WRITTEN_RECENTLY', 'NOBODY_TO_ASK')),
        PRIMARY KEY (sending_id, waiting_key),
        CHECK ((sent_on IS NULL) = (left_out IS NOT NULL))
      );
      CREATE INDEX letter_last ON letter (region_id, waiting_key, sent_on DESC);

      -- Texts a region keeps for letters, beside those that come along.
      CREATE TABLE letter_template (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        name text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX letter_template_region ON letter_template (region_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE letter_template; DROP TABLE letter;');
  }
}
