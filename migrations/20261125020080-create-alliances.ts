import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAlliances20261125020080 implements MigrationInterface {
  name = 'CreateAlliances20261125020080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alliance (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        slug text COLLATE "C" NOT NULL,
        challenge_id uuid NOT NULL REFERENCES challenge (id),
        title text NOT NULL,
        purpose text NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'INVITING', 'FORMED', 'ACTIVE', 'CONCLUDED')),
        drafted_by_id uuid REFERENCES actor (id),
        -- Benches on which too few sat when it was formed nonetheless.
        named_gaps jsonb NOT NULL DEFAULT '[]',
        gaps_note text NOT NULL DEFAULT '',
        formed_on date,
        activated_on date,
        concluded_on date,
        effect text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (region_id, slug),
        CHECK ((state IN ('FORMED', 'ACTIVE', 'CONCLUDED')) = (formed_on IS NOT NULL)),
        CHECK ((state = 'CONCLUDED') = (concluded_on IS NOT NULL))
      );
      CREATE INDEX alliance_challenge ON alliance (challenge_id);

      CREATE TABLE alliance_member (
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL REFERENCES actor (id),
        position integer NOT NULL,
        bench text NOT NULL,
        commitment text NOT NULL DEFAULT '',
        due_on date,
        state text NOT NULL CHECK (state IN ('INVITED', 'MEMBER', 'DECLINED')),
        PRIMARY KEY (alliance_id, actor_id)
      );
      CREATE INDEX alliance_member_actor ON alliance_member (actor_id);

      CREATE TABLE alliance_milestone (
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        id uuid NOT NULL,
        text text NOT NULL,
        due_on date NOT NULL,
        reached_on date,
        PRIMARY KEY (alliance_id, id)
      );

      -- Drafts and invitations stand in them too: whoever shows them to others asks for the state.
      CREATE VIEW alliance_v1 AS
        SELECT id, region_id, slug, title, state, challenge_id, purpose, formed_on, concluded_on FROM alliance;
      CREATE VIEW alliance_member_v1 AS SELECT alliance_id, actor_id, bench, state FROM alliance_member;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW alliance_member_v1; DROP VIEW alliance_v1;
      DROP TABLE alliance_milestone; DROP TABLE alliance_member; DROP TABLE alliance;
    `);
  }
}
