import type { MigrationInterface, QueryRunner } from 'typeorm';

const taking = (types: string) => `
  ALTER TABLE rectification DROP CONSTRAINT rectification_subject_type_check;
  ALTER TABLE rectification ADD CONSTRAINT rectification_subject_type_check CHECK (subject_type IN (${types}));`;

/** Beside what the coordination notes on the network, organisations set right as beside other entries. */
export class SetRightNetworkNotes20261127072010 implements MigrationInterface {
  name = 'SetRightNetworkNotes20261127072010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(taking(`'INTRODUCTION', 'CONTACT', 'ALLIANCE', 'NETWORK_NOTE'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM rectification WHERE subject_type = 'NETWORK_NOTE'; ${taking(`'INTRODUCTION', 'CONTACT', 'ALLIANCE'`)}`);
  }
}
