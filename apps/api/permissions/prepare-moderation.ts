import type { Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { barrierReportOf, contentReportOf, reported } from './moderation-cases';

/** Somebody without an account reports OWN and a barrier, and gets a link. */
export async function prepareModeration(
  app: TestApp,
  write: (name: string, type: string, input: object) => Promise<void>,
  own: Id,
): Promise<void> {
  await write('reportContent', 'ReportContentInput', contentReportOf(own, reported.content, 'walk-reports@beispiel.example'));
  await write('reportBarrier', 'ReportBarrierInput', barrierReportOf(reported.barrier, ''));
  const link = query(
    'walk.reportLink',
    `SELECT substring(body from '/meldung/([\\w-]+)') AS token FROM outgoing_mail WHERE recipient = $1 LIMIT 1`,
  );
  reported.token = (await app.get(Database).readOne<{ token: string }>(link, ['walk-reports@beispiel.example']))!.token;
}
