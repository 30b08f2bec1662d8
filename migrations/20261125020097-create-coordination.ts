import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCoordination20261125020097 implements MigrationInterface {
  name = 'CreateCoordination20261125020097';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contact_request (
        id uuid PRIMARY KEY,
        region_id uuid NOT NULL REFERENCES region (id),
        to_actor_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        organisation text NOT NULL,
        message text NOT NULL,
        state text NOT NULL CHECK (state IN ('ASKED', 'ANSWERED', 'DECLINED')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX contact_request_newest ON contact_request (region_id, created_at DESC, id DESC);
      CREATE INDEX contact_request_actor ON contact_request (to_actor_id, created_at DESC);
      CREATE INDEX contact_request_email ON contact_request (email, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact_request;');
  }
}
