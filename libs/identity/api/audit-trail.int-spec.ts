import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId, systemClock } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DataSource } from 'typeorm';
import { AccountService } from './account.service';
import { AuditTrail } from './audit-trail';
import { IdentityModule } from './identity.module';
import { MandateService } from './mandate.service';
import { ViewerService } from './viewer.service';

const haulier = idFrom('harkenrode', 'actor', 'a025');
const TRAIL = `query($actorId: ID, $withoutRegion: Boolean, $first: Int, $after: String) {
  auditTrail(actorId: $actorId, withoutRegion: $withoutRegion, first: $first, after: $after) {
    edges { node { verb who about isAboutSomebody details { role } } } pageInfo { hasNextPage endCursor } } }`;

interface Trail {
  auditTrail: {
    edges: { node: { verb: string; who: string | null; about: string | null; isAboutSomebody: boolean } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

describe('the audit trail', () => {
  let app: TestApp;
  let region: Region;
  let katrin: Viewer;
  const database = () => app.get(DataSource);
  const rows = () => database().query('SELECT * FROM audit_entry ORDER BY id') as Promise<Record<string, unknown>[]>;
  const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };
  const read = async (viewer: Viewer, variables: object = {}) =>
    (await app.query<Trail>(TRAIL, variables as Record<string, unknown>, { viewer, region })).data.auditTrail;
  const grant = async (email: string) => {
    const wish = { id: newId(), actorId: haulier, actorName: '', name: 'Kim Beispiel', email, role: 'DELEGATE', untilOn: null };
    const granted = await app.get(MandateService).grant(katrin, region, { ...wish, fromOn: systemClock.today('Europe/Berlin') });
    if (!granted.ok) throw new Error(granted.refusal.code);
    return granted.value;
  };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl))],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    katrin = (await app.get(ViewerService).viewerByMail(region, 'katrin.vossebrink@harkenrode.example'))!;
    app.get(MandateService).askForNames(() => Promise.resolve('Spedition Hellwald'));
  });
  afterAll(() => app.close());

  it('takes entries and lets nobody change, delete or empty them, the owner of the table included', async () => {
    await grant('kim@beispiel.example');
    const before = await rows();
    expect(before.map(({ verb }) => verb)).toContain('mandate.granted');
    for (const statement of [
      `UPDATE audit_entry SET verb = 'mandate.ended'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      `INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (id) DO UPDATE SET verb = 'mandate.ended'`,
    ])
      await expect(database().query(statement)).rejects.toThrow(/only appended to|permission denied/);
    expect(await rows()).toEqual(before);
  });

  it('can be had by a role that reads and adds and can do nothing else', async () => {
    const role = `audit_test_${newId().replaceAll('-', '')}`;
    await database().query(`CREATE ROLE ${role}; GRANT USAGE ON SCHEMA public TO ${role}; GRANT SELECT, INSERT ON audit_entry TO ${role}`);
    const as = (statement: string) =>
      database().transaction(async (tx) => {
        await tx.query(`SET LOCAL ROLE ${role}`);
        return tx.query(statement) as Promise<unknown[]>;
      });
    try {
      await as(`INSERT INTO audit_entry (id, at, verb) VALUES (uuidv7(), now(), 'account.registered')`);
      expect((await as('SELECT id FROM audit_entry')).length).toBeGreaterThan(0);
      for (const statement of [
        'UPDATE audit_entry SET at = now()',
        'DELETE FROM audit_entry',
        'TRUNCATE audit_entry',
        'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
        'DROP TABLE audit_entry',
      ])
        await expect(as(statement)).rejects.toThrow(/permission denied|must be owner/);
    } finally {
      await database().query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  it('is written with the act or not at all', async () => {
    const before = (await rows()).length;
    await expect(
      app.get(UnitOfWork).run(async (tx) => {
        await app.get(AuditTrail).record(tx, { verb: 'mandate.granted', personId: katrin.personId, regionId: region.id });
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(await rows()).toHaveLength(before);
  });

  it('names persons by pseudonyms; erasing one takes the key away and leaves the entry', async () => {
    const mandate = await grant('lou@beispiel.example');
    const told = JSON.stringify(await rows());
    for (const personal of [katrin.personId, katrin.name, mandate.personId, 'Kim Beispiel', 'lou@beispiel.example'])
      expect(told).not.toContain(personal);
    const [named] = (await read(coordinator, { actorId: haulier, first: 1 })).edges;
    expect(named!.node).toMatchObject({ verb: 'mandate.granted', who: katrin.name, about: 'Kim Beispiel', details: { role: 'DELEGATE' } });

    const count = (await rows()).length;
    await database().query('DELETE FROM mandate WHERE person_id = $1', [mandate.personId]);
    await database().query('DELETE FROM auth."user" WHERE id = $1', [mandate.personId]);
    expect(await rows()).toHaveLength(count);
    const [erased] = (await read(coordinator, { actorId: haulier, first: 1 })).edges;
    expect(erased!.node).toMatchObject({ who: katrin.name, about: null, isAboutSomebody: true });
  });

  it('is read page by page: the region by coordinators, an organisation by its administrators', async () => {
    const verbs = async (viewer: Viewer, variables = {}) => (await read(viewer, variables)).edges.map(({ node }) => node.verb);
    const all = await verbs(coordinator, { first: 100 });
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Trail['auditTrail'] = await read(coordinator, { first: 1, after });
      paged.push(...page.edges.map(({ node }) => node.verb));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(1);
    expect(await verbs(katrin, { actorId: haulier })).toEqual(all);
    expect(await verbs(katrin)).toEqual([]);
    expect(await verbs(katrin, { actorId: idFrom('harkenrode', 'actor', 'a001') })).toEqual([]);
  });

  it('keeps what changes how somebody signs in, for administrators of the platform', async () => {
    const accounts = app.get(AccountService);
    const { value: personId } = (await app
      .get(UnitOfWork)
      .run((tx) => accounts.openIn(tx, { name: 'Mo', email: 'mo@beispiel.example', language: 'de' }, 'digest'))) as { value: string };
    const administrator: Viewer = { ...VISITOR, personId: newId(), name: 'Verwaltung', platformAdministrator: true };
    const [entry] = (await read(administrator, { withoutRegion: true, first: 1 })).edges;
    expect(entry!.node).toMatchObject({ verb: 'account.registered', who: 'Mo' });
    expect(personId).toBeTruthy();
    for (const name of ['Mo Beispiel', 'Mo Beispiel']) await accounts.changeName(personId, name);
    const latest = (await read(administrator, { withoutRegion: true, first: 2 })).edges.map(({ node }) => node.verb);
    expect(latest).toEqual(['account.renamed', 'account.registered']);
    const told = JSON.stringify((await rows()).at(-1));
    for (const name of ['Mo', 'Beispiel', personId]) expect(told).not.toContain(name);
    expect((await read(coordinator, { withoutRegion: true })).edges).toEqual([]);
  });
});
