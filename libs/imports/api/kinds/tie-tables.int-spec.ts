import { TieListing } from '@knotenpunkt/actors/api';
import { VISITOR } from '@knotenpunkt/identity/domain';
import { idFrom, newId, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import { createImportsTestApp } from '../imports-test-app';
import { TestDesk } from '../imports-test-desk';

describe('a table of ties', () => {
  let app: TestApp;
  let desk: TestDesk;

  beforeAll(async () => {
    app = await createImportsTestApp();
    desk = new TestDesk(app, (await app.get(RegionService).choose('harkenrode'))!, 'TIES');
    const actors = new TestDesk(app, desk.region, 'ACTORS');
    const names = ['Alpha GmbH', 'Beta e. V.', 'Gamma', 'Delta', 'Beta'];
    await actors.commit(await actors.compare(`Name;Ort\n${names.map((name, at) => `${name};Ort ${at}`).join('\n')}`));
  });
  afterAll(() => app.close());

  const actorOf = async (name: string) => (await desk.read<{ id: Id }>('SELECT id FROM actor WHERE name = $1', name))[0]!.id;
  const tiesOf = (name: string) =>
    desk.read<{ id: Id; label: string; since: string; confirmed: boolean; note: string | null; other: string }>(
      `SELECT t.id, t.label, t.since_on AS since, t.confirmed, t.source_note AS note, b.name AS other FROM declared_tie t JOIN actor a ON a.id = t.from_id
       JOIN actor b ON b.id = t.to_id WHERE a.name = $1 ORDER BY b.name`,
      name,
    );
  const edgesOf = async (name: string) => {
    await app.project();
    const sql = `SELECT e->>'grade' AS grade FROM graph_fact, jsonb_array_elements(facts->'edges') e WHERE owner_id = $1`;
    return (await desk.read<{ grade: string }>(sql, await actorOf(name))).map(({ grade }) => grade);
  };
  const declare = (name: string, to: Id, from: Id, id = newId()) =>
    app.query<{ declareTie: { __typename: string; confirmed: boolean } }>(
      `mutation($input: DeclareTieInput!) { declareTie(input: $input) { __typename ... on TieDeclared { id confirmed } ... on Refused { code } } }`,
      { input: { id, fromId: from, toId: to, label: `Gesagt von ${name}`, sinceOn: '2026-01-01' } },
      {
        viewer: {
          ...VISITOR,
          personId: idFrom('test', name),
          mandates: [{ actorId: from, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
        } as never,
      },
    );

  it('is compared first: new, twice, with oneself, in the future, unknown, ambiguous', async () => {
    const batch = await desk.compare(
      [
        'Organisation;Mit wem;Was;Seit',
        'Alpha;Gamma;Lehrwerkstatt;03/2024',
        'Gamma;ALPHA;Noch einmal;',
        'Alpha;Alpha GmbH;Selbst;',
        'Alpha;Delta;Morgen;2099-01-01',
        'Alpha;Omega;Unbekannt;',
        'Alpha;beta;Mehrere;',
        'Alpha;Beta;So geschrieben;',
        'Alpha;;Ohne;',
        'Alpha;Delta;;',
      ].join('\n'),
    );
    expect(await desk.told(batch.id)).toEqual([
      [2, 'NEW'],
      [3, 'CONFLICT', 'label EARLIER_ROW'],
      [4, 'BAD', 'to TIE_TO_ITSELF'],
      [5, 'BAD', 'sinceOn DATE_FUTURE'],
      [6, 'BAD', 'to REFERENCE_UNKNOWN'],
      [7, 'NEW'],
      [8, 'CONFLICT', 'label EARLIER_ROW'],
      [9, 'BAD', 'to REFERENCE_MISSING'],
      [10, 'BAD', 'label TEXT_MISSING'],
    ]);
    expect(await tiesOf('Alpha GmbH')).toEqual([]);
  });

  it('is written as stated, told the graph, changed by a later table, and taken back with one click', async () => {
    const first = await desk.commit(await desk.compare('Organisation;Mit wem;Was;Seit\nAlpha;Gamma;Lehrwerkstatt;03/2024'));
    expect(first).toMatchObject({ state: 'COMMITTED', outcome: { made: 1, left: 0 } });
    expect(await tiesOf('Alpha GmbH')).toMatchObject([
      { label: 'Lehrwerkstatt', since: '2024-03-01', confirmed: false, note: 'Liste der Kammer', other: 'Gamma' },
    ]);
    expect(await edgesOf('Alpha GmbH')).toEqual(['STATED']);
    // The pair is the same whoever is named first.
    const again = await desk.compare('Organisation;Mit wem;Was;Seit\nGamma;Alpha;Lehrwerkstatt und Labor;');
    expect((await desk.rows(again.id))[0]).toMatchObject({
      fate: 'CHANGED',
      changes: [{ field: 'label', before: 'Lehrwerkstatt', after: 'Lehrwerkstatt und Labor' }],
    });
    const second = await desk.commit(again);
    expect(await tiesOf('Alpha GmbH')).toMatchObject([{ label: 'Lehrwerkstatt und Labor', since: '2024-03-01' }]);
    expect(await desk.undo(second)).toMatchObject({ outcome: { takenBack: 1, kept: 0 } });
    expect(await desk.undo(first)).toMatchObject({ state: 'UNDONE', outcome: { takenBack: 1, kept: 0 } });
    expect(await tiesOf('Alpha GmbH')).toEqual([]);
    expect(await edgesOf('Alpha GmbH')).toEqual([]);
  });

  it('confirms nothing: one of the two makes it its own, the other confirms, and from then on their word counts', async () => {
    const batch = await desk.commit(await desk.compare('Organisation;Mit wem;Was\nAlpha;Gamma;Messe\nAlpha;Delta;Kantine'));
    const [alpha, gamma] = [await actorOf('Alpha GmbH'), await actorOf('Gamma')];
    // Sent twice, as over a bad line, it is said once.
    const id = newId();
    for (let sent = 0; sent < 2; sent++)
      expect((await declare('Gamma', alpha, gamma, id)).data.declareTie).toMatchObject({ __typename: 'TieDeclared', confirmed: false });
    expect(await tiesOf('Gamma')).toMatchObject([{ label: 'Gesagt von Gamma', confirmed: false, note: null, other: 'Alpha GmbH' }]);
    expect(await edgesOf('Gamma')).toEqual(['STATED']);
    // Of Alpha, who stood first in the table, only the tie with Delta is left: no pair stands twice.
    expect(await edgesOf('Alpha GmbH')).toEqual(['STATED']);
    const later = await desk.compare('Organisation;Mit wem;Was\nAlpha;Gamma;Messe');
    expect(await desk.told(later.id)).toEqual([[2, 'CONFLICT', 'label OWN_WORD']]);
    const answer = newId();
    for (let sent = 0; sent < 2; sent++)
      expect((await declare('Alpha', gamma, alpha, answer)).data.declareTie).toMatchObject({ confirmed: true });
    expect(await edgesOf('Gamma')).toEqual(['WORKS_TOGETHER']);
    expect(await desk.undo(batch)).toMatchObject({ outcome: { takenBack: 1, kept: 1 } });
    expect((await desk.rows(batch.id, { kept: true })).map(({ label, kept, stands }) => [label, kept, stands])).toEqual([
      ['Messe', 'CHANGED_SINCE', true],
    ]);
  });

  it('does not write beside a tie that somebody declared between dry run and writing', async () => {
    const batch = await desk.compare('Organisation;Mit wem;Was\nGamma;Delta;Chor');
    await declare('Delta', await actorOf('Gamma'), await actorOf('Delta'));
    const done = await desk.commit(batch);
    expect(done.outcome).toMatchObject({ made: 0, left: 1 });
    expect((await desk.rows(batch.id, { kept: true }))[0]).toMatchObject({ kept: 'TAKEN_SINCE', stands: false });
  });

  const waiting = () => desk.read(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);

  it('that is written at the very moment one of the two says so becomes its own', async () => {
    const [from, to] = [await actorOf('Beta e. V.'), await actorOf('Delta')];
    const told = { id: newId(), fromId: from, toId: to, label: 'Turnier', sinceOn: '2026-01-01', sourceNote: 'Liste' };
    let said: ReturnType<typeof declare> | undefined;
    await app.get(UnitOfWork).run(async (tx) => {
      await app.get(TieListing).load(tx, desk.region, [told]);
      said = declare('Delta', from, to);
      // It looks for a tie, finds none, and waits for this transaction before it writes its own.
      for (let asked = 0; asked < 200 && (await waiting()).length === 0; asked++) await desk.read('SELECT pg_sleep(0.05)');
    });
    expect((await said!).data.declareTie).toMatchObject({ __typename: 'TieDeclared', confirmed: false });
    expect(await tiesOf('Delta')).toMatchObject([
      { id: told.id, label: 'Gesagt von Delta', note: null, confirmed: false },
      { label: 'Gesagt von Delta', other: 'Gamma' },
    ]);
  });

  it('is said by both at the same moment: neither is refused, and it is confirmed', async () => {
    const [one, other] = [await actorOf('Alpha GmbH'), await actorOf('Beta e. V.')];
    const answers = await Promise.all([declare('Alpha', other, one), declare('Beta', one, other)]);
    expect(answers.map(({ data }) => data.declareTie.confirmed).sort()).toEqual([false, true]);
  });
});
