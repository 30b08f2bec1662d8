import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepCounterOffers20261127065100 implements MigrationInterface {
  name = 'KeepCounterOffers20261127065100';

  async up(runner: QueryRunner): Promise<void> {
    // What a member offers instead of what it was asked for, and what stood there before.
    await runner.query(`
      CREATE TABLE alliance_offer (
        id uuid PRIMARY KEY,
        alliance_id uuid NOT NULL REFERENCES alliance (id) ON DELETE CASCADE,
        actor_id uuid NOT NULL,
        person_id uuid,
        round_version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('WAITING', 'TAKEN', 'UNDONE', 'DROPPED')),
        former jsonb NOT NULL,
        offered jsonb NOT NULL,
        offered_on date NOT NULL,
        made_version integer,
        CONSTRAINT alliance_offer_made CHECK ((made_version IS NOT NULL) = (state IN ('TAKEN', 'UNDONE')))
      );
      CREATE INDEX alliance_offer_alliance ON alliance_offer (alliance_id);
      CREATE UNIQUE INDEX alliance_offer_waiting ON alliance_offer (alliance_id, actor_id) WHERE state = 'WAITING';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alliance_offer');
  }
}
