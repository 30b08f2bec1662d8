import { VISITOR } from '@knotenpunkt/identity/domain';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { createImportsTestApp } from '../imports-test-app';
import { counted, TestDesk } from '../imports-test-desk';
import { ImportRuns } from './import-runs';
import { ImportUpload } from './upload.service';

describe('a table of a coordinator', () => {
  let app: TestApp;
  let region: Region;
  let desk: TestDesk;

  beforeAll(async () => {
    app = await createImportsTestApp();
    region = (await app.get(RegionService).choose('harkenrode'))!;
    desk = new TestDesk(app, region, 'ACTORS');
    ({ read, send, show, rows, act, compare, commit, undo } = desk);
  });
  afterAll(() => app.close());

  let { read, send, show, rows, act, compare, commit, undo } = {} as TestDesk;
  const named = (name: string) =>
    read<{ id: Id; city: string; version: number; kind: string; provenance: string; note: string }>(
      'SELECT id, city, version, kind, provenance, source_note AS note FROM actor WHERE name = $1 ORDER BY id',
      name,
    );

  it('is compared first: what is new, the same, changed, doubtful and wrong, and nothing is written', async () => {
    const before = await read('SELECT count(*) FROM actor');
    const batch = await compare(
      [
        'Name;Art;PLZ;Ort;Homepage',
        'Mühlen am Bach;Unternehmen;44135;Ostwalden;muehlen.example',
        'Gießerei Nordkamp GmbH;;;;',
        'Giesserei Nordkamp GmbH & Co. KG;;;;',
        ';Verein;;;',
        'Ohne Art;Quark;;;',
        'Mühlen am Bach GmbH;;;Ostwalden;',
        '=HYPERLINK("x");;;;',
      ].join('\n'),
    );
    expect(batch).toMatchObject({ state: 'COMPARED', rows: 7 });
    expect(counted(batch)).toEqual({ NEW: 1, SAME: 1, DUPLICATE: 2, BAD: 3 });
    const shown = await rows(batch.id);
    expect(await desk.told(batch.id)).toEqual([
      [2, 'NEW'],
      [3, 'SAME'],
      [4, 'DUPLICATE', 'name EARLIER_ROW'],
      [5, 'BAD', 'name TEXT_MISSING'],
      [6, 'BAD', 'kind KIND_UNKNOWN'],
      [7, 'DUPLICATE', 'name EARLIER_ROW'],
      [8, 'BAD', 'name CELL_IS_FORMULA'],
    ]);
    expect(shown[2]!.candidates).toMatchObject([{ name: 'Gießerei Nordkamp GmbH', reasons: ['NAME'] }]);
    expect(await read('SELECT count(*) FROM actor')).toEqual(before);
  });

  it('is written, told the graph, and taken back with one click: what is new is gone, what was changed is as before', async () => {
    const first = await commit(
      await compare(
        'Name;Ort;Kontakt;E-Mail\nSägewerk Eins;Ostwalden;Kim;kim@saege.example\nSägewerk Zwei;Hamm;;\nSägewerk Drei;Hamm;Kim;kim-at-saege',
      ),
    );
    expect(first).toMatchObject({ state: 'COMMITTED', outcome: { made: 2, changed: 0, left: 0 }, availableActions: ['undoImport'] });
    const [one] = await named('Sägewerk Eins');
    expect(one).toMatchObject({ city: 'Ostwalden', provenance: 'IMPORTED', note: 'Liste der Kammer', kind: 'COMPANY' });
    expect(await read('SELECT name, email, visibility FROM actor_contact WHERE actor_id = $1', one!.id)).toEqual([
      { name: 'Kim', email: 'kim@saege.example', visibility: 'HIDDEN' },
    ]);
    // What the table said is not kept.
    expect(
      await read(
        `SELECT r.line FROM import_row r JOIN import_batch b ON b.id = r.batch_id WHERE b.id = $1 AND (r::text || b::text) ILIKE '%kim%'`,
        first.id,
      ),
    ).toEqual([]);
    expect(await read('SELECT batch_id AS batch, made FROM imported_v1 WHERE id = $1', one!.id)).toEqual([{ batch: first.id, made: true }]);
    await app.project();
    expect(await read(`SELECT jsonb_array_length(facts->'nodes') AS nodes FROM graph_fact WHERE owner_id = $1`, one!.id)).toMatchObject([
      { nodes: 1 },
    ]);

    const second = await compare('Name;Ort;Art\nSägewerk Eins;;Verein\nSägewerk Zwei;Hamm;');
    expect(counted(second)).toEqual({ CHANGED: 1, SAME: 1 });
    expect((await rows(second.id, { fate: 'CHANGED' }))[0]!.changes).toEqual([
      { field: 'kind', before: 'COMPANY', after: 'CIVIL_SOCIETY' },
    ]);
    const changed = await commit(second);
    expect(await named('Sägewerk Eins')).toMatchObject([{ kind: 'CIVIL_SOCIETY', city: 'Ostwalden' }]);
    expect(await undo(changed)).toMatchObject({ state: 'UNDONE', outcome: { takenBack: 1, kept: 0 } });
    expect(await named('Sägewerk Eins')).toMatchObject([{ kind: 'COMPANY' }]);
    // The earlier table can still be taken back, although a later one changed and restored what it wrote.
    expect(await undo(first)).toMatchObject({ outcome: { takenBack: 2, kept: 0 } });
    expect([...(await named('Sägewerk Eins')), ...(await named('Sägewerk Zwei'))]).toEqual([]);
    await app.project();
    expect(
      await read(`SELECT COALESCE(jsonb_array_length(facts->'nodes'), 0) AS nodes FROM graph_fact WHERE owner_id = $1`, one!.id),
    ).toMatchObject([{ nodes: 0 }]);
  });

  it('leaves standing what was changed or used since, and names it', async () => {
    const batch = await commit(await compare('Name;Ort\nWerk Alpha;Hamm\nWerk Beta;Hamm\nWerk Gamma;Hamm'));
    const [alpha] = await named('Werk Alpha');
    const [beta] = await named('Werk Beta');
    await read(`UPDATE actor SET summary = 'Neu.', version = version + 1 WHERE id = $1 RETURNING id`, alpha!.id);
    await read(
      `INSERT INTO entry (id, actor_id, region_id, direction, title) VALUES ($1, $2, $3, 'OFFER', 'Halle') RETURNING id`,
      ...[idFrom('test', 'entry'), beta!.id, region.id],
    );
    expect(await undo(batch)).toMatchObject({ state: 'UNDONE', outcome: { takenBack: 1, kept: 2 } });
    expect((await rows(batch.id, { kept: true })).map(({ label, kept, stands }) => [label, kept, stands])).toEqual([
      ['Werk Alpha', 'CHANGED_SINCE', true],
      ['Werk Beta', 'USED_SINCE', true],
    ]);
    expect(await named('Werk Gamma')).toEqual([]);
  });

  it('does not write over what somebody changed between dry run and writing', async () => {
    await commit(await compare('Name;Ort\nWerk Delta;Hamm'));
    const again = await compare('Name;Ort;PLZ\nWerk Delta;Hamm;59065\nWerk Epsilon;Hamm;');
    await read(`UPDATE actor SET summary = 'Neu.', version = version + 1 WHERE name = 'Werk Delta' RETURNING id`);
    await read(
      `INSERT INTO actor (id, region_id, slug, name, sort_name, kind, provenance) VALUES ($1, $2, 'werk-epsilon', 'Werk Epsilon', 'Werk Epsilon', 'COMPANY', 'ENTERED') RETURNING id`,
      ...[idFrom('test', 'epsilon'), region.id],
    );
    expect(await commit(again)).toMatchObject({ outcome: { made: 0, changed: 0, left: 2 } });
    expect((await rows(again.id, { kept: true })).map(({ kept }) => kept)).toEqual(['CHANGED_SINCE', 'TAKEN_SINCE']);
  });

  it('becomes what is decided of doubtful rows', async () => {
    await commit(await compare('Kennung;Name;Ort\n17;Chor Harmonie e. V.;Hamm\n18;Turnverein Hamm;Hamm'));
    const doubtful = await compare('Kennung;Name;Ort;Art\n;Chor Harmonie;Hamm;Verein\n;Turnverein Hamm e.V.;Hamm;Verein');
    expect(counted(doubtful)).toEqual({ DUPLICATE: 2 });
    const [choir] = await rows(doubtful.id);
    const { id } = doubtful;
    const same = await act('decideImportRows', {
      id,
      expectedVersion: doubtful.version,
      lines: [2],
      decision: 'SAME',
      targetId: choir!.candidates[0]!.id,
    });
    const both = await act('decideImportRows', { id, expectedVersion: same.version, lines: [3], decision: 'NOT_SAME' });
    expect(counted(both)).toEqual({ CHANGED: 1, NEW: 1 });
    await commit(both);
    expect(await named('Chor Harmonie')).toMatchObject([{ kind: 'CIVIL_SOCIETY' }]);
    expect(await named('Turnverein Hamm e.V.')).toHaveLength(1);
    // Its own number says more than a name that is only alike; alone it may be the number of another list.
    const numbered = await compare('Kennung;Name;Ort\n18;Turnverein Hamm 1890;Hamm\n17;Ganz anders;Hamm');
    expect((await rows(numbered.id)).map(({ fate, candidates }) => [fate, ...candidates.map(({ reasons }) => reasons)])).toEqual([
      ['CHANGED'],
      ['DUPLICATE', ['NUMBER']],
    ]);
  });

  it('remembers what columns meant, by region and headings', async () => {
    await compare('Wer;Wo\nWerk Zeta;Hamm', ['name', 'city']);
    expect((await show(await send('Wer;Wo\nWerk Eta;Hamm'))).columns).toMatchObject([{ field: 'name' }, { field: 'city' }]);
    expect((await show(await send('Wer;Wo;Was\nWerk Eta;Hamm;x'))).columns).toMatchObject([
      { field: null },
      { field: null },
      { field: null },
    ]);
  });

  it('goes on where it was stopped, and twice at once makes nothing twice', async () => {
    const names = Array.from({ length: 1_300 }, (_, n) => `Betrieb ${idFrom('betrieb', String(n)).slice(0, 8)};Ort ${n}`);
    const id = await send(`Name;Ort\n${names.join('\n')}`);
    const { version } = await show(id);
    await act('matchImportColumns', { id, expectedVersion: version, fields: ['name', 'city'], defaultKind: 'COMPANY' });
    const runs = app.get(ImportRuns);
    expect(await runs.step(id)).toBe(true);
    expect(await show(id)).toMatchObject({ state: 'COMPARING', done: 500, total: 1_300 });
    await runs.run(id);
    const compared = await show(id);
    expect(counted(compared)['NEW']).toBe(1_300);
    await act('commitImport', { id, expectedVersion: compared.version, sourceNote: 'Liste' });
    expect(await runs.step(id)).toBe(true);
    await Promise.all([runs.run(id), runs.run(id)]);
    expect(await show(id)).toMatchObject({ state: 'COMMITTED', outcome: { made: 1_300 } });
    expect(await read('SELECT count(*) FROM actor WHERE source_note = $1', 'Liste')).toEqual([{ count: 1_300 }]);
    expect(await undo(await show(id))).toMatchObject({ state: 'UNDONE', outcome: { takenBack: 1_300 } });
    expect(await read('SELECT count(*) FROM actor WHERE source_note = $1', 'Liste')).toEqual([{ count: 0 }]);
  });

  it('is refused a step that is not its turn, an old version, and everybody but the coordination', async () => {
    const batch = await compare('Name\nWerk Theta');
    const { id, version } = batch;
    expect(await act('undoImport', { id, expectedVersion: version })).toMatchObject({ code: 'IMPORT_NOT_NOW' });
    expect(await act('commitImport', { id, expectedVersion: version - 1, sourceNote: 'x' })).toMatchObject({
      __typename: 'StaleVersion',
      current: version,
    });
    expect(await act('commitImport', { id, expectedVersion: version, sourceNote: ' ' })).toMatchObject({
      code: 'TEXT_MISSING',
      field: 'sourceNote',
    });
    expect(await show(id, { ...VISITOR, personId: idFrom('x') })).toBeNull();
    expect(await act('discardImport', { id, expectedVersion: version })).toMatchObject({ __typename: 'ImportBatch' });
    expect(await show(id)).toBeNull();
  });

  it('is not there where its file was refused', async () => {
    const before = await read('SELECT id FROM import_batch ORDER BY id');
    const text = `Name;Ort\n${'Werk;Hamm\n'.repeat(2_000)}"offen`;
    expect(await app.get(ImportUpload).read(region, Buffer.from(text), { kind: 'ACTORS', fileName: '' })).toMatchObject({
      ok: false,
    });
    expect(await app.get(ImportUpload).read(region, Buffer.from('Name;Ort\n'), { kind: 'ACTORS', fileName: '' })).toMatchObject({
      refusal: { code: 'TABLE_EMPTY' },
    });
    expect(await read('SELECT id FROM import_batch ORDER BY id')).toEqual(before);
  });

  it('has a door for forms: who may be the same, and why', async () => {
    const asked = async (said: Record<string, string>) =>
      (
        await app.query<{ possibleDuplicates: { name: string; reasons: string[]; administered: boolean }[] }>(
          'query($said: SaidOrganisationInput!) { possibleDuplicates(said: $said) { name reasons administered } }',
          { said },
          { viewer: { ...VISITOR, personId: idFrom('x') } },
        )
      ).data.possibleDuplicates;
    expect(await asked({ name: 'Giesserei Nordkamp' })).toMatchObject([
      { name: 'Gießerei Nordkamp GmbH', reasons: ['NAME'], administered: false },
    ]);
    expect(await asked({ name: 'SPEDITION HELLWALD GmbH' })).toMatchObject([{ name: 'Spedition Hellwald', administered: true }]);
    expect(await asked({ name: 'Dachdecker Steilberg' })).toMatchObject([{ name: 'Dachdeckerbetrieb Steilberg', administered: false }]);
    expect(await asked({ name: 'Etwas ganz Neues' })).toEqual([]);
    await commit(await compare('Name;Registernummer;Homepage\nVerein Iota;VR 4711 Amtsgericht Hamm;iota.example'));
    expect(await asked({ name: 'Umbenannt', register: 'VR 4711 (AG Hamm)', website: 'www.iota.example' })).toMatchObject([
      { name: 'Verein Iota', reasons: ['REGISTER', 'WEBSITE'] },
    ]);
  });
});
