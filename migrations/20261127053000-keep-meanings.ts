import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepMeanings20261127053000 implements MigrationInterface {
  name = 'KeepMeanings20261127053000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which text of an offer or need the sentence model has read. Outlives the entry until the graph has forgotten it.
      CREATE TABLE matching_text (
        entry_id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        direction text NOT NULL CHECK (direction IN ('OFFER', 'NEED')),
        audience text NOT NULL CHECK (audience IN ('PUBLIC', 'MEMBERS', 'COORDINATORS')),
        -- Vectors of different models cannot be compared.
        model text NOT NULL,
        hash text NOT NULL,
        read_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX matching_text_region ON matching_text (region_id);
      -- What the model made of it, window by window; gone with the entry.
      CREATE TABLE matching_vector (
        entry_id uuid NOT NULL REFERENCES entry (id) ON DELETE CASCADE REFERENCES matching_text (entry_id) ON DELETE CASCADE,
        place smallint NOT NULL,
        vector real[] NOT NULL,
        PRIMARY KEY (entry_id, place)
      );
      -- The same of the vocabulary, by the text that was read.
      CREATE TABLE matching_anchor (
        model text NOT NULL,
        text text NOT NULL,
        vector real[] NOT NULL,
        PRIMARY KEY (model, text)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matching_anchor; DROP TABLE matching_vector; DROP TABLE matching_text;');
  }
}
