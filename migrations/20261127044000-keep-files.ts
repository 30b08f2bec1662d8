import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepFiles20261127044000 implements MigrationInterface {
  name = 'KeepFiles20261127044000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file (
        -- Of the bytes: SHA-256 in hexadecimal digits.
        hash text COLLATE "C" PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
        mime text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        bytes bytea NOT NULL,
        -- The same in small, for lists.
        small bytea NOT NULL,
        -- When somebody last sent it; who sent it is not kept.
        kept_at timestamptz NOT NULL DEFAULT now()
      );
      -- Pictures are compressed already.
      ALTER TABLE file ALTER COLUMN bytes SET STORAGE EXTERNAL, ALTER COLUMN small SET STORAGE EXTERNAL;

      ALTER TABLE actor ADD COLUMN logo_hash text COLLATE "C" REFERENCES file (hash);
      CREATE INDEX actor_logo ON actor (logo_hash) WHERE logo_hash IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE actor DROP COLUMN logo_hash; DROP TABLE file');
  }
}
