import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNetwork20261125020090 implements MigrationInterface {
  name = 'CreateNetwork20261125020090';

  async up(runner: QueryRunner): Promise<void> {
    // Written once, never changed: what the public network of a region looked like at one version of the data.
    await runner.query(`
      CREATE TABLE network_snapshot (
        region_id uuid NOT NULL,
        seq bigint NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        analysed_on text NOT NULL CHECK (analysed_on IN ('WORKS_TOGETHER', 'STATED')),
        fingerprint text NOT NULL,
        positions jsonb NOT NULL,
        communities jsonb NOT NULL,
        PRIMARY KEY (region_id, seq)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE network_snapshot;');
  }
}
