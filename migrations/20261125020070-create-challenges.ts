import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChallenges20261125020070 implements MigrationInterface {
  name = 'CreateChallenges20261125020070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE challenge (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        slug text COLLATE "C" NOT NULL,
        question text NOT NULL,
        context text NOT NULL DEFAULT '',
        concerns text NOT NULL DEFAULT '',
        asked_by_id uuid REFERENCES actor (id),
        themes text[] NOT NULL DEFAULT '{}',
        competences text[] NOT NULL DEFAULT '{}',
        benches jsonb NOT NULL DEFAULT '[]',
        until_on date,
        state text NOT NULL CHECK (state IN ('PROPOSED', 'PUBLISHED', 'CLOSED', 'REFUSED')),
        origin text NOT NULL CHECK (origin IN ('EDITORIAL', 'ACTOR')),
        refusal_reason text NOT NULL DEFAULT '',
        published_on date,
        closed_on date,
        search_text text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (region_id, slug),
        CHECK ((origin = 'EDITORIAL') = (asked_by_id IS NULL)),
        CHECK ((state = 'REFUSED') = (refusal_reason <> ''))
      );
      CREATE INDEX challenge_asked_by ON challenge (asked_by_id) WHERE asked_by_id IS NOT NULL;
      CREATE INDEX challenge_themes ON challenge USING gin (themes);
      CREATE INDEX challenge_search ON challenge USING gin (search_text gin_trgm_ops);

      CREATE VIEW challenge_v1 AS
        SELECT id, region_id, slug, question, state, themes, competences, benches, asked_by_id, until_on, published_on FROM challenge;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW challenge_v1; DROP TABLE challenge;');
  }
}
