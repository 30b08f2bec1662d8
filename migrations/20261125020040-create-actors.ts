import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateActors20261125020040 implements MigrationInterface {
  name = 'CreateActors20261125020040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE actor (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        slug text COLLATE "C" NOT NULL,
        name text NOT NULL,
        short_name text NOT NULL DEFAULT '',
        sort_name text COLLATE "de-x-icu" NOT NULL,
        kind text NOT NULL,
        summary text NOT NULL DEFAULT '',
        description text NOT NULL DEFAULT '',
        themes text[] NOT NULL DEFAULT '{}',
        competences text[] NOT NULL DEFAULT '{}',
        street text NOT NULL DEFAULT '',
        postal_code text NOT NULL DEFAULT '',
        city text NOT NULL DEFAULT '',
        district text NOT NULL DEFAULT '',
        lon double precision,
        lat double precision,
        website text NOT NULL DEFAULT '',
        size text CHECK (size IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
        parent_id uuid REFERENCES actor (id),
        collective boolean NOT NULL DEFAULT false,
        provenance text NOT NULL CHECK (provenance IN ('ENTERED', 'PUBLIC_SOURCES', 'IMPORTED')),
        source_note text,
        confirmed_on date,
        archived boolean NOT NULL DEFAULT false,
        search_text text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (region_id, slug),
        CHECK ((lon IS NULL) = (lat IS NULL)),
        CHECK (parent_id <> id)
      );
      CREATE INDEX actor_directory ON actor (region_id, sort_name, id) WHERE NOT archived;
      CREATE INDEX actor_directory_kind ON actor (region_id, kind, sort_name, id) WHERE NOT archived;
      CREATE INDEX actor_themes ON actor USING gin (themes);
      CREATE INDEX actor_competences ON actor USING gin (competences);
      CREATE INDEX actor_search ON actor USING gin (search_text gin_trgm_ops);
      CREATE INDEX actor_parent ON actor (parent_id) WHERE parent_id IS NOT NULL;

      -- Addresses an actor had before it was renamed.
      CREATE TABLE actor_slug (
        region_id uuid NOT NULL REFERENCES region (id),
        slug text COLLATE "C" NOT NULL,
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        PRIMARY KEY (region_id, slug)
      );

      CREATE TABLE actor_contact (
        id uuid PRIMARY KEY,
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        position integer NOT NULL,
        name text NOT NULL,
        role text NOT NULL DEFAULT '',
        email text NOT NULL DEFAULT '',
        phone text NOT NULL DEFAULT '',
        visibility text NOT NULL DEFAULT 'HIDDEN' CHECK (visibility IN ('HIDDEN', 'MEMBERS', 'PUBLIC'))
      );
      CREATE INDEX actor_contact_actor ON actor_contact (actor_id, position);

      CREATE TABLE entry (
        id uuid PRIMARY KEY,
        actor_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        region_id uuid NOT NULL REFERENCES region (id),
        direction text NOT NULL CHECK (direction IN ('OFFER', 'NEED')),
        title text NOT NULL,
        text text NOT NULL DEFAULT '',
        themes text[] NOT NULL DEFAULT '{}',
        competences text[] NOT NULL DEFAULT '{}',
        from_on date,
        until_on date,
        confirmed_on date,
        audience text NOT NULL DEFAULT 'PUBLIC' CHECK (audience IN ('PUBLIC', 'MEMBERS')),
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'WITHDRAWN')),
        search_text text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (until_on >= from_on)
      );
      CREATE INDEX entry_actor ON entry (actor_id, direction, created_at, id) WHERE state = 'OPEN';
      CREATE INDEX entry_region ON entry (region_id, direction) WHERE state = 'OPEN';
      CREATE INDEX entry_search ON entry USING gin (search_text gin_trgm_ops);

      CREATE TABLE membership (
        member_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        of_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        certainty text NOT NULL CHECK (certainty IN ('CONFIRMED', 'REPORTED', 'INFERRED')),
        since_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (member_id, of_id),
        CHECK (member_id <> of_id)
      );
      CREATE INDEX membership_of ON membership (of_id);

      CREATE TABLE declared_tie (
        id uuid PRIMARY KEY,
        from_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        to_id uuid NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
        label text NOT NULL,
        since_on date NOT NULL,
        confirmed boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (from_id <> to_id)
      );
      -- One tie a pair, whoever said it first.
      CREATE UNIQUE INDEX declared_tie_pair ON declared_tie (least(from_id, to_id), greatest(from_id, to_id));
      CREATE INDEX declared_tie_from ON declared_tie (from_id);
      CREATE INDEX declared_tie_to ON declared_tie (to_id);

      CREATE VIEW actor_v1 AS
        SELECT id, region_id, slug, name, short_name, sort_name, kind, summary, themes, competences, city, archived, collective, provenance,
               confirmed_on, lon, lat
        FROM actor;
      CREATE VIEW entry_v1 AS
        SELECT id, actor_id, region_id, direction, title, text, themes, competences, from_on, until_on, confirmed_on, audience, state
        FROM entry;
      CREATE VIEW membership_v1 AS SELECT member_id, of_id, certainty, since_on FROM membership;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW membership_v1; DROP VIEW entry_v1; DROP VIEW actor_v1;
      DROP TABLE declared_tie; DROP TABLE membership; DROP TABLE entry; DROP TABLE actor_contact; DROP TABLE actor_slug; DROP TABLE actor;
    `);
  }
}
