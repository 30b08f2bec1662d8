import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `id, region_id, slug, name, short_name, sort_name, kind, summary, themes, competences, city, archived, collective, provenance,
  confirmed_on, lon, lat, proposable`;

export class LetOrganisationsSucceed20261128170000 implements MigrationInterface {
  name = 'LetOrganisationsSucceed20261128170000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The day from which another organisation continues this one. Its page stays, and it stands in no list.
      ALTER TABLE actor ADD COLUMN closed_on date CHECK (closed_on IS NULL OR archived);
      CREATE INDEX actor_closed ON actor (region_id) WHERE closed_on IS NOT NULL;
      CREATE OR REPLACE VIEW actor_v1 AS SELECT ${COLUMNS}, closed_on FROM actor;

      -- Two organisations, of which one continues the other since that day; null: two entries of one.
      ALTER TABLE actor_merge ADD COLUMN since_on date;

      -- An organisation that became part of another, or is to. Who proposed, agreed and decided stands in the audit trail.
      CREATE TABLE succession (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        predecessor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        successor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        predecessor_name text NOT NULL,
        successor_name text NOT NULL,
        since_on date NOT NULL,
        note text NOT NULL,
        proposed_by text NOT NULL CHECK (proposed_by IN ('PREDECESSOR', 'SUCCESSOR', 'COORDINATION')),
        proposed_on date NOT NULL,
        predecessor_agreed_on date,
        successor_agreed_on date,
        state text NOT NULL CHECK (state IN ('PROPOSED', 'DONE', 'DECLINED', 'WITHDRAWN', 'UNDONE')),
        -- Why it was done without the word of both, or not done.
        ground text NOT NULL DEFAULT '',
        decided_on date,
        -- What the graph knows of the predecessor until then, as facts.
        past jsonb NOT NULL DEFAULT '[]',
        -- Invitations to act for the successor that went out with it.
        invitation_ids uuid[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        CHECK (predecessor_id <> successor_id),
        CHECK ((state = 'PROPOSED') = (decided_on IS NULL))
      );
      CREATE UNIQUE INDEX succession_open ON succession (predecessor_id) WHERE state IN ('PROPOSED', 'DONE');
      CREATE INDEX succession_successor ON succession (successor_id);
      CREATE INDEX succession_region ON succession (region_id, proposed_on DESC, id DESC);

      -- Facts of the graph that went over to a successor: they tell of it from that day on.
      CREATE TABLE succession_begin (
        edge_id uuid NOT NULL,
        succession_id uuid NOT NULL REFERENCES succession (id) ON DELETE CASCADE,
        begins_on date NOT NULL,
        PRIMARY KEY (edge_id, succession_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE succession_begin; DROP TABLE succession;
      ALTER TABLE actor_merge DROP COLUMN since_on;
      DROP VIEW actor_v1;
      CREATE VIEW actor_v1 AS SELECT ${COLUMNS} FROM actor;
      ALTER TABLE actor DROP COLUMN closed_on;
    `);
  }
}
