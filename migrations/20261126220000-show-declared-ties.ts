import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The network names what two organisations said of their tie; the actors room had no view of it. */
export class ShowDeclaredTies20261126220000 implements MigrationInterface {
  name = 'ShowDeclaredTies20261126220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE VIEW declared_tie_v1 AS SELECT id, from_id, to_id, label, since_on, confirmed FROM declared_tie;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW declared_tie_v1;');
  }
}
