import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform20261125020000 implements MigrationInterface {
  name = 'CreatePlatform20261125020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        aggregate text NOT NULL,
        aggregate_id uuid NOT NULL,
        region_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        set_aside_at timestamptz,
        error text
      );
      CREATE INDEX outbox_due ON outbox (id) WHERE set_aside_at IS NULL;
      CREATE INDEX outbox_aggregate ON outbox (aggregate, aggregate_id);

      CREATE SEQUENCE graph_seq;
      CREATE TABLE graph_fact (
        owner_type text NOT NULL,
        owner_id uuid NOT NULL,
        region_id uuid NOT NULL,
        version integer NOT NULL,
        seq bigint NOT NULL,
        facts jsonb NOT NULL,
        audience text NOT NULL,
        PRIMARY KEY (owner_type, owner_id)
      );
      CREATE UNIQUE INDEX graph_fact_seq ON graph_fact (seq);

      CREATE TABLE outgoing_mail (
        id uuid PRIMARY KEY,
        recipient text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz
      );
      CREATE INDEX outgoing_mail_newest ON outgoing_mail (created_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outgoing_mail; DROP TABLE graph_fact; DROP SEQUENCE graph_seq; DROP TABLE outbox;');
  }
}
