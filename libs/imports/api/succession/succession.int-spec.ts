import { ActorListing } from '@knotenpunkt/actors/api';
import { listedFromRegister } from '@knotenpunkt/actors/domain';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, newId, systemClock, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DataSource } from 'typeorm';
import { createImportsTestApp } from '../imports-test-app';

const SUCCESSION = `__typename ... on Succession { id version state ground predecessorAgreedOn successorAgreedOn availableActions
  moved { kind count setAside } leftKinds { kind count } } ... on Refused { code field } ... on StaleVersion { current }`;
const ask = (name: string, type: string) => `mutation($input: ${type}!) { ${name}(input: $input) { ${SUCCESSION} } }`;
const PROPOSE = ask('proposeSuccession', 'ProposeSuccessionInput');
const AGREE = ask('agreeToSuccession', 'SuccessionVersionInput');
const DECLINE = ask('declineSuccession', 'DeclineSuccessionInput');
const CONFIRM = ask('confirmSuccession', 'ConfirmSuccessionInput');
const UNDO = ask('undoSuccession', 'SuccessionVersionInput');

interface Told {
  __typename: string;
  id: Id;
  version: number;
  state: string;
  code?: string;
  current?: number;
  availableActions: string[];
  moved: { kind: string; count: number; setAside: number }[];
  leftKinds: { kind: string; count: number }[];
}
interface Edge {
  from: Id;
  to: Id;
  since: string;
  until: string | null;
}

/** What names organisations; an undo must bring it back as it was. */
const TABLES = [
  ...['mandate', 'membership', 'declared_tie', 'entry', 'participation', 'initiative', 'alliance_member', 'alliance', 'commitment'],
  ...['following', 'actor_contact', 'consent_answer', 'external_id', 'event_participation', 'challenge', 'thread', 'thread_actor'],
];

