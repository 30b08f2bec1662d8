import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInitiatives20261125020060 implements MigrationInterface {
  name = 'CreateInitiatives20261125020060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE initiative (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        slug text COLLATE "C" NOT NULL,
        title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('PROJECT', 'SURVEY', 'STUDY', 'LIVING_LAB', 'CONCERTED_ACTION', 'CAMPAIGN', 'EVENT_SERIES')),
        state text NOT NULL CHECK (state IN ('IDEA', 'PROPOSED', 'ACTIVE', 'FINISHED', 'ABANDONED')),
        summary text NOT NULL,
        description text NOT NULL DEFAULT '',
        themes text[] NOT NULL DEFAULT '{}',
        wanted jsonb NOT NULL DEFAULT '[]',
        start_on date,
        start_precision text NOT NULL DEFAULT 'DAY' CHECK (start_precision IN ('DAY', 'MONTH')),
        end_on date,
        end_precision text NOT NULL DEFAULT 'DAY' CHECK (end_precision IN ('DAY', 'MONTH')),
        next_step text NOT NULL DEFAULT '',
        budget jsonb,
        results jsonb NOT NULL DEFAULT '[]',
        lead_id uuid NOT NULL REFERENCES actor (id),
        lead_certainty text NOT NULL CHECK (lead_certainty IN ('CONFIRMED', 'REPORTED', 'INFERRED')),
        part_of_id uuid REFERENCES initiative (id),
        lead_since_on date,
        ended_on date,
        end_reason text NOT NULL DEFAULT '',
        search_text text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (region_id, slug)
      );
      CREATE INDEX initiative_lead ON initiative (lead_id);
      CREATE INDEX initiative_part_of ON initiative (part_of_id) WHERE part_of_id IS NOT NULL;
      CREATE INDEX initiative_themes ON initiative USING gin (themes);
      CREATE INDEX initiative_search ON initiative USING gin (search_text gin_trgm_ops);

      CREATE TABLE participation (
        initiative_id uuid NOT NULL REFERENCES initiative (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id),
        position integer NOT NULL,
        role text NOT NULL CHECK (role IN ('PARTNER', 'FUNDER', 'SUPPORTER')),
        state text NOT NULL CHECK (state IN ('INVITED', 'ACCEPTED', 'DECLINED', 'STATED', 'LEFT')),
        since_on date,
        until_on date,
        PRIMARY KEY (initiative_id, actor_id)
      );
      CREATE INDEX participation_actor ON participation (actor_id, state);

      CREATE TABLE event (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        initiative_id uuid REFERENCES initiative (id),
        title text NOT NULL,
        format text NOT NULL CHECK (format IN ('OPENING', 'PANEL', 'IMPULSE', 'TALK', 'WORKSHOP', 'DIALOGUE', 'CONFERENCE')),
        date_on date NOT NULL,
        date_precision text NOT NULL DEFAULT 'DAY' CHECK (date_precision IN ('DAY', 'MONTH')),
        start_time text,
        end_time text,
        venue text NOT NULL DEFAULT '',
        for_whom text NOT NULL DEFAULT '',
        registration text,
        livestream boolean NOT NULL DEFAULT false,
        state text NOT NULL CHECK (state IN ('ANNOUNCED', 'HELD', 'CANCELLED')),
        approximate_participants integer,
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX event_initiative ON event (initiative_id) WHERE initiative_id IS NOT NULL;
      CREATE INDEX event_region ON event (region_id, date_on);

      CREATE TABLE event_participation (
        event_id uuid NOT NULL REFERENCES event (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id),
        position integer NOT NULL,
        role text NOT NULL CHECK (role IN ('HOST', 'PARTICIPANT')),
        PRIMARY KEY (event_id, actor_id)
      );
      CREATE INDEX event_participation_actor ON event_participation (actor_id);

      CREATE VIEW initiative_v1 AS
        SELECT id, region_id, slug, title, kind, state, summary, themes, lead_id AS lead_actor_id, start_on, end_on FROM initiative;
      CREATE VIEW participation_v1 AS
        SELECT id AS initiative_id, lead_id AS actor_id, 'LEAD' AS role, 'ACCEPTED' AS state, lead_since_on AS since FROM initiative
        UNION ALL
        SELECT initiative_id, actor_id, role, state, since_on FROM participation WHERE state IN ('ACCEPTED', 'STATED', 'LEFT');
      CREATE VIEW event_v1 AS SELECT id, region_id, title, date_on, initiative_id, state FROM event;
      CREATE VIEW event_participation_v1 AS SELECT event_id, actor_id, role FROM event_participation;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW event_participation_v1; DROP VIEW event_v1; DROP VIEW participation_v1; DROP VIEW initiative_v1;
      DROP TABLE event_participation; DROP TABLE event; DROP TABLE participation; DROP TABLE initiative;
    `);
  }
}
