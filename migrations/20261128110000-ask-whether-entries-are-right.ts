import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskWhetherEntriesAreRight20261128110000 implements MigrationInterface {
  name = 'AskWhetherEntriesAreRight20261128110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- After how many days a region asks whether entries are still right; a region without a row after 180.
      CREATE TABLE confirmation_period (
        region_id uuid PRIMARY KEY REFERENCES region (id),
        after_days integer NOT NULL CHECK (after_days BETWEEN 30 AND 1095),
        version integer NOT NULL DEFAULT 1
      );

      -- An organisation was asked by mail whether its Steckbrief, offers and needs are still right.
      CREATE TABLE confirmation_request (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        asked_on date NOT NULL,
        until_on date NOT NULL,
        -- Null: the one reminder has gone out.
        remind_on date,
        answer text CHECK (answer IN ('RIGHT', 'ARCHIVE')),
        answered_on date,
        CHECK ((answer IS NULL) = (answered_on IS NULL))
      );
      CREATE INDEX confirmation_request_actor ON confirmation_request (actor_id, asked_on DESC);
      CREATE INDEX confirmation_request_reminder ON confirmation_request (region_id, remind_on) WHERE remind_on IS NOT NULL;

      -- What is kept of a link: its hash, to whom it went, and the one answer it gives. Forgotten once it has ended.
      CREATE TABLE confirmation_link (
        hash bytea PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES confirmation_request (id) ON DELETE CASCADE,
        answer text NOT NULL CHECK (answer IN ('RIGHT', 'CHANGE', 'ARCHIVE')),
        name text NOT NULL,
        email text NOT NULL,
        language text NOT NULL CHECK (language IN ('de', 'en')),
        until_on date NOT NULL
      );
      CREATE INDEX confirmation_link_request ON confirmation_link (request_id);

      -- Up to which day what organisations say counts as it was said; without a day it does so without end. domain/confirmation/freshness.ts says the same.
      CREATE VIEW actor_freshness_v1 AS
        SELECT a.id AS actor_id, a.region_id, a.confirmed_on,
          CASE WHEN a.confirmed_on IS NULL AND a.provenance = 'PUBLIC_SOURCES' THEN NULL
            ELSE coalesce(a.confirmed_on, a.created_at::date) + coalesce(p.after_days, 180) + 30 END AS fresh_until
        FROM actor a LEFT JOIN confirmation_period p ON p.region_id = a.region_id;
      CREATE VIEW entry_freshness_v1 AS
        SELECT e.id AS entry_id, e.actor_id, e.region_id, e.confirmed_on,
          CASE WHEN e.confirmed_on IS NULL AND a.provenance = 'PUBLIC_SOURCES' THEN NULL
            ELSE coalesce(e.confirmed_on, e.created_at::date) + coalesce(p.after_days, 180) + 30 END AS fresh_until
        FROM entry e JOIN actor a ON a.id = e.actor_id LEFT JOIN confirmation_period p ON p.region_id = e.region_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW entry_freshness_v1; DROP VIEW actor_freshness_v1;
      DROP TABLE confirmation_link; DROP TABLE confirmation_request; DROP TABLE confirmation_period;
    `);
  }
}
