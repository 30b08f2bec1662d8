import { ActorHiding } from '@knotenpunkt/actors/api';
import { VISITOR } from '@knotenpunkt/identity/domain';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import { createImportsTestApp } from '../imports-test-app';
import { counted, TestDesk } from '../imports-test-desk';

describe('a table with an organisation that is not in the directory any more', () => {
  let app: TestApp;
  let desk: TestDesk;

  beforeAll(async () => {
    app = await createImportsTestApp();
    desk = new TestDesk(app, (await app.get(RegionService).choose('harkenrode'))!, 'ACTORS');
  });
  afterAll(() => app.close());

  const named = (name: string) => desk.read<{ id: Id; archived: boolean }>('SELECT id, archived FROM actor WHERE name = $1', name);
  const hide = async (name: string, hidden = true) => {
    const [actor] = await named(name);
    const set = await app
      .get(UnitOfWork)
      .run((tx) => app.get(ActorHiding).set(tx, desk.coordinator, desk.region, { id: actor!.id, hidden }));
    expect(set.ok).toBe(true);
  };

  it('says so in the dry run and does not enter it again, whatever else of it the list tells', async () => {
    const list = 'Kennung;Name;Ort;Homepage\n91;Kanzlei Nebel GmbH;Hamm;nebel.example';
    await desk.commit(await desk.compare(list));
    await hide('Kanzlei Nebel GmbH');
    const again = await desk.compare(`${list}\n92;KANZLEI NEBEL GmbH;;\n91;Kanzlei im Nebel;Hamm;nebel.example\n93;Kanzlei Klar;Hamm;`);
    expect(await desk.told(again.id)).toEqual([
      [2, 'CONFLICT', 'name NOT_LISTED'],
      [3, 'CONFLICT', 'name NOT_LISTED'],
      [4, 'CONFLICT', 'name NOT_LISTED'],
      [5, 'NEW'],
    ]);
    expect(await desk.commit(again)).toMatchObject({ outcome: { made: 1, changed: 0, left: 0 } });
    expect(await named('Kanzlei Nebel GmbH')).toMatchObject([{ archived: true }]);
    expect(await named('KANZLEI NEBEL GmbH')).toEqual([]);
    const alone = await desk.compare(list);
    expect(await desk.act('commitImport', { id: alone.id, expectedVersion: alone.version, sourceNote: 'Liste' })).toMatchObject({
      code: 'NOTHING_TO_IMPORT',
    });
  });

  it('asks where it is only alike: the same stays out, another one is entered', async () => {
    await desk.commit(await desk.compare('Name;Ort\nOrchester Bergfried;Hamm'));
    await hide('Orchester Bergfried');
    const batch = await desk.compare('Name;Ort\nOrchester Bergfriede;Hamm\nOrchester Bergfried;Ostwalden');
    expect(counted(batch)).toEqual({ DUPLICATE: 2 });
    const [alike] = await desk.rows(batch.id);
    expect(alike!.candidates).toMatchObject([{ name: 'Orchester Bergfried', listed: false, reasons: ['NAME_ALIKE'] }]);
    const { id, version } = batch;
    const targetId = alike!.candidates[0]!.id;
    const same = await desk.act('decideImportRows', { id, expectedVersion: version, lines: [2], decision: 'SAME', targetId });
    expect(await desk.told(id)).toEqual([
      [2, 'CONFLICT', 'name NOT_LISTED'],
      [3, 'DUPLICATE'],
    ]);
    await desk.commit(await desk.act('decideImportRows', { id, expectedVersion: same.version, lines: [3], decision: 'NOT_SAME' }));
    expect(await named('Orchester Bergfriede')).toEqual([]);
    expect((await named('Orchester Bergfried')).map(({ archived }) => archived).sort()).toEqual([false, true]);
    // Now one of that name is there, and the list means that one.
    expect(await desk.told((await desk.compare('Name;Ort\nOrchester Bergfried;Ostwalden')).id)).toEqual([[2, 'SAME']]);
  });

  it('leaves it as it is where the table that entered it is taken back, and says why', async () => {
    const batch = await desk.commit(await desk.compare('Name;Ort\nWerft Abendrot;Hamm\nWerft Morgenrot;Hamm'));
    await hide('Werft Abendrot');
    expect(await desk.undo(batch)).toMatchObject({ outcome: { takenBack: 1, kept: 1 } });
    expect((await desk.rows(batch.id, { kept: true })).map(({ label, kept, stands }) => [label, kept, stands])).toEqual([
      ['Werft Abendrot', 'ACTOR_GONE', true],
    ]);
    expect(await named('Werft Abendrot')).toMatchObject([{ archived: true }]);
    // Back in the directory it is compared like any other.
    await hide('Werft Abendrot', false);
    expect(await desk.told((await desk.compare('Name;Ort\nWerft Abendrot;Hamm\nWerft Morgenrot;Hamm')).id)).toEqual([
      [2, 'SAME'],
      [3, 'NEW'],
    ]);
  });

  it('writes nothing of one that went between dry run and writing', async () => {
    await desk.commit(await desk.compare('Name;Ort\nHof Ahorn;Hamm'));
    const batch = await desk.compare('Name;Ort;PLZ\nHof Ahorn;Hamm;59065\nHof Buche;Hamm;');
    await desk.commit(await desk.compare('Name;Ort\nHof Buche;Hamm'));
    await hide('Hof Ahorn');
    await hide('Hof Buche');
    expect(await desk.commit(batch)).toMatchObject({ outcome: { made: 0, changed: 0, left: 2 } });
    expect((await desk.rows(batch.id, { kept: true })).map(({ kept }) => kept)).toEqual(['ACTOR_GONE', 'TAKEN_SINCE']);
    expect(await named('Hof Buche')).toHaveLength(1);
  });

  it('means the entry it was merged into, whose name stays', async () => {
    await desk.commit(await desk.compare('Name;Ort\nBühne am Wehr;Hamm\nTheater am Wehr;Hamm'));
    const [[gone], [kept]] = [await named('Bühne am Wehr'), await named('Theater am Wehr')];
    const merged = await app.query<{ mergeActors: { __typename: string } }>(
      'mutation($input: MergeActorsInput!) { mergeActors(input: $input) { __typename ... on Refused { code } } }',
      { input: { id: idFrom('test', 'merge'), keptId: kept!.id, mergedId: gone!.id, keptVersion: 1, mergedVersion: 1, takes: [] } },
      { viewer: desk.coordinator },
    );
    expect(merged.data.mergeActors.__typename).not.toBe('Refused');
    const batch = await desk.compare('Name;Ort;PLZ\nBühne am Wehr;Hamm;59065\nTheater am Wehr;Hamm;59066');
    expect(await desk.told(batch.id)).toEqual([
      [2, 'CHANGED'],
      [3, 'CONFLICT', 'name EARLIER_ROW'],
    ]);
    expect((await desk.rows(batch.id))[0]!.changes).toEqual([{ field: 'postalCode', before: '', after: '59065' }]);
    await desk.commit(batch);
    expect(await desk.read('SELECT name, postal_code AS code FROM actor WHERE id = $1', kept!.id)).toEqual([
      { name: 'Theater am Wehr', code: '59065' },
    ]);
    const offers = new TestDesk(app, desk.region, 'OFFERS');
    const offered = await offers.commit(await offers.compare('Organisation;Angebot\nBühne am Wehr;Probenraum\nKanzlei Nebel;Rat'));
    expect(await offers.told(offered.id)).toMatchObject([
      [2, 'NEW'],
      [3, 'BAD'],
    ]);
    expect(await desk.read('SELECT actor_id AS id FROM entry WHERE title = $1', 'Probenraum')).toEqual([{ id: kept!.id }]);
  });

  it('is not told to those who enter an organisation in a form', async () => {
    await desk.commit(await desk.compare('Name;Ort\nLabor Silberdistel;Hamm'));
    await hide('Labor Silberdistel');
    const asked = await app.query<{ possibleDuplicates: unknown[] }>(
      'query($said: SaidOrganisationInput!) { possibleDuplicates(said: $said) { name } }',
      { said: { name: 'Labor Silberdistel' } },
      { viewer: { ...VISITOR, personId: idFrom('x') } },
    );
    expect(asked.data.possibleDuplicates).toEqual([]);
  });
});
