import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InviteToMandates20261128091010 implements MigrationInterface {
  name = 'InviteToMandates20261128091010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody is asked by mail to act for an organisation. What opens it is a ticket; of it only a digest is kept.
      CREATE TABLE mandate_invitation (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        actor_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        role text NOT NULL CHECK (role IN ('EDITOR', 'SUBSTITUTE', 'DELEGATE', 'ADMINISTRATOR')),
        from_on date NOT NULL,
        until_on date,
        -- The administrator's mandate that goes over with it; null: nobody gives anything up.
        hands_over uuid REFERENCES mandate (id) ON DELETE CASCADE,
        -- As what the one who hands over goes on; null: leaves.
        keeps text CHECK (keeps IN ('EDITOR', 'SUBSTITUTE', 'DELEGATE')),
        invited_by uuid REFERENCES auth."user" (id) ON DELETE SET NULL,
        invited_on date NOT NULL,
        ends_on date NOT NULL,
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
        version integer NOT NULL DEFAULT 1,
        CHECK (until_on IS NULL OR until_on >= from_on),
        CHECK (hands_over IS NULL OR role = 'ADMINISTRATOR')
      );
      CREATE UNIQUE INDEX mandate_invitation_one_open ON mandate_invitation (actor_id, email) WHERE state = 'OPEN';
      CREATE INDEX mandate_invitation_region ON mandate_invitation (region_id);
      CREATE INDEX mandate_invitation_hands_over ON mandate_invitation (hands_over);
      CREATE INDEX mandate_invitation_invited_by ON mandate_invitation (invited_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mandate_invitation');
  }
}
