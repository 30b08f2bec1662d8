import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CallOffAlliances20261127046020 implements MigrationInterface {
  name = 'CallOffAlliances20261127046020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An alliance that was asked for and did not come about: the day, and why.
      ALTER TABLE alliance ADD COLUMN called_off_on date, ADD COLUMN call_off_reason text NOT NULL DEFAULT '';
      ALTER TABLE alliance DROP CONSTRAINT alliance_state_check;
      ALTER TABLE alliance
        ADD CONSTRAINT alliance_state_check CHECK (state IN ('DRAFT', 'INVITING', 'FORMED', 'ACTIVE', 'CONCLUDED', 'CALLED_OFF')),
        ADD CONSTRAINT alliance_called_off_check CHECK ((state = 'CALLED_OFF') = (called_off_on IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE alliance DROP CONSTRAINT alliance_called_off_check, DROP CONSTRAINT alliance_state_check;
      -- There was no such state: it stands where it stood before, with nobody being asked.
      UPDATE alliance SET state = 'INVITING' WHERE state = 'CALLED_OFF';
      ALTER TABLE alliance ADD CONSTRAINT alliance_state_check CHECK (state IN ('DRAFT', 'INVITING', 'FORMED', 'ACTIVE', 'CONCLUDED'));
      ALTER TABLE alliance DROP COLUMN called_off_on, DROP COLUMN call_off_reason;
    `);
  }
}
