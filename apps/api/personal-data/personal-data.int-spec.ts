import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { erasuresOf, followingStatements, registeredPersonalData, replayErasures } from '@knotenpunkt/identity/api';
import { classesOf, gapsOfLists, idFrom, newId, personalTables, type Id } from '@knotenpunkt/kernel';
import { migrations } from '@knotenpunkt/migrations';
import { restoreBackup, takeBackup } from '@knotenpunkt/platform/backup';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { createTestDatabase } from '@knotenpunkt/platform/testing';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { fromBufferPromise } from 'yauzl';
import { until } from '../until';
import { columnsOf, columnsWith, filesWith } from './look-for';
import { startMarkedServer, type MarkedServer } from './marked-server';
import { MARK, MARKED, seedMarkedPerson } from './seed-marked-person';

interface Taken {
  held: { table: string; total: number; rows: Record<string, unknown>[] }[];
}

/** The texts of a ZIP, by name. */
async function textsIn(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const texts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    texts.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
  }
  return texts;
}

/** Of a product that is given none. */
const SECRET = readConfiguration({}).authSecret;

const ERASE_ADDRESS = `mutation($input: EraseAddressInput!) { answer: eraseAddress(input: $input) { __typename ... on Refused { code } } }`;
const ERASE = `mutation($input: EraseOwnAccountInput!) { eraseOwnAccount(input: $input) { __typename ... on Refused { code field parameters { value } } ... on AccountErased { erasedOn } } }`;

