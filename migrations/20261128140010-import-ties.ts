import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImportTies20261128140010 implements MigrationInterface {
  name = 'ImportTies20261128140010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The table a tie was taken from, while neither of the two has said it; null: one of them has.
      ALTER TABLE declared_tie ADD COLUMN source_note text;

      -- Ids with which somebody confirmed a tie or made it its own: who sends the same once more is told the same.
      ALTER TABLE declared_tie ADD COLUMN answered_as uuid[] NOT NULL DEFAULT '{}';

      -- What tables can change of a tie, with its version; of the room actors.
      CREATE VIEW listed_tie_v1 AS
        SELECT t.id, a.region_id, t.from_id, t.to_id, t.label, t.since_on, t.confirmed, t.source_note, t.created_at, t.version
        FROM declared_tie t JOIN actor a ON a.id = t.from_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW listed_tie_v1;
      ALTER TABLE declared_tie DROP COLUMN answered_as, DROP COLUMN source_note;
    `);
  }
}
