import { idFrom, type Id } from '@knotenpunkt/kernel';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import { createImportsTestApp } from '../imports-test-app';
import { counted, TestDesk } from '../imports-test-desk';
import { ImportRuns } from '../table/import-runs';

describe('a table of offers', () => {
  let app: TestApp;
  let desk: TestDesk;

  beforeAll(async () => {
    app = await createImportsTestApp();
    desk = new TestDesk(app, (await app.get(RegionService).choose('harkenrode'))!, 'OFFERS');
    const actors = new TestDesk(app, desk.region, 'ACTORS');
    await actors.commit(
      await actors.compare(
        [
          'Kennung;Name;Kurzname;Ort;Homepage',
          '4711;Werkstatt Nord GmbH;WN;Ostwalden;werkstatt-nord.example',
          '4712;Verein Mitte e. V.;VM;Ostwalden;',
          '4713;Verein Mitte;;Hamm;',
        ].join('\n'),
      ),
    );
  });
  afterAll(() => app.close());

  const entriesOf = (name: string) =>
    desk.read<{
      id: Id;
      title: string;
      text: string;
      direction: string;
      themes: string[];
      note: string | null;
      confirmed: string | null;
      until: string;
    }>(
      `SELECT e.id, e.title, e.text, e.direction, e.themes, e.source_note AS note, e.confirmed_on AS confirmed, e.until_on AS until
       FROM entry e JOIN actor a ON a.id = e.actor_id WHERE a.name = $1 ORDER BY e.title`,
      name,
    );

  it('is compared first: whose each is, by name, short name, website and number; who is not known and who may be several is said', async () => {
    const batch = await desk.compare(
      [
        'Organisation;Nr. der Liste;Ort;Titel;Näheres;Handlungsfeld;Bis',
        'Werkstatt Nord;;;Drehbank am Abend;;Handwerk;12/2099',
        'wn;;;Drehbank bei Nacht;;;',
        'www.werkstatt-nord.example;;;Schweißkurs;;;',
        ';4711;;Fräskurs;;;',
        'Verein Mitte;;;Saal;;;',
        'Verein Mitte;;Ostwalden;Saal am Abend;;;',
        'VEREIN MITTE;4711;;Saal;;;',
        'Gibt es nicht;;;Halle;;;',
        ';;;Halle;;;',
        'WN;;;;;;',
        'WN;;;Lehrgang;;Zauberei;',
        'WN;;;Lehrgang;;;1.1.2020',
      ].join('\n'),
      ['actor', 'actorKey', 'actorCity', 'title', 'text', 'themes', 'untilOn'],
    );
    expect(await desk.told(batch.id)).toEqual([
      [2, 'NEW'],
      [3, 'NEW'],
      [4, 'NEW'],
      [5, 'NEW'],
      [6, 'NEW'],
      [7, 'NEW'],
      [8, 'CONFLICT', 'actor REFERENCE_AMBIGUOUS'],
      [9, 'BAD', 'actor REFERENCE_UNKNOWN'],
      [10, 'BAD', 'actor REFERENCE_MISSING'],
      [11, 'BAD', 'title TEXT_MISSING'],
      [12, 'BAD', 'themes THEME_UNKNOWN'],
      [13, 'BAD', 'untilOn DATE_PAST'],
    ]);
    const [conflict] = await desk.rows(batch.id, { fate: 'CONFLICT' });
    expect(conflict!.references).toEqual([]);
    expect((await desk.rows(batch.id, { fate: 'NEW' })).map(({ references }) => references.map(({ actor }) => actor.name))).toEqual([
      ...Array.from({ length: 4 }, () => ['Werkstatt Nord GmbH']),
      ['Verein Mitte'],
      ['Verein Mitte e. V.'],
    ]);
    const [choice] = conflict!.choices;
    expect(choice!.among.map(({ name, reasons }) => [name, ...reasons]).sort()).toEqual([
      ['Verein Mitte e. V.', 'NAME'],
      ['Verein Mitte', 'NAME'],
      ['Werkstatt Nord GmbH', 'NUMBER'],
    ]);
    expect(await entriesOf('Werkstatt Nord GmbH')).toEqual([]);
  });

  it('is written as what nobody confirmed, changed by a later table, and taken back with one click', async () => {
    const first = await desk.commit(
      await desk.compare('Organisation;Angebot;Beschreibung;Themen;Gültig bis\nWN;Hebebühne;;Handwerk;12/2099\nWN;Lackierraum;;;'),
    );
    expect(first).toMatchObject({ state: 'COMMITTED', outcome: { made: 2, left: 0 } });
    expect(await entriesOf('Werkstatt Nord GmbH')).toMatchObject([
      { title: 'Hebebühne', direction: 'OFFER', themes: ['handwerk'], until: '2099-12-31', note: 'Liste der Kammer', confirmed: null },
      { title: 'Lackierraum', text: '' },
    ]);
    expect(
      await desk.read(
        `SELECT v.version, v.act FROM entry_version v JOIN entry e ON e.id = v.entry_id WHERE e.title IN ('Hebebühne', 'Lackierraum') ORDER BY e.title`,
      ),
    ).toEqual([
      { version: 1, act: 'entry.listed' },
      { version: 1, act: 'entry.listed' },
    ]);
    const again = await desk.compare(
      'Organisation;Angebot;Beschreibung\nWerkstatt Nord GmbH;hebebühne;Für zwei Wagen\nWN;Lackierraum;\nWN;Lackierräume;\nWN;Hebebühne;Für drei',
    );
    expect(await desk.told(again.id)).toEqual([
      [2, 'CHANGED'],
      [3, 'SAME'],
      [4, 'DUPLICATE'],
      [5, 'CONFLICT', 'title EARLIER_ROW'],
    ]);
    const { id } = again;
    const [doubt] = await desk.rows(id, { fate: 'DUPLICATE' });
    expect(doubt!.candidates).toMatchObject([{ name: 'Lackierraum', reasons: ['NAME_ALIKE'] }]);
    const decided = await desk.act('decideImportRows', { id, expectedVersion: again.version, lines: [4], decision: 'NOT_SAME' });
    expect(counted(decided)).toEqual({ CHANGED: 1, SAME: 1, NEW: 1, CONFLICT: 1 });
    const second = await desk.commit(decided);
    expect(await entriesOf('Werkstatt Nord GmbH')).toMatchObject([
      { title: 'Lackierraum' },
      { title: 'Lackierräume' },
      { title: 'hebebühne', text: 'Für zwei Wagen' },
    ]);
    expect(await desk.undo(second)).toMatchObject({ state: 'UNDONE', outcome: { takenBack: 2, kept: 0 } });
    expect(await desk.undo(first)).toMatchObject({ outcome: { takenBack: 2, kept: 0 } });
    expect(await entriesOf('Werkstatt Nord GmbH')).toEqual([]);
  });

  it('leaves standing what was changed since, names it, and never writes over what an organisation said itself', async () => {
    const batch = await desk.commit(await desk.compare('Organisation;Angebot\nWN;Prüfstand\nWN;Gabelstapler'));
    await desk.read(`UPDATE entry SET confirmed_on = '2026-11-28', version = version + 1 WHERE title = 'Prüfstand' RETURNING id`);
    const later = await desk.compare('Organisation;Angebot;Beschreibung\nWN;Prüfstand;Neu\nWN;Gabelstapler;Drei Tonnen');
    expect(await desk.told(later.id)).toEqual([
      [2, 'CONFLICT', 'text OWN_WORD'],
      [3, 'CHANGED'],
    ]);
    await desk.read(`UPDATE entry SET state = 'WITHDRAWN', version = version + 1 WHERE title = 'Prüfstand' RETURNING id`);
    expect(await desk.told((await desk.compare('Organisation;Angebot\nWN;Prüfstand')).id)).toEqual([[2, 'CONFLICT', 'title WITHDRAWN']]);
    await desk.read(`UPDATE entry SET state = 'OPEN', version = version + 1 WHERE title = 'Prüfstand' RETURNING id`);
    await desk.read(`UPDATE entry SET text = 'Fünf Tonnen', version = version + 1 WHERE title = 'Gabelstapler' RETURNING id`);
    const kept = await desk.commit(later);
    expect(kept.outcome).toMatchObject({ changed: 0, left: 1 });
    expect((await desk.rows(later.id, { kept: true })).map(({ label, kept }) => [label, kept])).toEqual([
      ['Gabelstapler', 'CHANGED_SINCE'],
    ]);
    expect(await desk.undo(batch)).toMatchObject({ outcome: { takenBack: 0, kept: 2 } });
    expect((await desk.rows(batch.id, { kept: true })).map(({ label, kept, stands }) => [label, kept, stands])).toEqual([
      ['Prüfstand', 'CHANGED_SINCE', true],
      ['Gabelstapler', 'CHANGED_SINCE', true],
    ]);
  });

  it('says in the dry run who would have more than an organisation may have, also where somebody answered, and gives nobody more', async () => {
    const lines = Array.from({ length: 620 }, (_, at) => `VM;${idFrom('angebot', String(at)).slice(0, 8)}`);
    const batch = await desk.compare(`Organisation;Angebot\nVM;Halle am Abend\nVM;Halle am Abende\n${lines.join('\n')}\nWN;Kran`);
    // Rows of one table are not compared with each other by likeness, only with what is there.
    expect(counted(batch)).toEqual({ NEW: 41, CONFLICT: 582 });
    const told = await desk.told(batch.id);
    expect(told[39]).toEqual([41, 'NEW']);
    expect(told[40]).toEqual([42, 'CONFLICT', 'actor TOO_MANY_ENTRIES']);
    // Compared once more it is the same: what was said before does not count as coming.
    const { id } = batch;
    await desk.act('matchImportColumns', { id, expectedVersion: batch.version, fields: ['actor', 'title'], defaultKind: 'OTHER' });
    await app.get(ImportRuns).run(id);
    expect(counted(await desk.show(id))).toEqual({ NEW: 41, CONFLICT: 582 });
    const done = await desk.commit(await desk.show(id));
    expect(done).toMatchObject({ state: 'COMMITTED', outcome: { made: 41, left: 0 } });
    const twice = await desk.compare('Organisation;Angebot\nVM;Halle an dem Abend\nVM;Lager');
    expect(await desk.told(twice.id)).toEqual([
      [2, 'DUPLICATE'],
      [3, 'CONFLICT', 'actor TOO_MANY_ENTRIES'],
    ]);
    await desk.act('decideImportRows', { id: twice.id, expectedVersion: twice.version, lines: [2], decision: 'NOT_SAME' });
    expect((await desk.told(twice.id))[0]).toEqual([2, 'CONFLICT', 'actor TOO_MANY_ENTRIES']);
    expect(await desk.undo(done)).toMatchObject({ outcome: { takenBack: 41, kept: 0 } });
  });

  it('gives nobody more than an organisation may have, also where it added some itself since', async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `VM;${idFrom('mehr', String(at)).slice(0, 8)}`);
    const batch = await desk.compare(`Organisation;Angebot\n${lines.join('\n')}`);
    expect(counted(batch)).toEqual({ NEW: 40 });
    await desk.read(
      `INSERT INTO entry (id, actor_id, region_id, direction, title) SELECT uuidv7(), id, region_id, 'NEED', 'Saal' FROM actor WHERE short_name = 'VM' RETURNING id`,
    );
    const done = await desk.commit(batch);
    expect(done).toMatchObject({ outcome: { made: 39, left: 1 } });
    expect((await desk.rows(batch.id, { kept: true }))[0]).toMatchObject({ line: 41, kept: 'TOO_MANY' });
    await desk.undo(done);
    await desk.read(`DELETE FROM entry WHERE title = 'Saal' AND direction = 'NEED' RETURNING id`);
  });

  it('asks which organisation is meant where several fit, takes the answer for several rows, and takes it back', async () => {
    const batch = await desk.compare(
      'Organisation;Nr. der Liste;Angebot\nVEREIN MITTE;4711;Bühne\nVEREIN MITTE;4711;Technik\nVEREIN MITTE;;Licht\nWN;;Ton',
      ['actor', 'actorKey', 'title'],
    );
    expect(counted(batch)).toEqual({ CONFLICT: 2, NEW: 2 });
    expect(batch.counts.map(({ unanswered }) => unanswered)).toEqual([2, 0]);
    const shown = await desk.rows(batch.id);
    const named = (name: string) => shown[0]!.choices[0]!.among.find((one) => one.name === name)!.id;
    expect(shown[0]!.choices).toMatchObject([{ field: 'actor', words: 'VEREIN MITTE', chosenId: null }]);
    const choose = (version: number, lines: number[], actorId: Id | null) =>
      desk.act('chooseImportActor', { id: batch.id, expectedVersion: version, lines, field: 'actor', words: 'VEREIN MITTE', actorId });
    // Whom the words of a row do not fit is not chosen for it, and a row that offers no choice stays as it is.
    expect(await choose(batch.version, [2], idFrom('test', 'somebody'))).toMatchObject({ code: 'CHOICE_UNKNOWN' });
    const first = await choose(batch.version, [2, 3, 5], named('Werkstatt Nord GmbH'));
    expect(counted(first)).toEqual({ NEW: 4 });
    const other = await choose(first.version, [3], named('Verein Mitte'));
    const back = await choose(other.version, [2], null);
    expect(await desk.told(batch.id)).toEqual([
      [2, 'CONFLICT', 'actor REFERENCE_AMBIGUOUS'],
      [3, 'NEW'],
      [4, 'NEW'],
      [5, 'NEW'],
    ]);
    const done = await desk.commit(back);
    expect((await entriesOf('Verein Mitte')).map(({ title }) => title)).toEqual(['Licht', 'Technik']);
    // Of what the list said nothing is kept.
    expect(await desk.read('SELECT line FROM import_row WHERE batch_id = $1 AND choices IS NOT NULL', batch.id)).toEqual([]);
    expect(await choose(done.version, [2], named('Verein Mitte'))).toMatchObject({ code: 'IMPORT_NOT_NOW' });
    await desk.undo(done);
  });

  it('has needs of its own kind: one with the same words is another', async () => {
    const needs = new TestDesk(app, desk.region, 'NEEDS');
    const offer = await desk.commit(await desk.compare('Organisation;Angebot\nVM;Probenraum'));
    const batch = await needs.compare('Organisation;Bedarf\nVM;Probenraum');
    expect(counted(batch)).toEqual({ NEW: 1 });
    const done = await needs.commit(batch);
    expect((await entriesOf('Verein Mitte e. V.')).map(({ direction }) => direction).sort()).toEqual(['NEED', 'OFFER']);
    await needs.undo(done);
    await desk.undo(offer);
    expect(await entriesOf('Verein Mitte e. V.')).toEqual([]);
  });
});
