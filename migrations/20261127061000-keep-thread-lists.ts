import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepThreadLists20261127061000 implements MigrationInterface {
  name = 'KeepThreadLists20261127061000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A coordinator's list as it was read from a file, until it is taken over or forgotten.
      CREATE TABLE thread_list (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        rows jsonb NOT NULL,
        missing text[] NOT NULL,
        ignored text[] NOT NULL,
        read_at timestamptz NOT NULL,
        -- How many threads came of it; null: it is not taken over yet.
        opened integer
      );
      CREATE INDEX thread_list_read_at ON thread_list (read_at);

      -- What is noted at a thread: of a list, what has no place of its own in it.
      CREATE TABLE thread_note (
        thread_id uuid PRIMARY KEY REFERENCES thread (id) ON DELETE CASCADE,
        text text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE thread_note; DROP TABLE thread_list;');
  }
}
