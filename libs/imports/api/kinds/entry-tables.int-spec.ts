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
    expect(conflict!.candidates.map(({ name, reasons }) => [name, ...reasons]).sort()).toEqual([
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

  it('gives nobody more than an organisation may have, and goes on where it was stopped', async () => {
    const lines = Array.from({ length: 620 }, (_, at) => `VM;${idFrom('angebot', String(at)).slice(0, 8)}`);
    const batch = await desk.compare(`Organisation;Angebot\n${lines.join('\n')}`);
    expect(counted(batch)['NEW']).toBe(620);
    await desk.act('commitImport', { id: batch.id, expectedVersion: batch.version, sourceNote: 'Liste' });
    const runs = app.get(ImportRuns);
    expect(await runs.step(batch.id)).toBe(true);
    await Promise.all([runs.run(batch.id), runs.run(batch.id)]);
    const done = await desk.show(batch.id);
    expect(done).toMatchObject({ state: 'COMMITTED', outcome: { made: 40, left: 580 } });
    expect((await desk.rows(batch.id, { kept: true }))[0]).toMatchObject({ kept: 'TOO_MANY' });
    expect(await desk.undo(done)).toMatchObject({ outcome: { takenBack: 40, kept: 0 } });
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