describe('an organisation that becomes part of another', () => {
  let app: TestApp;
  let region: Region;
  let lead: Id;
  let predecessor: Id;
  let successor: Id;
  let running: Id;
  let finished: Id;
  let person: Id;
  const sinceOn = addDays(systemClock.today('Europe/Berlin'), -60);
  const acting = (actorId: Id, role: MandateRole = 'ADMINISTRATOR'): Viewer => ({
    ...VISITOR,
    personId: newId(),
    name: 'Kim Beispiel',
    mandates: [{ id: newId(), actorId, role, fromOn: '2026-01-01', untilOn: null }],
  });
  const coordinator: Viewer = {
    ...VISITOR,
    ...{ personId: idFrom('harkenrode', 'person', 'meryem.arslan'), name: 'Meryem Arslan', coordinator: true },
  };

  const rows = async <Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> => app.get(DataSource).query(sql, parameters);
  const one = async <Row>(sql: string, ...parameters: unknown[]): Promise<Row> => (await rows<Row>(sql, ...parameters))[0]!;
  const send = async (document: string, input: object, viewer: Viewer): Promise<Told> => {
    const { data, errors } = await app.query<Record<string, Told>>(document, { input }, { viewer, region });
    if (errors) throw new Error(errors[0]!.message);
    return Object.values(data)[0]!;
  };
  const enter = async (name: string): Promise<Id> => {
    const id = newId();
    const told = { id, name, shortName: '', kind: 'CHAMBER' as const, city: '', postalCode: '', lon: null, lat: null, sourceNote: 'Liste' };
    await app.get(UnitOfWork).run((tx) => app.get(ActorListing).load(tx, region, [listedFromRegister(told)]));
    return id;
  };
  const propose = (from: Id, to: Id, viewer: Viewer, more: object = {}) =>
    send(PROPOSE, { id: newId(), predecessorId: from, successorId: to, sinceOn, note: 'Amtsblatt', ...more }, viewer);
  const stateOf = async () => {
    const state: Record<string, unknown> = {};
    for (const table of [...TABLES, 'actor'])
      state[table] = await rows(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY (to_jsonb(t) - 'version')::text`);
    return state;
  };
  const factsOf = async () => {
    await app.project();
    const owners = [predecessor, successor, running, finished];
    const told = await rows<{ facts: { edges: Edge[] } }>(
      `SELECT facts FROM graph_fact WHERE owner_id = ANY($1) OR owner_type = 'succession' ORDER BY owner_type, owner_id`,
      owners,
    );
    return told.flatMap(({ facts }) => facts.edges ?? []);
  };
  const to = (edges: Edge[], shared: Id, actor: Id) =>
    edges.filter((edge) => edge.from === actor && edge.to === shared).map(({ since, until }) => ({ since, until: until ?? null }));
  const pageAt = async (slug: string) =>
    (
      await app.query<{ actor: Record<string, unknown> | null }>(
        `query($slug: String!) { actor(slug: $slug) { id archived succeededBy { sinceOn successor { id } } predecessors { predecessor { id } } } }`,
        { slug },
      )
    ).data.actor;
  const slugOf = async (id: Id) => (await one<{ slug: string }>('SELECT slug FROM actor WHERE id = $1', id)).slug;
  const mailsTo = async (email: string) =>
    (await app.get(Mail).newest(200)).filter((mail) => mail.to === email).map(({ subject }) => subject);

  beforeAll(async () => {
    app = await createImportsTestApp();
    region = (await app.get(RegionService).choose('harkenrode'))!;
    ({ lead, running } = await one<{ lead: Id; running: Id }>(
      `SELECT lead_id AS lead, id AS running FROM initiative WHERE state = 'ACTIVE' AND region_id = $1 AND lead_since_on < $2 AND lead_certainty = 'CONFIRMED' ORDER BY id LIMIT 1`,
      region.id,
      addDays(sinceOn, -30),
    ));
    ({ person } = await one<{ person: Id }>(
      `SELECT person_id AS person FROM mandate m JOIN actor a ON a.id = m.actor_id WHERE m.region_id = $1 AND m.actor_id <> $2 AND m.until_on IS NULL ORDER BY m.id LIMIT 1`,
      region.id,
      lead,
    ));
  });
  afterAll(() => app.close());

  /** Two organisations of which one has something of everything. */
  async function both(name: string): Promise<void> {
    predecessor = await enter(`${name} Nord`);
    successor = await enter(`${name} Harkenrode`);
    finished = newId();
    const early = addDays(sinceOn, -200);
    await rows(
      `INSERT INTO participation (initiative_id, actor_id, position, role, state, since_on) VALUES ($1, $2, 97, 'PARTNER', 'ACCEPTED', $3)`,
      ...[running, predecessor, early],
    );
    await rows(
      `INSERT INTO initiative (id, region_id, slug, title, kind, state, summary, lead_id, lead_certainty, lead_since_on, ended_on)
       VALUES ($1, $2, $3, 'Was war', 'PROJECT', 'FINISHED', 'S', $4, 'CONFIRMED', $5, $6)`,
      ...[finished, region.id, finished, predecessor, early, addDays(sinceOn, -100)],
    );
    await rows(
      `INSERT INTO entry (id, actor_id, region_id, direction, title, state) SELECT uuidv7(), $1, $2, 'OFFER', s, s FROM unnest(ARRAY['OPEN', 'WITHDRAWN']) s`,
      ...[predecessor, region.id],
    );
    await rows(
      `INSERT INTO commitment (id, region_id, actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, text, due_on, promised_on, state, decided_on)
       SELECT uuidv7(), $1, $2, 'INITIATIVE', $3, 'T', 't', 'Text', $4, $4, s, CASE WHEN s = 'OPEN' THEN NULL ELSE $4::date END FROM unnest(ARRAY['OPEN', 'KEPT']) s`,
      ...[region.id, predecessor, running, early],
    );
    await rows(
      `INSERT INTO declared_tie (id, from_id, to_id, label, since_on) VALUES (uuidv7(), $1, $2, 'berät', $4), (uuidv7(), $1, $3, 'teilt Räume', $4)`,
      ...[predecessor, lead, successor, early],
    );
    await rows(
      `INSERT INTO mandate (id, person_id, actor_id, region_id, role, from_on) VALUES (uuidv7(), $1, $2, $3, 'ADMINISTRATOR', '2026-01-01')`,
      ...[person, predecessor, region.id],
    );
    for (const id of [predecessor, successor])
      await rows('INSERT INTO following (person_id, region_id, type, target_id) VALUES ($1, $2, $3, $4)', person, region.id, 'ACTOR', id);
    await app
      .get(UnitOfWork)
      .run((tx) =>
        tx.query(
          `INSERT INTO outbox (aggregate, aggregate_id, region_id) SELECT a, i, $3 FROM unnest($1::text[], $2::uuid[]) AS u (a, i)`,
          [['actor', 'initiative', 'initiative'], [predecessor, running, finished], region.id],
        ),
      );
    await app.project();
  }

  it('waits for the word of both and the coordination; until then nothing moves, and nobody takes another over', async () => {
    await both('Kammer');
    const before = await stateOf();
    expect(await propose(predecessor, successor, acting(lead))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await propose(predecessor, successor, acting(predecessor, 'DELEGATE'))).toMatchObject({ code: 'NOT_PERMITTED' });
    const open = await propose(predecessor, successor, acting(successor));
    expect(open).toMatchObject({ state: 'PROPOSED', predecessorAgreedOn: null, availableActions: ['declineSuccession'] });
    expect(await propose(predecessor, lead, acting(predecessor))).toMatchObject({ code: 'SUCCESSION_OPEN' });
    const seen = { id: open.id, expectedVersion: 1 };
    expect(await send(AGREE, seen, acting(successor))).toMatchObject({ code: 'AGREED_ALREADY' });
    expect(await send(AGREE, seen, acting(lead))).toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(send(CONFIRM, { ...seen, ground: 'Ich.' }, acting(successor))).rejects.toThrow('not permitted');
    expect(await send(CONFIRM, { ...seen, ground: '' }, coordinator)).toMatchObject({ code: 'GROUND_MISSING', field: 'ground' });
    expect(await send(CONFIRM, { ...seen, ground: 'x' }, { ...coordinator, mandates: acting(successor).mandates })).toMatchObject({
      code: 'SUCCESSION_OWN',
    });
    expect(await stateOf()).toEqual(before);
    // Its own people and the coordination were told; others read nothing of it.
    const { email } = await one<{ email: string }>('SELECT email FROM auth."user" WHERE id = $1', person);
    expect((await mailsTo(email))[0]).toContain('Kammer Nord soll Teil von Kammer Harkenrode geworden sein');
    expect((await mailsTo('meryem.arslan@harkenrode.example'))[0]).toContain('Kammer Nord soll Teil von');
    const read = async (viewer: Viewer) =>
      (await app.query<{ succession: unknown }>(`{ succession(id: "${open.id}") { id } }`, {}, { viewer, region })).data.succession;
    expect([await read(acting(lead)), await read(acting(predecessor, 'EDITOR'))]).toEqual([null, { id: open.id }]);
    expect(await send(DECLINE, { ...seen, reason: '' }, acting(predecessor))).toMatchObject({ code: 'TEXT_MISSING' });
    expect(await send(DECLINE, { ...seen, reason: 'Davon wissen wir nichts.' }, acting(predecessor))).toMatchObject({ state: 'DECLINED' });
    expect(await stateOf()).toEqual(before);
  });

  it('hands on what runs, keeps what was done, and is there until that day and no longer; undone, all is as it was', async () => {
    await both('Verband');
    const before = await stateOf();
    const factsBefore = await factsOf();
    const open = await propose(predecessor, successor, acting(predecessor));
    const agreed = await send(AGREE, { id: open.id, expectedVersion: 1 }, acting(successor));
    expect(agreed).toMatchObject({ version: 2, state: 'PROPOSED', availableActions: ['declineSuccession'] });
    expect(await send(CONFIRM, { id: open.id, expectedVersion: 1, ground: '' }, coordinator)).toMatchObject({ __typename: 'StaleVersion' });
    const done = await send(CONFIRM, { id: open.id, expectedVersion: 2, ground: '' }, coordinator);
    expect(done).toMatchObject({ state: 'DONE', version: 3, availableActions: ['undoSuccession'] });
    expect(done.moved).toEqual(
      expect.arrayContaining([
        { kind: 'ENTRY', count: 1, setAside: 0 },
        { kind: 'INITIATIVE', count: 1, setAside: 0 },
        { kind: 'COMMITMENT', count: 1, setAside: 0 },
        { kind: 'TIE', count: 1, setAside: 0 },
        { kind: 'FOLLOWING', count: 0, setAside: 1 },
      ]),
    );
    // What runs is the successor's, what was done stays.
    expect(await rows('SELECT actor_id, state FROM entry WHERE actor_id IN ($1, $2) ORDER BY state', predecessor, successor)).toEqual([
      { actor_id: successor, state: 'OPEN' },
      { actor_id: predecessor, state: 'WITHDRAWN' },
    ]);
    expect(await rows('SELECT actor_id, state FROM commitment WHERE actor_id IN ($1, $2) ORDER BY state', predecessor, successor)).toEqual([
      { actor_id: predecessor, state: 'KEPT' },
      { actor_id: successor, state: 'OPEN' },
    ]);
    expect(await one('SELECT lead_id FROM initiative WHERE id = $1', finished)).toEqual({ lead_id: predecessor });
    // Nobody acts for the successor by it: the mandate ended, and an invitation went out, as a delegate.
    expect(
      await rows('SELECT until_on FROM mandate WHERE actor_id = $1 AND (until_on IS NULL OR until_on >= current_date)', predecessor),
    ).toEqual([]);
    expect(await rows('SELECT id FROM mandate WHERE actor_id = $1', successor)).toEqual([]);
    expect(await rows('SELECT role, state FROM mandate_invitation WHERE actor_id = $1', successor)).toEqual([
      { role: 'DELEGATE', state: 'OPEN' },
    ]);
    // Both pages are there and tell of each other; in lists only one stands.
    expect(await pageAt(await slugOf(predecessor))).toEqual({
      ...{ id: predecessor, archived: true, predecessors: [] },
      succeededBy: { sinceOn, successor: { id: successor } },
    });
    expect(await pageAt(await slugOf(successor))).toMatchObject({
      succeededBy: null,
      predecessors: [{ predecessor: { id: predecessor } }],
    });
    const listed = await app.query<{ actors: { edges: { node: { id: Id } }[] } }>(
      '{ actors(filter: { search: "Verband" }, first: 50) { edges { node { id } } } }',
      {},
      { region },
    );
    const found = listed.data.actors.edges.map(({ node }) => node.id);
    expect([found.includes(successor), found.includes(predecessor)]).toEqual([true, false]);
    // The graph tells of the one until the day before, of the other from then on.
    const facts = await factsOf();
    expect(to(facts, running, predecessor)).toEqual([{ since: addDays(sinceOn, -200), until: addDays(sinceOn, -1) }]);
    expect(to(facts, running, successor)).toEqual([{ since: sinceOn, until: null }]);
    expect(to(facts, finished, predecessor)).toEqual([{ since: addDays(sinceOn, -200), until: addDays(sinceOn, -100) }]);
    expect(to(facts, successor, predecessor)).toEqual([{ since: addDays(sinceOn, -200), until: addDays(sinceOn, -1) }]);
    expect(to(facts, lead, successor)).toEqual([{ since: sinceOn, until: null }]);
    // The trails tell of it.
    expect(await rows('SELECT verb FROM act WHERE actor_id = $1 AND other_actor_id = $2', predecessor, successor)).toEqual([
      { verb: 'actor.succeeded' },
    ]);
    const trail = await rows<{ verb: string }>('SELECT verb FROM audit_entry WHERE actor_id = $1 ORDER BY id', predecessor);
    expect(trail.map(({ verb }) => verb)).toEqual([
      ...['organisation.successionProposed', 'organisation.successionAgreed', 'organisation.succeeded', 'mandate.ended'],
    ]);
    // It is shown again by taking it back, not by itself.
    expect(await send(CONFIRM, { id: open.id, expectedVersion: 3, ground: '' }, coordinator)).toMatchObject({ code: 'SUCCESSION_DECIDED' });

    const undone = await send(UNDO, { id: open.id, expectedVersion: 3 }, coordinator);
    expect(undone).toMatchObject({ state: 'UNDONE', leftKinds: [] });
    expect(await stateOf()).toEqual(before);
    const sorted = (edges: Edge[]) => edges.map((edge) => JSON.stringify(edge)).toSorted();
    expect(sorted(await factsOf())).toEqual(sorted(factsBefore));
    expect(await rows('SELECT state FROM mandate_invitation WHERE actor_id = $1', successor)).toEqual([{ state: 'WITHDRAWN' }]);
    expect(await pageAt(await slugOf(predecessor))).toMatchObject({ archived: false, succeededBy: null });
    expect(await send(UNDO, { id: open.id, expectedVersion: 4 }, coordinator)).toMatchObject({ code: 'UNDONE_ALREADY' });
  });

  it('is confirmed with a ground where nobody speaks for one of them; undone, what was changed since is named', async () => {
    await both('Bund');
    const open = await propose(predecessor, successor, coordinator);
    const done = await send(CONFIRM, { id: open.id, expectedVersion: 1, ground: 'Vereinsregister, Blatt 12' }, coordinator);
    expect(done).toMatchObject({ state: 'DONE', ground: 'Vereinsregister, Blatt 12' });
    await rows(`DELETE FROM entry WHERE actor_id = $1 AND state = 'OPEN'`, successor);
    expect(await send(UNDO, { id: open.id, expectedVersion: 2 }, coordinator)).toMatchObject({ leftKinds: [{ kind: 'ENTRY', count: 1 }] });
  });

  it('passes on what it got itself, in the order of the days; the later one is taken back first', async () => {
    await both('Forum');
    const third = await enter('Forum Westfalen');
    const first = await propose(predecessor, successor, coordinator);
    await send(CONFIRM, { id: first.id, expectedVersion: 1, ground: 'x' }, coordinator);
    const second = await propose(successor, third, coordinator, { sinceOn: addDays(sinceOn, 20) });
    await send(CONFIRM, { id: second.id, expectedVersion: 1, ground: 'x' }, coordinator);
    const facts = await factsOf();
    expect([to(facts, running, predecessor), to(facts, running, successor), to(facts, running, third)]).toEqual([
      [{ since: addDays(sinceOn, -200), until: addDays(sinceOn, -1) }],
      [{ since: sinceOn, until: addDays(sinceOn, 19) }],
      [{ since: addDays(sinceOn, 20), until: null }],
    ]);
    expect(await send(UNDO, { id: first.id, expectedVersion: 2 }, coordinator)).toMatchObject({ code: 'MERGED_AGAIN' });
    expect(await send(UNDO, { id: second.id, expectedVersion: 2 }, coordinator)).toMatchObject({ state: 'UNDONE' });
    expect(await send(UNDO, { id: first.id, expectedVersion: 2 }, coordinator)).toMatchObject({ state: 'UNDONE' });
  });
});
