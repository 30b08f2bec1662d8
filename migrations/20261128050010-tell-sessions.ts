import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellSessions20261128050010 implements MigrationInterface {
  name = 'TellSessions20261128050010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody needs to tell their sessions apart: the kind of browser and system, never what the browser calls itself in full.
      ALTER TABLE auth.session
        ADD COLUMN browser text,
        ADD COLUMN system text,
        ADD COLUMN "secondFactor" boolean NOT NULL DEFAULT false,
        ADD COLUMN "usedAt" timestamptz NOT NULL DEFAULT now();
      UPDATE auth.session SET "usedAt" = "updatedAt", "userAgent" = NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE auth.session DROP COLUMN browser, DROP COLUMN system, DROP COLUMN "secondFactor", DROP COLUMN "usedAt"`,
    );
  }
}
