import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { newId, type Id } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { Mail } from '@knotenpunkt/platform/mail';
import { FactSources, Outbox } from '@knotenpunkt/platform/outbox';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { OperationsModule } from './operations.module';

const STATE = `{ systemState { seq graphs { kind seq behind } messagesWaiting setAsideCount concerns version databaseBytes migrationCount lastMigration
  setAside { id subjectType subjectId regionName reason } mails { configured waiting failed } jobs { name waiting running failed }
  backupState backup { file seq } } }`;
const retrying = (mutation: string) => `mutation { ${mutation} { __typename ... on Refused { code } } }`;
const jobsOf = query(
  'test.mailJobs',
  `SELECT state::text, data ->> 'id' AS id FROM pgboss.job WHERE name = 'mail.send' ORDER BY created_on`,
);

interface State {
  seq: number;
  graphs: { kind: string; seq: number | null; behind: number | null }[];
  messagesWaiting: number;
  setAsideCount: number;
  concerns: string[];
  setAside: { id: string; subjectType: string; subjectId: Id; regionName: string; reason: string }[];
  mails: { configured: boolean; waiting: number; failed: number };
  jobs: { name: string; failed: number; waiting: number }[];
  backup: { file: string } | null;
  backupState: string;
}

describe('the state of the installation', () => {
  let app: TestApp;
  let region: Region;
  const broken = new Set<Id>();
  const administrator: Viewer = { ...VISITOR, personId: newId(), name: 'Test', platformAdministrator: true };

  const ask = async () => {
    const { data, errors } = await app.query<{ systemState: State }>(STATE, {}, { viewer: administrator });
    expect(errors).toBeUndefined();
    return data.systemState;
  };
  const act = async (mutation: string) =>
    (await app.query<Record<string, { __typename: string; code?: string }>>(retrying(mutation), {}, { viewer: administrator })).data;
  const change = (id: Id) => app.get(UnitOfWork).run((tx) => app.get(Outbox).append(tx, { aggregate: 'probe', id, regionId: region.id }));
  const sql = (text: string, values: unknown[] = []) => app.get(UnitOfWork).run((tx) => tx.query(text, values));
  async function projectFiveTimes(): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      await sql('UPDATE outbox SET due_at = now()');
      await app.project();
    }
  }

  beforeAll(async () => {
    app = await createTestApp({
      // Nobody listens there: mails wait until somebody does.
      mail: { smtpUrl: 'smtp://127.0.0.1:9' },
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        OperationsModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    app.get(FactSources).register({
      aggregate: 'probe',
      factsOf: (_tx, ids): Promise<Map<Id, Facts>> => {
        if (ids.some((id) => broken.has(id))) return Promise.reject(new Error('invalid input syntax for type uuid: "Kim Beispiel"'));
        const node = (id: Id) => ({ id, type: 'Actor' as const, regionId: region.id, audience: 'PUBLIC' as const, kind: 'COMPANY' });
        return Promise.resolve(new Map(ids.map((id) => [id, { nodes: [node(id)], edges: [] }])));
      },
    });
  });
  afterAll(() => app.close());

  it('tells versions, sizes, and that there is no backup yet', async () => {
    await change(newId());
    await app.project();
    const state = await ask();
    expect(state).toMatchObject({ backup: null, backupState: 'NONE', messagesWaiting: 0, concerns: ['NO_BACKUP'] });
    expect(state.graphs).toEqual([{ kind: 'EMBEDDED', seq: state.seq, behind: 0 }]);
    expect(state).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), lastMigration: expect.stringMatching(/\d{14}$/) });
  });

  it('shows a poisoned message, lets the others through, and tries it again when asked', async () => {
    const [poisoned, healthy] = [newId(), newId()];
    broken.add(poisoned);
    await change(poisoned);
    await change(healthy);
    const before = await ask();
    expect(before.messagesWaiting).toBe(2);
    await projectFiveTimes();
    const state = await ask();
    expect(state).toMatchObject({ messagesWaiting: 0, setAsideCount: 1, concerns: ['SET_ASIDE', 'NO_BACKUP'] });
    expect(state.seq).toBe(before.seq + 1);
    expect(state.setAside).toEqual([
      { id: expect.any(String), subjectType: 'probe', subjectId: poisoned, regionName: region.nameDe, reason: 'NOT_READABLE' },
    ]);
    // What the fault said may repeat what people entered.
    expect(JSON.stringify(state)).not.toContain('Kim');

    const { id } = state.setAside[0]!;
    broken.clear();
    expect(await act(`retryMessage(input: { id: "${id}" })`)).toMatchObject({ retryMessage: { __typename: 'SystemState' } });
    await app.project();
    expect(await ask()).toMatchObject({ messagesWaiting: 0, setAsideCount: 0, seq: state.seq + 1 });
    expect(await act(`retryMessage(input: { id: "${id}" })`)).toMatchObject({ retryMessage: { code: 'MESSAGE_GONE' } });
    expect(await act('retryMessage(input: { id: "1; DROP" })')).toMatchObject({ retryMessage: { code: 'MESSAGE_GONE' } });
  });

  it('counts mails that nobody sends any more, and sends them again once', async () => {
    const mail = { to: 'kim@beispiel.example', subject: 'Anfrage', text: 'Guten Tag' };
    await app.get(UnitOfWork).run((tx) => app.get(Mail).send(tx, mail));
    await app.get(UnitOfWork).run((tx) => app.get(Mail).send(tx, mail));
    expect((await ask()).mails).toEqual({ configured: true, waiting: 2, failed: 0 });
    expect(await act('retryMails')).toMatchObject({ retryMails: { code: 'NO_FAILED_MAIL' } });
    // One was given up, the job of the other is gone, as after a restore.
    const [given, lost] = await app.get(Database).read<{ id: Id }>(jobsOf);
    await sql(`UPDATE pgboss.job SET state = 'failed' WHERE name = 'mail.send' AND data ->> 'id' = $1`, [given!.id]);
    await sql(`DELETE FROM pgboss.job WHERE name = 'mail.send' AND data ->> 'id' = $1`, [lost!.id]);
    expect(await ask()).toMatchObject({ mails: { waiting: 0, failed: 2 }, concerns: ['MAILS_FAILED', 'NO_BACKUP'] });
    const answers = await Promise.all([act('retryMails'), act('retryMails')]);
    expect(answers.map(({ retryMails }) => retryMails!.__typename).sort()).toEqual(['Refused', 'SystemState']);
    expect((await app.get(Database).read<{ id: Id; state: string }>(jobsOf)).map(({ id, state }) => [id, state]).sort()).toEqual(
      [given!, lost!].map(({ id }) => [id, 'created']).sort(),
    );
    expect((await ask()).mails).toEqual({ configured: true, waiting: 2, failed: 0 });
  });

  it('counts jobs that were given up, and tries them again', async () => {
    await app.get(UnitOfWork).run((tx) => app.get(Jobs).send(tx, 'test.note', { what: 'anything' }));
    await sql(`UPDATE pgboss.job SET state = 'failed', retry_count = 4 WHERE name = 'test.note'`);
    expect(await ask()).toMatchObject({ concerns: ['JOBS_FAILED', 'NO_BACKUP'] });
    expect(await act('retryJobs')).toMatchObject({ retryJobs: { __typename: 'SystemState' } });
    expect((await ask()).jobs).toContainEqual({ name: 'test.note', waiting: 1, running: 0, failed: 0 });
    expect(await act('retryJobs')).toMatchObject({ retryJobs: { code: 'NO_FAILED_JOB' } });
  });

  it('warns of a backup that is older than a day', async () => {
    await sql(`INSERT INTO backup VALUES (now() - interval '25 hours', 7, 100, 2000, 'old.zip')`);
    expect(await ask()).toMatchObject({ backupState: 'OLD', backup: { file: 'old.zip' }, concerns: ['BACKUP_OLD'] });
    await sql(`INSERT INTO backup VALUES (now(), 8, 100, 2000, 'new.zip')`);
    expect(await ask()).toMatchObject({ backupState: 'FRESH', backup: { file: 'new.zip' }, concerns: [] });
  });

  it('is told to nobody else', async () => {
    for (const viewer of [VISITOR, { ...administrator, platformAdministrator: false, coordinator: true }]) {
      const { errors } = await app.query(STATE, {}, { viewer });
      expect(['UNAUTHENTICATED', 'FORBIDDEN']).toContain(errors?.[0]?.extensions['code']);
    }
  });
});
