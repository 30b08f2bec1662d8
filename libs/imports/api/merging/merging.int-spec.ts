import { ActorListing } from '@knotenpunkt/actors/api';
import { listedFromRegister } from '@knotenpunkt/actors/domain';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DataSource } from 'typeorm';
import { createImportsTestApp } from '../imports-test-app';

const MERGE = `__typename ... on ActorMerge { id version keptName mergedName takes moved { kind count setAside } undoneAt leftParts leftKinds { kind count } availableActions }
  ... on Refused { code field } ... on StaleVersion { current }`;
const PAIRS = `query($rejected: Boolean) { duplicatePairs(first: 50, rejected: $rejected) { edges { node { firstId secondId reasons first { name } second { name } } } } }`;
const PREVIEW = `query($firstId: ID!, $secondId: ID!, $keptId: ID) { mergePreview(firstId: $firstId, secondId: $secondId, keptId: $keptId) {
  kept { id version } merged { id version } apart fuller moves { kind count } } }`;

interface Merge {
  __typename: string;
  code?: string;
  id: Id;
  version: number;
  moved: { kind: string; count: number; setAside: number }[];
  undoneAt: string | null;
  leftParts: string[];
  leftKinds: { kind: string; count: number }[];
  availableActions: string[];
}
interface Preview {
  kept: { id: Id; version: number };
  merged: { id: Id; version: number };
  apart: string[];
  fuller: string[];
  moves: { kind: string; count: number }[];
}

