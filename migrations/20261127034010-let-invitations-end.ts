import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetInvitationsEnd20261127034010 implements MigrationInterface {
  name = 'LetInvitationsEnd20261127034010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The last day for an answer to an invitation; without one it waits for ever.
      ALTER TABLE participation ADD COLUMN answer_by date;
      ALTER TABLE participation DROP CONSTRAINT participation_state_check;
      ALTER TABLE participation ADD CONSTRAINT participation_state_check
        CHECK (state IN ('INVITED', 'ACCEPTED', 'DECLINED', 'UNANSWERED', 'STATED', 'LEFT'));
      CREATE INDEX participation_answer_by ON participation (answer_by) WHERE state = 'INVITED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX participation_answer_by;
      UPDATE participation SET state = 'DECLINED' WHERE state = 'UNANSWERED';
      ALTER TABLE participation DROP CONSTRAINT participation_state_check;
      ALTER TABLE participation ADD CONSTRAINT participation_state_check CHECK (state IN ('INVITED', 'ACCEPTED', 'DECLINED', 'STATED', 'LEFT'));
      ALTER TABLE participation DROP COLUMN answer_by;
    `);
  }
}
