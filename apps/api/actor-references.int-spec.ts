import { ActorReferences, IdentityModule } from '@knotenpunkt/identity/api';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionsModule } from '@knotenpunkt/regions/api';
import { DataSource } from 'typeorm';
import { rooms } from './app.module';

/** Columns that name an organisation: by a foreign key, by their name, or because the sort of what they name stands beside them. */
const NAMING = `
  SELECT c.relname AS table, a.attname AS column FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  WHERE a.attnum > 0 AND NOT a.attisdropped AND (
    a.attname ~ '(^|_)actor(_ids?|s)?$' AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype)
    OR EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = 'actor'::regclass AND a.attnum = ANY(f.conkey))
    OR a.attname = 'subject_id' AND a.atttypid = 'uuid'::regtype)
  ORDER BY 1, 2`;
/** Tables whose rows go when a row of another goes. */
const CHILDREN = `
  SELECT f.confrelid::regclass::text AS parent, f.conrelid::regclass::text AS child FROM pg_constraint f WHERE f.contype = 'f' AND f.confdeltype <> 'a'`;

/** Subjects that are never organisations; texts of agreements are those of Vorhaben and alliances. */
const OTHER_SUBJECTS = ['consent_round.subject_id', 'rectification.subject_id', 'act.subject_id'];

describe('what names an organisation', () => {
  let app: TestApp;
  let columns: string[];
  let named: string[];

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ...rooms],
    });
    const found: { table: string; column: string }[] = await app.get(DataSource).query(NAMING);
    columns = found.map(({ table, column }) => `${table}.${column}`).filter((name) => !OTHER_SUBJECTS.includes(name));
    const references = app.get(ActorReferences);
    named = [...references.moved, ...references.kept].flatMap(({ table, columns: of }) => of.map((column) => `${table}.${column}`));
  });
  afterAll(() => app.close());

  it('is found in the catalogue', () => {
    expect(columns.length).toBeGreaterThan(35);
    expect(columns).toEqual(expect.arrayContaining(['mandate.actor_id', 'initiative.lead_id', 'declared_tie.to_id', 'thread.subject_id']));
  });

  it('goes over when two entries are merged, or a room says why it stays', () => {
    expect(columns.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('is there: no room speaks of a column that is gone', async () => {
    const all: { name: string }[] = await app
      .get(DataSource)
      .query(`SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`);
    expect(named.filter((column) => !all.some(({ name }) => name === column))).toEqual([]);
  });

  it('is set aside only where nothing hangs on it', async () => {
    const children: { parent: string; child: string }[] = await app.get(DataSource).query(CHILDREN);
    const aside = app.get(ActorReferences).moved.filter(({ clash, twice, excess }) => clash || twice || excess);
    const lost = aside.flatMap(({ table, spares = [] }) =>
      children.filter(({ parent, child }) => parent === table && !spares.includes(child)).map(({ child }) => `${child} with ${table}`),
    );
    expect([...new Set(lost)]).toEqual([]);
  });
});
