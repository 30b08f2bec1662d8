import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'PEOPLE', 'MONEY', 'ROOMS', 'KNOWLEDGE', 'OTHER'`;

/** An amount is a whole number of what its kind is counted in: never a fraction, never a float. */
function columns(table: string): string {
  return `
    ALTER TABLE ${table}
      ADD COLUMN contribution_kind text NOT NULL DEFAULT 'OTHER' CHECK (contribution_kind IN (${KINDS})),
      ADD COLUMN amount integer CHECK (amount > 0),
      ADD COLUMN amount_unit text,
      ADD COLUMN from_on date,
      ADD CONSTRAINT ${table}_amount CHECK (
        (amount IS NULL) = (amount_unit IS NULL)
        AND (amount_unit IS NULL OR contribution_kind = 'PEOPLE' AND amount_unit IN ('POSITION_PERCENT', 'HOURS')
          OR contribution_kind = 'MONEY' AND amount_unit = 'CENTS'))`;
}

export class GiveContributionsKinds20261127065000 implements MigrationInterface {
  name = 'GiveContributionsKinds20261127065000';

  async up(runner: QueryRunner): Promise<void> {
    // What was promised before says no kind, and nothing is guessed: it is OTHER.
    await runner.query(columns('alliance_member'));
    await runner.query(columns('commitment'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['commitment', 'alliance_member']) {
      await runner.query(`
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_amount, DROP COLUMN contribution_kind, DROP COLUMN amount,
          DROP COLUMN amount_unit, DROP COLUMN from_on`);
    }
  }
}
