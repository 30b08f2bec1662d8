import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepNetworkColumns20261127070000 implements MigrationInterface {
  name = 'KeepNetworkColumns20261127070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Made from facts and made again when they are lost; the newest few of each region and audience.
      CREATE TABLE network_version (
        region_id uuid NOT NULL,
        audience text NOT NULL CHECK (audience IN ('PUBLIC', 'MEMBERS', 'COORDINATORS')),
        version text NOT NULL,
        format integer NOT NULL,
        seq bigint NOT NULL,
        as_of date NOT NULL,
        analysed_on text NOT NULL CHECK (analysed_on IN ('WORKS_TOGETHER', 'STATED')),
        placed_at timestamptz NOT NULL,
        actors integer NOT NULL,
        content text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (region_id, audience, version)
      );
      CREATE INDEX network_version_newest ON network_version (region_id, audience, made_at DESC);

      CREATE TABLE network_file (
        region_id uuid NOT NULL,
        audience text NOT NULL,
        version text NOT NULL,
        file text NOT NULL CHECK (file IN ('COLUMNS', 'REGIONS', 'PAST', 'FINDINGS')),
        bytes bytea NOT NULL,
        PRIMARY KEY (region_id, audience, version, file),
        FOREIGN KEY (region_id, audience, version) REFERENCES network_version ON DELETE CASCADE
      );
      -- They are compressed already, and read piece by piece.
      ALTER TABLE network_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

      CREATE TABLE network_delta (
        region_id uuid NOT NULL,
        audience text NOT NULL,
        version text NOT NULL,
        seq bigint NOT NULL,
        content text NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (region_id, audience, version, seq),
        FOREIGN KEY (region_id, audience, version) REFERENCES network_version ON DELETE CASCADE
      );
      ALTER TABLE network_delta ALTER COLUMN bytes SET STORAGE EXTERNAL;

      -- Up to which version of the data a region's network is known, and what is under way.
      CREATE TABLE network_progress (
        region_id uuid PRIMARY KEY,
        seq bigint NOT NULL DEFAULT 0,
        phase text CHECK (phase IN ('FACTS', 'TIES', 'PLACES', 'PACKING')),
        part real NOT NULL DEFAULT 0,
        changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE network_progress; DROP TABLE network_delta; DROP TABLE network_file; DROP TABLE network_version;');
  }
}
