import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateModeration20261128090000 implements MigrationInterface {
  name = 'CreateModeration20261128090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Texts an operator owes, of the whole installation; every version stays. Without a row the text made of the settings stands there.
      CREATE TABLE duty_page_version (
        id uuid PRIMARY KEY,
        page text NOT NULL CHECK (page IN ('IMPRINT', 'PRIVACY', 'ACCESSIBILITY', 'EASY_LANGUAGE', 'SIGN_LANGUAGE')),
        number integer NOT NULL CHECK (number > 0),
        text_de text NOT NULL,
        text_en text NOT NULL,
        video_url text NOT NULL,
        -- Of which number this is the text once more; 0: of the one made of the settings.
        restored_from integer,
        person_id uuid NOT NULL,
        written_at timestamptz NOT NULL,
        UNIQUE (page, number)
      );

      -- What somebody could not use. Texts and address are emptied when their time is over.
      CREATE TABLE barrier_report (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        page_address text NOT NULL,
        text text NOT NULL,
        email text NOT NULL,
        language text NOT NULL CHECK (language IN ('de', 'en')),
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ANSWERED')),
        answer text NOT NULL DEFAULT '',
        answered_at timestamptz,
        answered_by uuid,
        created_at timestamptz NOT NULL,
        erased_on date,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX barrier_report_newest ON barrier_report (created_at DESC, id DESC);
      CREATE INDEX barrier_report_email ON barrier_report (email, created_at) WHERE email <> '';

      -- Content that was reported (Digital Services Act, article 16). Texts, name and address are emptied when their time is over.
      CREATE TABLE content_report (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        subject_type text NOT NULL CHECK (subject_type IN ('ACTOR', 'INITIATIVE', 'CHALLENGE', 'ALLIANCE')),
        subject_id uuid NOT NULL,
        subject_title text NOT NULL,
        subject_slug text NOT NULL,
        reason text NOT NULL CHECK (reason IN ('UNTRUE', 'RIGHTS', 'ILLEGAL', 'CHILD_ABUSE')),
        explanation text NOT NULL,
        place text NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        language text NOT NULL CHECK (language IN ('de', 'en')),
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DECIDED', 'APPEALED')),
        created_at timestamptz NOT NULL,
        erased_on date,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX content_report_waiting ON content_report (region_id, created_at, id) WHERE state <> 'DECIDED';
      CREATE INDEX content_report_decided ON content_report (region_id, created_at DESC, id DESC) WHERE state = 'DECIDED';
      CREATE INDEX content_report_email ON content_report (email, created_at) WHERE email <> '';

      -- Objections to a decision: each side once.
      CREATE TABLE content_appeal (
        report_id uuid NOT NULL REFERENCES content_report (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('AUTHOR', 'REPORTER')),
        text text NOT NULL,
        appealed_at timestamptz NOT NULL,
        PRIMARY KEY (report_id, side)
      );

      -- Statements of reasons; the last one of a report holds.
      CREATE TABLE content_decision (
        id uuid PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES content_report (id) ON DELETE CASCADE,
        on_appeal boolean NOT NULL,
        kind text NOT NULL CHECK (kind IN ('NO_ACTION', 'CORRECTED', 'HIDDEN', 'REMOVED')),
        facts text NOT NULL,
        basis text NOT NULL CHECK (basis IN ('LAW', 'RULES')),
        ground text NOT NULL,
        decided_at timestamptz NOT NULL,
        person_id uuid NOT NULL
      );
      CREATE INDEX content_decision_report ON content_decision (report_id, decided_at);

      -- Links in mails to either side; kept are only hashes.
      CREATE TABLE content_report_link (
        hash bytea PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES content_report (id) ON DELETE CASCADE,
        side text NOT NULL CHECK (side IN ('AUTHOR', 'REPORTER'))
      );
      CREATE INDEX content_report_link_report ON content_report_link (report_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE content_report_link; DROP TABLE content_decision; DROP TABLE content_appeal; DROP TABLE content_report;
      DROP TABLE barrier_report; DROP TABLE duty_page_version;
    `);
  }
}
