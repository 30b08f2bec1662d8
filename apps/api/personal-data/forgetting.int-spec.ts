import { classesWithDays, Forgetting, IdentityModule, registeredPersonalData } from '@knotenpunkt/identity/api';
import { idFrom, newId, personalTables } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { rooms } from '../app.module';

const REGION = idFrom('region', 'harkenrode');
const ACTOR = idFrom('harkenrode', 'actor', 'a025');
const PERSON = `(SELECT id FROM auth."user" WHERE email = 'katrin.vossebrink@harkenrode.example')`;

/** A row of each table that forgets, as it would be $1 days ago; the last column tells the rows of this test apart. A new one is a line here. */
const ROWS: Record<string, string> = {
  'auth.session': `INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ($2::uuid, now() - make_interval(days => $1), $2::uuid::text, ${PERSON})`,
  'auth.ticket': `INSERT INTO auth.ticket (digest, purpose, until) VALUES ($2::uuid::text, 'PASSWORD', now() - make_interval(days => $1))`,
  'public.mandate': `INSERT INTO mandate (id, person_id, actor_id, region_id, role, from_on, until_on)
    VALUES ($2, ${PERSON}, '${ACTOR}', '${REGION}', 'EDITOR', '2000-01-01', current_date - $1::int)`,
  'public.mandate_request': `INSERT INTO mandate_request (id, region_id, actor_id, name, email, asked_on)
    VALUES ($2::uuid, '${REGION}', '${ACTOR}', 'Kim', $2::uuid::text, current_date - $1::int)`,
  'public.mandate_invitation': `INSERT INTO mandate_invitation (id, region_id, actor_id, name, email, role, from_on, invited_on, ends_on)
    VALUES ($2::uuid, '${REGION}', '${ACTOR}', 'Kim', $2::uuid::text, 'EDITOR', '2000-01-01', '2000-01-01', current_date - $1::int)`,
  'public.registration': `INSERT INTO registration (id, region_id, person_id, claims, name, kind, city, website, summary, position, evidence, state, reason, asked_on, decided_on)
    SELECT $2, '${REGION}', p, false, 'Verein', 'CIVIL_SOCIETY', '', '', '', '', '', 'REFUSED', 'Nein', '2000-01-01', current_date - $1::int FROM ${PERSON} AS found(p)`,
  'public.person_block': `INSERT INTO person_block (id, person_id, reason, blocked_at, blocked_by, opened_at, opened_by)
    SELECT $2, p, 'Gerät verloren', '2000-01-01', p, now() - make_interval(days => $1), p FROM ${PERSON} AS found(p)`,
  'public.erasure': `INSERT INTO erasure (person_id, erased_on) VALUES ($2, current_date - $1::int)`,
  'public.erased_address': `INSERT INTO erased_address (digest, erased_on) VALUES ($2::uuid::text, current_date - $1::int)`,
  'public.outgoing_mail': `INSERT INTO outgoing_mail (id, recipient, subject, body, created_at) VALUES ($2, 'kim', '', '', now() - make_interval(days => $1))`,
  'public.mail_question': `INSERT INTO mail_question (id, region_id, kind, subject_id, subject_version, actor_id, name, email, language, asked_on, until_on, token_hashes)
    VALUES ($2, '${REGION}', 'contact-request', $2, 1, '${ACTOR}', 'Kim', 'kim@beispiel.example', 'de', '2000-01-01', current_date - $1::int, '{}')`,
  'public.confirmation_link': `WITH asked AS (INSERT INTO confirmation_request (id, region_id, actor_id, asked_on, until_on)
      VALUES ($2, '${REGION}', '${ACTOR}', '2000-01-01', current_date - $1::int) RETURNING id, until_on)
    INSERT INTO confirmation_link (hash, request_id, answer, name, email, language, until_on)
    SELECT uuid_send(id), id, 'RIGHT', 'Kim', 'kim@beispiel.example', 'de', until_on FROM asked`,
  'public.contact_request': `INSERT INTO contact_request (id, region_id, to_actor_id, name, email, organisation, message, state, version, created_at)
    VALUES ($2, '${REGION}', '${ACTOR}', 'Kim', 'kim@beispiel.example', 'Verein', '', 'ASKED', 1, now() - make_interval(days => $1))`,
  'public.thread_list': `INSERT INTO thread_list (id, region_id, rows, missing, ignored, read_at) VALUES ($2, '${REGION}', '[]', '{}', '{}', now() - make_interval(days => $1))`,
};

describe('what need not be kept any longer', () => {
  const lists = registeredPersonalData();
  const forgetful = personalTables(lists).filter(({ rows }) => rows.forget);
  let app: TestApp;
  const sql = (text: string, values: unknown[] = []) => app.get(UnitOfWork).run((tx) => tx.query(text, values)) as Promise<unknown[]>;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ...rooms],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  it('is forgotten by a job for each class that names days', async () => {
    const classes = lists.flatMap((room) => classesWithDays(room).map((processing) => `personal-data.${room.room}.${processing}`));
    const queues = (await sql(`SELECT name FROM pgboss.queue WHERE name LIKE 'personal-data.%'`)) as { name: string }[];
    expect(queues.map(({ name }) => name).sort()).toEqual(classes.sort());
    // Where a room forgets by a job of its own, there is one.
    const own = lists.flatMap(({ processings }) => Object.values(processings).flatMap(({ job }) => job ?? []));
    const there = (await sql('SELECT name FROM pgboss.queue WHERE name = ANY($1)', [own])) as { name: string }[];
    expect(there.map(({ name }) => name).sort()).toEqual([...new Set(own)].sort());
    // A class that names days, and no table from when on they count, would forget nothing.
    const used = new Set(forgetful.map(({ room, rows }) => `personal-data.${room.room}.${rows.processing}`));
    expect(classes.filter((name) => !used.has(name))).toEqual([]);
  });

  it.each(forgetful.map(({ table }) => table))('goes from %s, and not a day before', async (table) => {
    const { room, rows } = forgetful.find((one) => one.table === table)!;
    const insert = ROWS[table];
    if (!insert) throw new Error(`say in ROWS how a row of ${table} looks`);
    const { days } = room.processings[rows.processing]!;
    const [old, young] = [newId(), newId()];
    await sql(insert, [days! + 2, old]);
    await sql(insert, [days! - 1, young]);
    await app.get(Forgetting).forget(room, rows.processing);
    const key =
      {
        'public.erasure': 'person_id',
        'public.erased_address': 'digest',
        'auth.ticket': 'digest',
        'public.confirmation_link': 'request_id',
      }[table] ?? 'id';
    const left = (await sql(`SELECT ${key} AS id FROM ${table} WHERE ${key}::text = ANY($1::text[])`, [[old, young]])) as { id: string }[];
    expect(left.map(({ id }) => id)).toEqual([young]);
  });
});
