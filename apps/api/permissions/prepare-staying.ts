import { newRequest } from '@knotenpunkt/actors/domain';
import { addDays, idFrom, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { hashOf } from '@knotenpunkt/notices/api';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { ARCHIVED, RIGHT_TOKEN } from './staying-cases';

/** OWN is asked whether its entries are right, by a mail to who administers it, and another organisation is out of the directory. */
export async function prepareStaying(app: TestApp, regionId: Id, own: Id, today: LocalDate): Promise<void> {
  // From tomorrow: what was confirmed today does not answer it.
  const request = newRequest({ id: idFrom('walk', 'confirmation'), regionId, actorId: own }, addDays(today, 1));
  await app.get(UnitOfWork).run(async (tx) => {
    await tx.query('INSERT INTO confirmation_request (id, region_id, actor_id, asked_on, until_on) VALUES ($1, $2, $3, $4, $5)', [
      request.id,
      regionId,
      own,
      request.askedOn,
      request.untilOn,
    ]);
    await tx.query(
      `INSERT INTO confirmation_link (hash, request_id, answer, name, email, language, until_on) VALUES ($1, $2, 'RIGHT', 'administrator', 'administrator@beispiel.example', 'de', $3)`,
      [hashOf(RIGHT_TOKEN), request.id, request.untilOn],
    );
    await tx.query('UPDATE actor SET archived = true WHERE id = $1', [ARCHIVED]);
  });
}