describe('what is held on a person', () => {
  const rooms = registeredPersonalData();
  /** Tables whose rows are found by a person; what only people find is not among them. */
  const found = personalTables(rooms).filter(({ rows }) => rows.whose !== null);
  const folder = mkdtempSync(join(tmpdir(), 'personal-data-'));
  const backup = join(folder, 'before.zip');
  let product: MarkedServer;
  let marked: { id: Id; cookie: string };

  const erase = async (cookie: string, password: string) => {
    const answer = await product.post('/graphql', { query: ERASE, variables: { input: { password } } }, cookie);
    const { data } = (await answer.json()) as {
      data: { eraseOwnAccount: { __typename: string; code?: string; parameters?: { value: string }[] } };
    };
    return data.eraseOwnAccount;
  };

  beforeAll(async () => {
    product = await startMarkedServer();
    marked = await seedMarkedPerson(product);
    await seedStranger(product);
  }, 120_000);
  afterAll(async () => {
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is in one list, in which every column of every table of the database has a class', async () => {
    expect(gapsOfLists(rooms, await columnsOf(product.pool))).toEqual([]);
  });

  it('stands only in columns that the list calls personal', async () => {
    const personal = rooms.flatMap(({ tables }) =>
      Object.entries(tables).flatMap(([table, classes]) =>
        [...classesOf(classes)].flatMap(([column, is]) => (is === 'PERSONAL' ? [`${table}.${column}`] : [])),
      ),
    );
    // The mails have gone out before.
    await until(60_000, async () => (await product.pool.query('SELECT FROM outgoing_mail WHERE sent_at IS NULL')).rowCount === 0);
    const holding = await columnsWith(product.pool, MARK);
    expect(holding.filter((column) => !personal.includes(column))).toEqual([]);
    expect(holding.length).toBeGreaterThan(15);
  });

  it('is taken along whole: from every table that can hold something of a person', async () => {
    const answer = await fetch(`${product.address}/daten/meine.zip`, { headers: { cookie: marked.cookie } });
    const texts = await textsIn(Buffer.from(await answer.arrayBuffer()));
    const { held } = JSON.parse(texts.get('daten.json')!) as Taken;
    // A table that is missing here is one into which `seed-marked-person.ts` puts nothing yet.
    expect(held.map(({ table }) => table).sort()).toEqual(found.map(({ table }) => table).sort());
    const holding = await columnsWith(product.pool, MARK);
    const exported = found.flatMap(({ table, rows }) => rows.exported.map((column) => `${table}.${column}`));
    const told = new Map(held.map(({ table, rows }) => [table, JSON.stringify(rows)]));
    for (const column of holding.filter((one) => exported.includes(one))) {
      const table = column.slice(0, column.lastIndexOf('.'));
      expect([table, told.get(table)]).toEqual([table, expect.stringContaining(MARK)]);
      expect(texts.get(`${table.replace(/^public\./, '')}.csv`)).toContain(MARK);
    }
  });

  it('is read in plain words, and by nobody else', async () => {
    const query = '{ ownData { table title entries { facts { label value } actor { name } } } }';
    const { ownData } = await product.ask<{ ownData: { table: string; title: string; entries: object[] }[] }>(marked.cookie, query);
    expect(ownData).toHaveLength(found.length);
    expect(ownData.find(({ table }) => table === 'public.mandate')).toMatchObject({
      title: 'Für wen Sie handeln',
      entries: [
        { facts: [{ label: 'Mandat', value: 'Vertretung mit Stimme' }, { label: 'Ab' }], actor: { name: expect.any(String) as string } },
      ],
    });
    const other = await product.cookieOf('lena.ohlendiek@harkenrode.example');
    expect(JSON.stringify(await product.ask(other, query))).not.toContain(MARK);
    expect((await fetch(`${product.address}/daten/meine.zip`)).status).toBe(401);
  });

  it('stays where the password is wrong, and where somebody would be left without an administrator', async () => {
    expect(await erase(marked.cookie, 'geraten')).toMatchObject({ code: 'PASSWORD_WRONG' });
    const last = await product.cookieOf('katrin.vossebrink@harkenrode.example');
    const refused = await erase(last, 'knotenpunkt-demo');
    expect(refused.code).toBe('LAST_ADMINISTRATOR_OF');
    expect(refused.parameters![0]!.value.length).toBeGreaterThan(3);
    // Alone in a region is the person as well: nobody would be left there who decides.
    await product.pool.query('DELETE FROM coordinator WHERE person_id <> $1 RETURNING person_id', [marked.id]);
    expect(await erase(marked.cookie, MARKED.password)).toMatchObject({ code: 'LAST_COORDINATOR_OF' });
    await product.pool.query(
      `INSERT INTO coordinator (person_id, region_id) SELECT u.id, c.region_id FROM auth."user" u, coordinator c WHERE u.email LIKE 'meryem.arslan@%'`,
    );
    expect((await product.pool.query('SELECT FROM auth."user" WHERE id = $1', [marked.id])).rowCount).toBe(1);
  });

  it('is gone after erasing from tables, graph, queue, files and log; what was done for organisations stays without the name', async () => {
    await takeBackup(product.url, backup, 'test');
    // Where one looks below, things are found that are there.
    expect(factsOfGraph(product)).toContain(idFrom('harkenrode', 'actor', 'a025'));
    writeFileSync(join(product.folder, 'probe'), MARK.toUpperCase());
    expect(filesWith(product.folder, MARK)).toEqual([join(product.folder, 'probe')]);
    rmSync(join(product.folder, 'probe'));
    new Logger('Probe').warn(`${MARKED.email} cannot be reached`);
    const waiting = await mailsThatWait(product);
    const acts = (await product.pool.query('SELECT FROM act WHERE person_id = $1', [marked.id])).rowCount;
    const before = product.arrived.length;
    expect(await erase(marked.cookie, MARKED.password)).toMatchObject({ __typename: 'AccountErased' });
    const last = await until(60_000, () => product.arrived.slice(before).find(({ to }) => to.includes(MARKED.email)));
    expect(last.text).toContain('Konto');
    await until(60_000, async () => (await product.pool.query('SELECT FROM outgoing_mail WHERE leaves_nothing')).rowCount === 0);
    await until(60_000, async () => (await product.pool.query('SELECT FROM outbox')).rowCount === 0);

    expect(await columnsWith(product.pool, MARK)).toEqual([]);
    expect(filesWith(product.folder, MARK)).toEqual([]);
    // What others were to be told goes out without the name, what the person was to be told does not.
    const { rows: left } = await product.pool.query<object>('SELECT recipient, subject, body FROM outgoing_mail WHERE id = ANY($1)', [
      waiting,
    ]);
    expect(left).toEqual([{ recipient: 'kim@beispiel.example', subject: 'Von …', body: 'Guten Tag Kim,\n\n… (…) hat geschrieben.' }]);
    // The organisation's line of a table that waits stays.
    const { rows: lines } = await product.pool.query<{ cells: string[] }>('SELECT cells FROM import_row ORDER BY line');
    expect(lines.map(({ cells }) => cells)).toEqual([['Werkstatt Süd', '', ''], ['Werkstatt Nord']]);
    // The number leads to nobody. It stays where the list says so, and nowhere else.
    expect(await columnsWith(product.pool, marked.id)).toEqual([
      'public.act.person_id',
      'public.content_decision.person_id',
      'public.duty_page_version.person_id',
      'public.erasure.person_id',
    ]);
    expect((await product.pool.query('SELECT FROM act WHERE person_id = $1', [marked.id])).rowCount).toBe(acts);
    // The trail says that somebody went, by a pseudonym to which the key is gone.
    const { rows: trail } = await product.pool.query<{ who: string; keys: number }>(
      `SELECT who, (SELECT count(*)::int FROM audit_key k WHERE k.pseudonym = e.who) AS keys FROM audit_entry e WHERE verb = 'account.erased'`,
    );
    expect(trail).toEqual([{ who: expect.any(String), keys: 0 }]);
    expect(factsOfGraph(product)).toContain('EmbeddedGraph');
    expect(factsOfGraph(product)).not.toContain(MARK);
    expect(product.logged.join('\n')).toContain('[mail address] cannot be reached');
    expect(product.logged.join('\n').toLowerCase()).not.toContain(MARK);
  });

  it('opens nothing any more', async () => {
    const { viewer } = await product.ask<{ viewer: { personId: string | null } }>(marked.cookie, '{ viewer { personId } }');
    expect(viewer.personId).toBeNull();
    await expect(product.cookieOf(MARKED.email, MARKED.password)).rejects.toThrow('401');
  });

  it('goes along with the address of an account, except where an organisation names it', async () => {
    const moved = { name: 'Kim Zugvogel', email: 'kim.zugvogel@beispiel.example' };
    await seedStranger(product, moved);
    for (const { text, values } of followingStatements(rooms, { from: moved.email.toUpperCase(), to: 'kim.heimisch@beispiel.example' }))
      await product.pool.query(text, values);
    expect(await columnsWith(product.pool, moved.email)).toEqual(['public.actor_contact.email']);
    expect(await columnsWith(product.pool, 'kim.heimisch@')).toEqual(['public.contact_request.email', 'public.mail_question.email']);
  });

  it('of somebody without an account is shown to and erased by administrators of the platform only, with a ground and the password', async () => {
    const input = { email: STRANGER.email, ground: 'ASKED_FOR', password: 'knotenpunkt-demo' };
    const send = async (cookie: string, wish: object) => {
      const answer = await product.post('/graphql', { query: ERASE_ADDRESS, variables: { input: wish } }, cookie);
      return ((await answer.json()) as { data: { answer: { code?: string } | null } | null }).data?.answer;
    };
    const look = async (cookie: string, email: string) =>
      product.ask<{ heldAtAddress: { table: string; total: number }[] | null }>(
        cookie,
        `{ heldAtAddress(email: "${email}") { table total } }`,
      );
    const administrator = await product.cookieOf('ulrike.tamm@harkenrode.example');
    const other = await product.cookieOf('meryem.arslan@harkenrode.example');
    expect(await send(other, input)).toBeFalsy();
    const { heldAtAddress: held } = await look(administrator, STRANGER.email.toUpperCase());
    expect(held!.map(({ table, total }) => `${table} ${total}`).sort()).toEqual([
      ...['public.actor_contact 1', 'public.contact_request 1', 'public.mail_question 1'],
    ]);
    expect((await look(administrator, 'meryem.arslan@harkenrode.example')).heldAtAddress).toBeNull();
    expect(await send(administrator, { ...input, password: 'geraten' })).toMatchObject({ code: 'PASSWORD_WRONG' });
    expect(await send(administrator, { ...input, email: 'meryem.arslan@harkenrode.example' })).toMatchObject({
      code: 'ADDRESS_HAS_ACCOUNT',
    });
    expect(await send(administrator, { ...input, email: 'niemand@beispiel.example' })).toMatchObject({ code: 'NOTHING_HELD' });
    expect(await columnsWith(product.pool, STRANGER.mark)).toContain('public.actor_contact.email');
    expect(await send(administrator, input)).toMatchObject({ __typename: 'AddressErased' });
    expect(await columnsWith(product.pool, STRANGER.mark)).toEqual([]);
    const { rows: trail } = await product.pool.query<{ details: object }>(`SELECT details FROM audit_entry WHERE verb = 'address.erased'`);
    expect(trail).toEqual([{ details: { way: 'ASKED_FOR' } }]);
  });

  it('does not come back with a backup', async () => {
    await product.stop();
    const carryOver = async (client: pg.ClientBase) => {
      const known = await erasuresOf(client);
      return async (restored: pg.ClientBase) => void (await replayErasures(restored, known, SECRET));
    };
    const look = async (url: string, mark = MARK) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const holding = await columnsWith(client, mark);
      await client.end();
      return holding;
    };
    const elsewhere = await createTestDatabase({ empty: true });
    await restoreBackup({ databaseUrl: elsewhere.url, file: backup, migrations });
    expect(await look(elsewhere.url, STRANGER.mark)).toContain('public.actor_contact.email');
    // The archive itself remembers: without the erasures of the database it is put into, the person would be back.
    expect(await look(elsewhere.url)).toContain('auth.user.email');
    await elsewhere.drop();
    await restoreBackup({ databaseUrl: product.url, file: backup, migrations, replace: true, carryOver });
    expect(await look(product.url)).toEqual([]);
    expect(await look(product.url, STRANGER.mark)).toEqual([]);
  }, 120_000);
});

