import { type Id } from '@knotenpunkt/kernel';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import { createImportsTestApp } from '../imports-test-app';
import { counted, TestDesk } from '../imports-test-desk';

describe('a table of Vorhaben', () => {
  let app: TestApp;
  let desk: TestDesk;

  beforeAll(async () => {
    app = await createImportsTestApp();
    desk = new TestDesk(app, (await app.get(RegionService).choose('harkenrode'))!, 'INITIATIVES');
    const actors = new TestDesk(app, desk.region, 'ACTORS');
    await actors.commit(await actors.compare('Name;Ort\nAlpha GmbH;Ort 1\nBeta e. V.;Ort 2\nGamma;Ort 3\nDelta;Ort 4\nDelta;Ort 5'));
  });
  afterAll(() => app.close());

  const titled = (title: string) =>
    desk.read<{ id: Id; state: string; kind: string; certainty: string; note: string; end: string; precision: string; partners: string[] }>(
      `SELECT i.id, i.state, i.kind, i.lead_certainty AS certainty, i.source_note AS note, i.end_on AS end, i.end_precision AS precision,
         ARRAY(SELECT a.name || ' ' || p.state FROM participation p JOIN actor a ON a.id = p.actor_id WHERE p.initiative_id = i.id ORDER BY p.position) AS partners
       FROM initiative i WHERE i.title = $1`,
      title,
    );
  const HEAD = 'Titel;Worum es geht;Federführung;Partner;Art;Beginn;Ende';
  const FIELDS = ['title', 'summary', 'lead', 'partners', 'kind', 'startOn', 'endOn'];

  it('is compared first: who leads, who takes part, and all that is wrong', async () => {
    const batch = await desk.compare(
      [
        HEAD,
        'Abendschule;Lernen am Abend.;Alpha;Beta e. V.; Studie;01/2024;',
        'Abendschule;Lernen am Abend.;Alpha;;;;',
        'Morgenschule;;Alpha;;;;',
        'Nachtschule;Lernen.;Alpha;Beta; Zauberei;;',
        'Mittagsschule;Lernen.;Alpha;Omega;;;',
        'Mittagsschule;Lernen.;Alpha;Delta;;;',
        'Vorschule;Lernen.;Alpha;;;05/2024;04/2024',
        'Hochschule;Lernen.;;;;bald;',
      ].join('\n'),
      FIELDS,
    );
    expect(await desk.told(batch.id)).toEqual([
      [2, 'NEW'],
      [3, 'DUPLICATE', 'title EARLIER_ROW'],
      [4, 'BAD', 'summary TEXT_MISSING'],
      [5, 'BAD', 'kind KIND_UNREADABLE'],
      [6, 'BAD', 'partners REFERENCE_UNKNOWN'],
      [7, 'CONFLICT', 'partners REFERENCE_AMBIGUOUS'],
      [8, 'BAD', 'endOn DATE_ORDER'],
      [9, 'BAD', 'lead REFERENCE_MISSING', 'startOn DATE_UNREADABLE'],
    ]);
    expect(await titled('Abendschule')).toEqual([]);
  });

  it('is written as stated, told the graph, changed by a later table, and taken back with one click', async () => {
    const first = await desk.commit(
      await desk.compare(`${HEAD}\nLernwerkstatt;Lernen.;Alpha;Beta e. V.; Studie;01/2024;\nAltes;Vorbei.;Gamma;;;01/2020;12/2021`, FIELDS),
    );
    expect(first).toMatchObject({ state: 'COMMITTED', outcome: { made: 2, left: 0 } });
    const [made] = await titled('Lernwerkstatt');
    expect(made).toMatchObject({
      state: 'ACTIVE',
      kind: 'STUDY',
      certainty: 'REPORTED',
      note: 'Liste der Kammer',
      partners: ['Beta e. V. STATED'],
    });
    expect(await titled('Altes')).toMatchObject([{ state: 'FINISHED' }]);
    await app.project();
    const edges = await desk.read<{ grade: string }>(
      `SELECT e->>'grade' AS grade FROM graph_fact, jsonb_array_elements(facts->'edges') e WHERE owner_id = $1`,
      made!.id,
    );
    expect(edges.map(({ grade }) => grade)).toEqual(['STATED', 'STATED']);

    // What is there needs no sentence again; what the list does not say stays.
    const again = await desk.compare(`${HEAD}\nLernwerkstatt;;Alpha GmbH;;;;06/2028`, FIELDS);
    expect((await desk.rows(again.id))[0]).toMatchObject({
      fate: 'CHANGED',
      changes: [
        { field: 'endOn', before: '', after: '2028-06-01' },
        { field: 'endPrecision', before: 'DAY', after: 'MONTH' },
      ],
    });
    const second = await desk.commit(again);
    expect(await titled('Lernwerkstatt')).toMatchObject([{ end: '2028-06-01', precision: 'MONTH', kind: 'STUDY' }]);
    expect(await desk.undo(second)).toMatchObject({ outcome: { takenBack: 1, kept: 0 } });
    expect(await titled('Lernwerkstatt')).toMatchObject([{ end: null, precision: 'DAY' }]);
    // What was put back was changed by nobody here: the same list can be taken again.
    expect(await desk.told((await desk.compare(`${HEAD}\nLernwerkstatt;;Alpha GmbH;;;;06/2028`, FIELDS)).id)).toEqual([[2, 'CHANGED']]);
    expect(await desk.undo(first)).toMatchObject({ state: 'UNDONE', outcome: { takenBack: 2, kept: 0 } });
    expect(await titled('Lernwerkstatt')).toEqual([]);
  });

  it('asks about those of the same name with another lead, and about similar ones of the same', async () => {
    const first = await desk.commit(await desk.compare(`${HEAD}\nWindpark Nordkamp;Wind.;Alpha;;;;`, FIELDS));
    const batch = await desk.compare(
      `${HEAD}\nWindpark Nordkamp;Wind.;Gamma;;;;\nWindparks Nordkamp;Wind.;Alpha;;;;\nWindparks Nordkamp;W.;Gamma;;;;`,
      FIELDS,
    );
    expect(await desk.told(batch.id)).toEqual([
      [2, 'DUPLICATE'],
      [3, 'DUPLICATE'],
      [4, 'NEW'],
    ]);
    const [same] = await desk.rows(batch.id);
    const { id } = batch;
    const targetId = same!.candidates[0]!.id;
    const decided = await desk.act('decideImportRows', { id, expectedVersion: batch.version, lines: [2], decision: 'SAME', targetId });
    expect(counted(decided)).toEqual({ SAME: 1, DUPLICATE: 1, NEW: 1 });
    await desk.undo(first);
  });

  it('leaves standing what was changed or used since, names it, and never writes over what a lead said', async () => {
    const batch = await desk.commit(
      await desk.compare(`${HEAD}\nEins;E.;Alpha;;;;\nZwei;Z.;Alpha;;;;\nDrei;D.;Alpha;;;;\nVier;V.;Alpha;;;;`, FIELDS),
    );
    await desk.read(
      `UPDATE initiative SET lead_certainty = 'CONFIRMED', source_note = NULL, version = version + 1 WHERE title = 'Eins' RETURNING id`,
    );
    // An editor of the lead writes, who may not confirm that it leads.
    await desk.read(`UPDATE initiative SET summary = 'Genauer.', version = version + 1 WHERE title = 'Vier' RETURNING id`);
    await desk.read(
      `INSERT INTO event (id, region_id, initiative_id, title, format, date_on, state)
       SELECT gen_random_uuid(), region_id, id, 'Auftakt', 'OPENING', '2027-01-01', 'ANNOUNCED' FROM initiative WHERE title = 'Zwei' RETURNING id`,
    );
    const later = await desk.compare(`${HEAD}\nEins;Anders.;Alpha;;;;\nDrei;D.;Alpha;;;;\nVier;V.;Alpha;;;;`, FIELDS);
    expect(await desk.told(later.id)).toEqual([
      [2, 'CONFLICT', 'summary OWN_WORD'],
      [3, 'SAME'],
      [4, 'CONFLICT', 'summary CHANGED_HERE'],
    ]);
    expect(await desk.undo(batch)).toMatchObject({ outcome: { takenBack: 1, kept: 3 } });
    expect((await desk.rows(batch.id, { kept: true })).map(({ label, kept, stands }) => [label, kept, stands])).toEqual([
      ['Eins', 'CHANGED_SINCE', true],
      ['Zwei', 'USED_SINCE', true],
      ['Vier', 'CHANGED_SINCE', true],
    ]);
    expect(await titled('Drei')).toEqual([]);
  });
});
