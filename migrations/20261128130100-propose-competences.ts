import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProposeCompetences20261128130100 implements MigrationInterface {
  name = 'ProposeCompetences20261128130100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Words of organisations for competences that the vocabulary does not have, and what the coordination of the region made of them.
      CREATE TABLE competence_word (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        actor_id uuid REFERENCES actor (id) ON DELETE SET NULL,
        written text NOT NULL,
        -- Without case, accents, hyphens and spaces: the same word stands once in a region.
        plain text NOT NULL,
        state text NOT NULL CHECK (state IN ('PROPOSED', 'TERM', 'EQUATED', 'REFUSED')),
        -- What stands for it among the competences of a Steckbrief; null: it was refused.
        term text,
        reason text NOT NULL,
        proposed_on date NOT NULL,
        decided_on date,
        -- In whose Steckbrief it stood when it was decided on; ids only, so that one that is erased leaves nothing.
        concerned uuid[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'REFUSED') = (term IS NULL)),
        CHECK ((state = 'PROPOSED') = (decided_on IS NULL)),
        UNIQUE (region_id, plain)
      );
      CREATE INDEX competence_word_actor ON competence_word (actor_id);
      CREATE INDEX competence_word_state ON competence_word (region_id, state, proposed_on, id);
      CREATE INDEX competence_word_concerned ON competence_word USING gin (concerned);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE competence_word;');
  }
}