/** Somebody who is contact person of an organisation, asked another one for a contact, and was asked by mail; without an account. */
const STRANGER = { mark: 'sturmvogel', name: 'Kim Sturmvogel', email: 'kim.sturmvogel@beispiel.example' };

async function seedStranger({ pool }: MarkedServer, { name, email }: { name: string; email: string } = STRANGER): Promise<void> {
  const [actor, region] = [idFrom('harkenrode', 'actor', 'a025'), idFrom('region', 'harkenrode')];
  await pool.query(
    `INSERT INTO contact_request (id, region_id, to_actor_id, name, email, organisation, message, state, version, created_at)
     VALUES ($1, $2, $3, $4, $5, 'Verein', $4, 'ASKED', 1, now())`,
    [newId(), region, actor, name, email],
  );
  await pool.query(
    `INSERT INTO actor_contact (id, actor_id, position, name, role, email, phone, visibility)
     SELECT uuidv7(), $1, coalesce(max(position), 0) + 1, $2, 'Büro', $3, '', 'HIDDEN' FROM actor_contact WHERE actor_id = $1`,
    [actor, name, email],
  );
  await pool.query(
    `INSERT INTO mail_question (id, region_id, kind, subject_id, subject_version, actor_id, name, email, language, asked_on, until_on, token_hashes)
     VALUES ($1, $2, 'contact-request', $1, 1, $3, $4, $5, 'de', current_date, current_date, '{}')`,
    [newId(), region, actor, name, email],
  );
}

/** Mails whose job is still to come: to the person, and to somebody else about the person. */
async function mailsThatWait({ pool }: MarkedServer): Promise<Id[]> {
  const mails = [
    [newId(), MARKED.email, 'Nachricht', 'Guten Tag!'],
    [
      newId(),
      'kim@beispiel.example',
      `Von ${MARKED.name}`,
      `Guten Tag Kim,\n\n${MARKED.name} (${MARKED.email.toUpperCase()}) hat geschrieben.`,
    ],
  ] as const;
  for (const mail of mails) await pool.query('INSERT INTO outgoing_mail (id, recipient, subject, body) VALUES ($1, $2, $3, $4)', [...mail]);
  return mails.map(([id]) => id);
}

/** Everything the graph of this process holds in its memory. */
function factsOfGraph({ server }: MarkedServer): string {
  const graph = server.app.get<GraphPort>(GRAPH, { strict: false });
  return inspect(graph, { depth: null, maxArrayLength: null, maxStringLength: null, breakLength: Infinity });
}
