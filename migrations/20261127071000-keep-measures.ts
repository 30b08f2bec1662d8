import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepMeasures20261127071000 implements MigrationInterface {
  name = 'KeepMeasures20261127071000';

  async up(runner: QueryRunner): Promise<void> {
    // One row a region and day, kept for ever: what the public network was in numbers. FACTS: found later, from what is entered today.
    // Who stood between others or alone is told of the newest day only, so it is kept of that alone.
    await runner.query(`
      CREATE TABLE network_measure (
        region_id uuid NOT NULL,
        day date NOT NULL,
        origin text NOT NULL CHECK (origin IN ('DAY', 'FACTS')),
        analysed_on text NOT NULL CHECK (analysed_on IN ('WORKS_TOGETHER', 'STATED')),
        seq bigint NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        actors integer NOT NULL,
        ties integer NOT NULL,
        density double precision NOT NULL,
        components integer NOT NULL,
        largest_share double precision NOT NULL,
        centralisation double precision NOT NULL,
        isolated integer NOT NULL,
        new_ties integer NOT NULL,
        faded_ties integer NOT NULL,
        sampled integer,
        benches jsonb NOT NULL,
        brokers jsonb,
        isolated_actors jsonb,
        PRIMARY KEY (region_id, day)
      );
      CREATE TABLE network_measuring (
        region_id uuid PRIMARY KEY,
        first_on date NOT NULL,
        wanted integer NOT NULL,
        done integer NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE network_measuring; DROP TABLE network_measure;');
  }
}
