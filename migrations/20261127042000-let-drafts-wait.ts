import type { MigrationInterface, QueryRunner } from 'typeorm';

const constrain = (states: string) => `
  ALTER TABLE initiative DROP CONSTRAINT initiative_state_check;
  ALTER TABLE initiative ADD CONSTRAINT initiative_state_check CHECK (state IN (${states}));`;

export class LetDraftsWait20261127042000 implements MigrationInterface {
  name = 'LetDraftsWait20261127042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(constrain(`'DRAFT', 'IDEA', 'PROPOSED', 'ACTIVE', 'FINISHED', 'ABANDONED'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    // A draft was seen by nobody outside: as an idea without a lead's day it stays unseen.
    await runner.query(`UPDATE initiative SET state = 'IDEA' WHERE state = 'DRAFT'`);
    await runner.query(constrain(`'IDEA', 'PROPOSED', 'ACTIVE', 'FINISHED', 'ABANDONED'`));
  }
}