describe('two entries of one organisation', () => {
  let app: TestApp;
  let region: Region;
  /** Who leads, and who is partner of, a Vorhaben of the example region; what is entered a second time is the partner. */
  let lead: Id;
  let kept: Id;
  let initiative: Id;
  let alliance: Id;
  let person: Id;
  const coordinator: Viewer = {
    ...VISITOR,
    personId: idFrom('harkenrode', 'person', 'meryem.arslan'),
    name: 'Meryem Arslan',
    coordinator: true,
  };

  const rows = async <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> => app.get(DataSource).query(sql, parameters);
  const one = async <Row>(sql: string, ...parameters: unknown[]): Promise<Row> => (await rows<Row>(sql, ...parameters))[0]!;

  beforeAll(async () => {
    app = await createImportsTestApp();
    region = (await app.get(RegionService).choose('harkenrode'))!;
    const found = await one<{ lead: Id; kept: Id; initiative: Id }>(
      `SELECT i.lead_id AS lead, p.actor_id AS kept, i.id AS initiative FROM initiative i JOIN participation p ON p.initiative_id = i.id
       WHERE i.state = 'ACTIVE' AND p.state = 'ACCEPTED' AND i.region_id = $1
         AND EXISTS (SELECT FROM mandate m WHERE m.actor_id = p.actor_id)
         AND EXISTS (SELECT FROM membership m WHERE m.member_id = p.actor_id) ORDER BY i.id LIMIT 1`,
      region.id,
    );
    ({ lead, kept, initiative } = found);
    ({ alliance } = await one<{ alliance: Id }>(`SELECT id AS alliance FROM alliance WHERE region_id = $1 ORDER BY id LIMIT 1`, region.id));
    ({ person } = await one<{ person: Id }>(`SELECT person_id AS person FROM mandate WHERE actor_id = $1 ORDER BY id LIMIT 1`, kept));
  });
  afterAll(() => app.close());

  /** Enters an organisation once more, as a list would tell it. */
  async function enterAgain(name: string, more: Record<string, unknown> = {}): Promise<Id> {
    const id = newId();
    const told = { id, name, shortName: '', kind: 'COMPANY' as const, city: '', postalCode: '', lon: null, lat: null, sourceNote: 'Liste' };
    await app.get(UnitOfWork).run((tx) => app.get(ActorListing).load(tx, region, [{ ...listedFromRegister(told), ...more }]));
    return id;
  }
  const nameOf = async (id: Id) => (await one<{ name: string }>('SELECT name FROM actor WHERE id = $1', id)).name;
  /** Everything that names somebody, without versions: what an undo must bring back. */
  async function stateOf(): Promise<unknown> {
    const tables = [
      'mandate',
      'membership',
      'declared_tie',
      'entry',
      'participation',
      'initiative',
      'alliance_member',
      'alliance',
      'commitment',
    ];
    tables.push('following', 'actor_contact', 'consent_answer', 'external_id', 'event_participation', 'challenge', 'mail_question');
    const each = await Promise.all(
      tables.map(async (table) => [
        table,
        await rows(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY (to_jsonb(t) - 'version')::text`),
      ]),
    );
    const actors = await rows(`SELECT to_jsonb(a) - 'version' AS row FROM actor a ORDER BY id`);
    return Object.fromEntries([...each, ['actor', actors]]);
  }
  /** Everything that can hang on an entry, some of it twice. */
  async function fill(id: Id): Promise<void> {
    await rows(
      `INSERT INTO entry (id, actor_id, region_id, direction, title) VALUES (uuidv7(), $1, $2, 'OFFER', 'Halle am Gleis')`,
      id,
      region.id,
    );
    await rows(
      `INSERT INTO membership (member_id, of_id, certainty) SELECT $1, of_id, 'INFERRED' FROM membership WHERE member_id = $2`,
      id,
      kept,
    );
    await rows(
      `INSERT INTO declared_tie (id, from_id, to_id, label, since_on) VALUES (uuidv7(), $1, $2, 'liefert', '2026-01-01')`,
      id,
      kept,
    );
    await rows(
      `INSERT INTO declared_tie (id, from_id, to_id, label, since_on) SELECT uuidv7(), $1, id, 'liefert', '2026-01-01' FROM actor a
       WHERE region_id = $2 AND NOT archived AND id NOT IN ($1, $3)
         AND NOT EXISTS (SELECT FROM declared_tie t WHERE $3 IN (t.from_id, t.to_id) AND a.id IN (t.from_id, t.to_id)) ORDER BY id LIMIT 2`,
      ...[id, region.id, kept],
    );
    await rows(`UPDATE participation SET state = 'DECLINED' WHERE initiative_id = $1 AND actor_id = $2`, initiative, kept);
    await rows(
      `INSERT INTO participation (initiative_id, actor_id, position, role, state) VALUES ($1, $2, 99, 'PARTNER', 'ACCEPTED')`,
      ...[initiative, id],
    );
    await rows(
      `INSERT INTO participation (initiative_id, actor_id, position, role, state) SELECT i.id, $1, 98, 'SUPPORTER', 'STATED' FROM initiative i WHERE lead_id = $2`,
      ...[id, kept],
    );
    await rows(
      `INSERT INTO alliance_member (alliance_id, actor_id, position, bench, state) SELECT $1, id, 90 + (id = $2)::int, 'COMPANY', (CASE WHEN id = $2 THEN 'MEMBER' ELSE 'INVITED' END)
       FROM unnest(ARRAY[$2, $3]::uuid[]) AS id ON CONFLICT DO NOTHING`,
      ...[alliance, id, kept],
    );
    await rows(
      `INSERT INTO mandate (id, person_id, actor_id, region_id, role, from_on) VALUES (uuidv7(), $1, $2, $3, 'EDITOR', '2026-01-01')`,
      ...[person, id, region.id],
    );
    await rows(`INSERT INTO following (person_id, region_id, type, target_id) VALUES ($1, $2, 'ACTOR', $3)`, person, region.id, id);
    await rows(
      `INSERT INTO commitment (id, region_id, actor_id, to_actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, text, due_on, promised_on)
       SELECT uuidv7(), $1, a, b, 'INITIATIVE', $2, 'T', 't', 'Text', '2027-01-01', '2026-01-01' FROM (VALUES ($3::uuid, $4::uuid), ($3, $5), ($5, $3)) AS v (a, b)`,
      ...[region.id, initiative, id, kept, lead],
    );
    await rows(
      `INSERT INTO external_id (region_id, source, key, aggregate, aggregate_id, digest) VALUES ($1, 'list', $2::text, 'actor', $2::text::uuid, '')`,
      ...[region.id, id],
    );
  }

  const pairs = async (rejected = false, viewer = coordinator) =>
    (
      await app.query<{ duplicatePairs: { edges: { node: { firstId: Id; secondId: Id; reasons: string[] } }[] } }>(
        PAIRS,
        { rejected },
        { viewer },
      )
    ).data?.duplicatePairs.edges.map(({ node }) => node) ?? null;
  const preview = async (one: Id, other: Id, keptId: Id | null = null) =>
    (await app.query<{ mergePreview: Preview | null }>(PREVIEW, { firstId: one, secondId: other, keptId }, { viewer: coordinator })).data
      .mergePreview;
  async function merge(of: Preview, takes: string[] = of.fuller, more: Record<string, unknown> = {}): Promise<Merge> {
    const input = {
      id: newId(),
      keptId: of.kept.id,
      keptVersion: of.kept.version,
      mergedId: of.merged.id,
      mergedVersion: of.merged.version,
      takes,
      ...more,
    };
    const source = `mutation($input: MergeActorsInput!) { mergeActors(input: $input) { ${MERGE} } }`;
    const answered = await app.query<{ mergeActors: Merge }>(source, { input }, { viewer: coordinator });
    if (!answered.data) throw new Error(JSON.stringify(answered.errors));
    return answered.data.mergeActors;
  }
  async function unmerge({ id, version }: Pick<Merge, 'id' | 'version'>): Promise<Merge> {
    const source = `mutation($input: UnmergeActorsInput!) { unmergeActors(input: $input) { ${MERGE} } }`;
    const answered = await app.query<{ unmergeActors: Merge }>(
      source,
      { input: { id, expectedVersion: version } },
      { viewer: coordinator },
    );
    if (!answered.data) throw new Error(JSON.stringify(answered.errors));
    return answered.data.unmergeActors;
  }
  const slugOf = async (id: Id) => (await one<{ slug: string }>('SELECT slug FROM actor WHERE id = $1', id)).slug;
  const at = async (slug: string) =>
    (
      await app.query<{ actor: { id: Id; mergedEntries: { name: string }[] } | null }>(
        `query($slug: String!) { actor(slug: $slug) { id mergedEntries { name } } }`,
        { slug },
      )
    ).data.actor;

  it('are found with the reasons, and that they are two is remembered', async () => {
    const id = await enterAgain(`${await nameOf(lead)} GmbH & Co. KG`);
    const mine = (list: { firstId: Id; secondId: Id; reasons: string[] }[] | null) =>
      list!.filter((pair) => [pair.firstId, pair.secondId].includes(id));
    const [pair] = mine(await pairs());
    expect([pair!.firstId, pair!.secondId].toSorted()).toEqual([id, lead].toSorted());
    expect(pair!.reasons).toContain('NAME');
    const source = (what: string) =>
      `mutation($input: DuplicatePairInput!) { ${what}(input: $input) { __typename ... on DuplicatePair { rejected } ... on Refused { code } } }`;
    const input = { firstId: id, secondId: lead };
    const said = await app.query<Record<string, unknown>>(source('rejectDuplicate'), { input }, { viewer: coordinator });
    expect(said.data).toEqual({ rejectDuplicate: { __typename: 'DuplicatePair', rejected: true } });
    expect([mine(await pairs()).length, mine(await pairs(true)).length]).toEqual([0, 1]);
    // Compared once more: it stays what somebody said.
    await rows(`UPDATE actor SET summary = 'Neu.', version = version + 1 WHERE id = $1`, id);
    expect([mine(await pairs()).length, mine(await pairs(true)).length]).toEqual([0, 1]);
    await app.query(source('reopenDuplicate'), { input }, { viewer: coordinator });
    expect(mine(await pairs())).toHaveLength(1);
    expect(await pairs(false, { ...VISITOR, personId: person })).toBeNull();
  });

  it('become one with everything that hangs on both, once; and two again exactly as they were', async () => {
    const id = await enterAgain(`${await nameOf(kept)} (Liste)`, { website: 'https://liste.example', summary: 'Aus der Liste.' });
    await fill(id);
    const before = await stateOf();
    const seen = (await preview(id, kept, kept))!;
    expect(seen.moves).toEqual(
      expect.arrayContaining([
        { kind: 'ENTRY', count: 1 },
        { kind: 'TIE', count: 2 },
        { kind: 'MANDATE', count: 1 },
        { kind: 'COMMITMENT', count: 2 },
        { kind: 'FOLLOWING', count: 1 },
        { kind: 'NUMBER', count: 1 },
      ]),
    );
    const versionOf = async () => (await one<{ version: number }>('SELECT version FROM initiative WHERE id = $1', initiative)).version;
    const version = await versionOf();
    const merged = await merge(seen, ['website', 'name']);
    expect(merged).toMatchObject({ __typename: 'ActorMerge', availableActions: ['unmergeActors'] });
    expect(merged.moved).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'MANDATE', count: 0, setAside: 1 })]));

    // What was the same twice is there once, and the stronger of two counts.
    const member = (table: string, of: string) => rows(`SELECT state FROM ${table} WHERE ${of} AND actor_id = $1`, kept);
    expect(await member('participation', `initiative_id = '${initiative}'`)).toEqual([{ state: 'ACCEPTED' }]);
    expect(await member('alliance_member', `alliance_id = '${alliance}'`)).toEqual([{ state: 'MEMBER' }]);
    expect(await versionOf()).toBeGreaterThan(version);
    expect(await rows('SELECT id FROM participation p JOIN initiative i ON i.id = p.initiative_id WHERE i.lead_id = p.actor_id')).toEqual(
      [],
    );
    expect(await rows('SELECT id FROM entry WHERE actor_id = $1', id)).toEqual([]);
    // The address of the other leads to the one that stayed, which tells of it.
    expect(await at(await slugOf(id))).toEqual({ id: kept, mergedEntries: [{ name: expect.stringContaining('(Liste)') }] });
    expect(await one('SELECT name, website, archived FROM actor WHERE id = $1', kept)).toMatchObject({
      website: 'https://liste.example',
      archived: false,
    });
    expect(await rows('SELECT verb FROM act WHERE subject_id = $1 AND other_actor_id = $2', kept, id)).toEqual([{ verb: 'actor.merged' }]);
    // The graph hears of both, and of what they take part in.
    await app.project();
    const facts = await one<{ facts: { nodes: unknown[] } }>(`SELECT facts FROM graph_fact WHERE owner_id = $1`, id);
    expect(facts.facts.nodes ?? []).toEqual([]);
    const edges = JSON.stringify(await rows(`SELECT facts FROM graph_fact WHERE owner_id = $1`, initiative));
    expect([edges.includes(kept), edges.includes(id)]).toEqual([true, false]);

    const apart = await unmerge(merged);
    expect(apart).toMatchObject({ leftParts: [], leftKinds: [], availableActions: [] });
    expect(await stateOf()).toEqual(before);
    expect(await at(await slugOf(id))).toMatchObject({ id });
    expect(await unmerge({ ...merged, version: apart.version })).toMatchObject({ code: 'UNDONE_ALREADY' });
  });

  it('are told of by mail to everybody who acts for either, when they become one and when they are two again, once each', async () => {
    const id = await enterAgain('Mailprobe Werke');
    const other = await one<{ id: Id }>(
      `SELECT person_id AS id FROM mandate WHERE region_id = $1 AND person_id NOT IN (SELECT person_id FROM mandate WHERE actor_id = $2)
       AND role = 'DELEGATE' AND until_on IS NULL ORDER BY id LIMIT 1`,
      ...[region.id, kept],
    );
    for (const each of [other.id, person])
      await rows(
        `INSERT INTO mandate (id, person_id, actor_id, region_id, role, from_on) VALUES (uuidv7(), $1, $2, $3, 'DELEGATE', '2020-01-01')`,
        ...[each, id, region.id],
      );
    const addresses = await rows<{ email: string }>(`SELECT email FROM auth."user" WHERE id = ANY($1::uuid[])`, [other.id, person]);
    const told = async (words: string) =>
      (
        await rows<{ to: string }>(
          `SELECT recipient AS to FROM outgoing_mail WHERE subject LIKE $1 AND body LIKE '%Mailprobe Werke%'`,
          words,
        )
      ).map(({ to }) => to);
    const merged = await merge((await preview(id, kept, kept))!);
    const mailed = await told('Zwei Einträge von%sind jetzt einer');
    expect(mailed).toEqual(expect.arrayContaining(addresses.map(({ email }) => email)));
    expect(new Set(mailed).size).toBe(mailed.length);
    await unmerge(merged);
    expect((await told('%sind wieder zwei Einträge')).toSorted()).toEqual(mailed.toSorted());
  });

  it('go back only as far as nobody changed it since, which is named', async () => {
    const id = await enterAgain('Lichtwerkstatt Zwo', { website: 'https://licht.example', summary: 'Leuchtet.' });
    await rows(
      `INSERT INTO entry (id, actor_id, region_id, direction, title) SELECT uuidv7(), $1, $2, 'NEED', 'Lampe ' || n FROM generate_series(1, 2) n`,
      id,
      region.id,
    );
    const seen = (await preview(kept, id, kept))!;
    const merged = await merge(seen, ['website', 'summary']);
    await rows(`UPDATE actor SET summary = 'Selbst gesagt.', version = version + 1 WHERE id = $1`, kept);
    await rows(`DELETE FROM entry WHERE actor_id = $1 AND title = 'Lampe 1'`, kept);
    const apart = await unmerge(merged);
    expect(apart).toMatchObject({ leftParts: ['summary'], leftKinds: [{ kind: 'ENTRY', count: 1 }] });
    expect(await rows('SELECT title FROM entry WHERE actor_id = $1', id)).toEqual([{ title: 'Lampe 2' }]);
    expect(await one('SELECT summary FROM actor WHERE id = $1', kept)).toEqual({ summary: 'Selbst gesagt.' });
  });

  it('that became part of a third go back in the order of what was done', async () => {
    const [first, second] = [await enterAgain('Erste Werft'), await enterAgain('Zweite Werft')];
    const inner = await merge((await preview(first, second, second))!);
    const outer = await merge((await preview(second, kept, kept))!);
    expect(await at(await slugOf(first))).toMatchObject({ id: kept });
    expect(await unmerge(inner)).toMatchObject({ code: 'MERGED_AGAIN' });
    await unmerge(outer);
    expect(await at(await slugOf(first))).toMatchObject({ id: second });
    expect(await unmerge(inner)).toMatchObject({ __typename: 'ActorMerge' });
    expect(await at(await slugOf(first))).toMatchObject({ id: first });
  });

  it('are found afterwards by what the region calls their competences', async () => {
    const { actor, competence } = await one<{ actor: Id; competence: string }>(
      `SELECT id AS actor, competences[1] AS competence FROM actor WHERE region_id = $1 AND cardinality(competences) > 0 AND id <> $2 ORDER BY id LIMIT 1`,
      region.id,
      kept,
    );
    await rows(
      `INSERT INTO competence_word (id, region_id, written, plain, state, term, reason, proposed_on, decided_on)
       VALUES ($1, $2, 'Findwortkunde', 'findwortkunde', 'EQUATED', $3, '', '2026-01-01', '2026-01-02')`,
      newId(),
      region.id,
      competence,
    );
    const id = await enterAgain('Vierte Werft');
    expect(await merge((await preview(id, actor, actor))!)).toMatchObject({ __typename: 'ActorMerge' });
    const { text } = await one<{ text: string }>('SELECT search_text AS text FROM actor WHERE id = $1', actor);
    expect(text).toContain('findwortkunde');
  });

  it('are two where one is the council of the other, and a council follows the entry its employer became part of', async () => {
    const employer = await enterAgain('Walzwerk Rotbach');
    const council = await enterAgain('Walzwerk Rotbach', { kind: 'UNION' });
    const paired = async () =>
      (await pairs())!.some(({ firstId, secondId }) => [firstId, secondId].every((id) => [employer, council].includes(id)));
    expect(await paired()).toBe(true);
    const names = (id: Id | null) => rows('UPDATE actor SET employer_id = $2, version = version + 1 WHERE id = $1', council, id);
    await names(employer);
    expect(await paired()).toBe(false);
    // Mandates would go over: the people of one would act for the other.
    for (const stays of [employer, council])
      expect(await merge((await preview(employer, council, stays))!)).toMatchObject({ code: 'COUNCIL_AND_EMPLOYER' });

    const other = await enterAgain('Rotbacher Walzwerk');
    const of = () => one<{ id: Id; version: number }>('SELECT employer_id AS id, version FROM actor WHERE id = $1', council);
    const before = await of();
    const seen = (await preview(employer, other, other))!;
    expect(seen.moves).toContainEqual({ kind: 'COUNCIL', count: 1 });
    const merged = await merge(seen);
    // Who has the form open is told that something is different now.
    expect(await of()).toEqual({ id: other, version: before.version + 1 });
    await unmerge(merged);
    expect(await of()).toMatchObject({ id: employer });
  });

  it('stay two where somebody has not seen them as they are, or they are one', async () => {
    const id = await enterAgain('Dritte Werft');
    const seen = (await preview(id, kept, kept))!;
    expect(await preview(id, id)).toBeNull();
    expect(await merge({ ...seen, merged: { ...seen.merged, version: 9 } })).toMatchObject({ __typename: 'StaleVersion' });
    expect(await merge({ ...seen, merged: seen.kept })).toMatchObject({ code: 'SAME_ENTRY' });
    expect(await merge({ ...seen, merged: { id: newId(), version: 1 } })).toMatchObject({ code: 'ENTRY_GONE' });
    expect(await rows('SELECT id FROM actor WHERE id = $1 AND NOT archived', id)).toHaveLength(1);
    // Sent twice it is done once.
    const again = newId();
    const [one, other] = [await merge(seen, [], { id: again }), await merge(seen, [], { id: again })];
    expect([one.__typename, other.id]).toEqual(['ActorMerge', again]);
  });
});
