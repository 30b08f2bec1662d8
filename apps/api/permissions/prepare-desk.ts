import type { Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { desk } from './desk-cases';

/** What the coordination of a region has on its desk. */
export async function prepareDesk(app: TestApp, regionId: Id): Promise<void> {
  const cells = {
    title: 'Walk Faden',
    subject: '',
    actors: '',
    nextStep: '',
    stepActor: '',
    followUpOn: '',
    owner: '',
    deputy: '',
    note: '',
  };
  await app.get(UnitOfWork).run(async (tx) => {
    await tx.query(`INSERT INTO thread_list (id, region_id, rows, missing, ignored, read_at) VALUES ($1, $2, $3, '{}', '{}', now())`, [
      desk.list,
      regionId,
      JSON.stringify([{ number: 2, cells }]),
    ]);
    await tx.query(`INSERT INTO letter_template (id, region_id, name, subject, text) VALUES ($1, $2, 'Walk', 'Betreff', 'Text')`, [
      desk.template,
      regionId,
    ]);
    await tx.query(
      `INSERT INTO import_batch (id, region_id, kind, file_name, state, columns, fields, rows, created_at, attended_at)
       VALUES ($1, $2, 'ACTORS', 'walk.csv', 'COMPARED', '[{"header":"Name","samples":[]}]', '["name"]', 1, now(), now())`,
      [desk.table, regionId],
    );
    await tx.query(`INSERT INTO import_row (batch_id, line, cells, label, fate) VALUES ($1, 2, '{Walk}', 'Walk', 'NEW')`, [desk.table]);
    await tx.query(
      `INSERT INTO duplicate_pair (region_id, first_id, second_id, reasons, rank) VALUES ($1, least($2::uuid, $3), greatest($2::uuid, $3), '{NAME}', 1)`,
      [regionId, ...desk.pair],
    );
    await tx.query(
      `INSERT INTO actor_merge (id, region_id, kept_id, merged_id, kept_name, merged_name, takes, change, moved, merged_at)
       VALUES ($1, $2, $3, $4, 'Walk', 'Walk', '{}', '{"before":{},"after":{}}', '[]', now())`,
      [desk.merge, regionId, ...desk.pair],
    );
    await tx.query(
      `INSERT INTO succession (id, region_id, predecessor_id, successor_id, predecessor_name, successor_name, since_on, note, proposed_by, proposed_on, state, decided_on)
       VALUES ($1, $3, $4, $5, 'Walk', 'Walk', '2026-01-01', '', 'COORDINATION', '2026-01-01', 'PROPOSED', NULL),
         ($2, $3, $5, $4, 'Walk', 'Walk', '2026-01-01', '', 'COORDINATION', '2026-01-01', 'DONE', '2026-01-01')`,
      [desk.succession, desk.succeeded, regionId, ...desk.pair],
    );
  });
}
