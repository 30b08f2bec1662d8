import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberEmployeesAsked20261127065200 implements MigrationInterface {
  name = 'RememberEmployeesAsked20261127065200';

  async up(runner: QueryRunner): Promise<void> {
    // Who speaks for the employees may have declined and been replaced since: that they were asked stays true.
    await runner.query(`ALTER TABLE alliance ADD COLUMN employees_asked boolean NOT NULL DEFAULT false`);
    await runner.query(`
      UPDATE alliance a SET employees_asked = true
      WHERE EXISTS (SELECT FROM consent_round r JOIN consent_answer c ON c.round_id = r.id JOIN actor o ON o.id = c.actor_id
          WHERE r.subject_type = 'alliance' AND r.subject_id = a.id AND o.kind = 'UNION')
        OR a.state <> 'DRAFT' AND EXISTS (SELECT FROM alliance_member m WHERE m.alliance_id = a.id AND m.bench = 'UNION')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alliance DROP COLUMN employees_asked');
  }
}
