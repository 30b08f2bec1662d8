import { audienceOf, VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { viewFromAddress } from '@knotenpunkt/network/domain';
import { RegionService } from '@knotenpunkt/regions/api';
import { DataSource } from 'typeorm';
import { createNetworkTestApp } from '../network-test-app';
import { TakeService } from '../take/take.service';
import { EmbedService } from './embed.service';
import { ViewReadingService } from './view-reading.service';

const [own, partner] = ['a025', 'a008'].map((key) => idFrom('harkenrode', 'actor', key)) as [string, string];
const region = idFrom('region', 'harkenrode');
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };
const acting = (actorId: string, role: MandateRole = 'EDITOR'): Viewer => ({
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId, role, fromOn: '2020-01-01', untilOn: null }],
});

interface Kept {
  __typename: string;
  code?: string;
  id: string;
  name: string;
  version: number;
  visibility: string;
  archived: boolean;
  yours: boolean;
}
interface Opened {
  view: Kept;
  value: string;
  frame: object | null;
  places: { actorId: string; x: number; y: number }[];
  notes: { actor: { id: string; slug: string }; text: string }[];
}

const KEPT = '__typename ... on Refused { code } ... on SavedNetworkView { id name version visibility archived yours }';
const OPENED =
  'view { id name version visibility archived yours } value frame { x y zoom } places { actorId x y } notes { actor { id slug label } text }';

describe('kept views of the network', () => {
  let app: TestApp;
  /** An organisation of another region that only members know to be tied into this one. */
  let hidden: { id: string; slug: string; name: string };

  beforeAll(async () => {
    ({ app } = await createNetworkTestApp());
    const rows = app.get(DataSource);
    [hidden] = (await rows.query(
      `SELECT id, slug, name FROM actor WHERE region_id = (SELECT id FROM region WHERE slug = 'dortmund') ORDER BY id LIMIT 1`,
    )) as [typeof hidden];
    const node = newId();
    const edge = (from: string) => ({
      ...{ id: newId(), from, to: node, regionId: region, role: 'PARTNER', since: '2026-01-01', until: null },
      ...{ weight: 1, grade: 'WORKS_TOGETHER', audience: 'MEMBERS', halfLifeDays: 730 },
    });
    const facts = { nodes: [{ id: node, type: 'Initiative', regionId: region, audience: 'MEMBERS' }], edges: [edge(own), edge(hidden.id)] };
    await rows.query(
      `INSERT INTO graph_fact (owner_type, owner_id, region_id, version, seq, facts, audience)
       VALUES ('initiative', $1, $2, 1, nextval('graph_seq'), $3, 'MEMBERS')`,
      [node, region, JSON.stringify(facts)],
    );
    await app.project();
  });
  afterAll(() => app.close());

  const ask = async <Data>(source: string, variables: object, viewer: Viewer): Promise<Data> => {
    const { data, errors } = await app.query<Data>(source, variables as Record<string, unknown>, { viewer });
    expect(errors).toBeUndefined();
    return data;
  };
  const act = async (name: string, input: object, viewer: Viewer): Promise<Kept> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const known = /^(archive|restore|erase)NetworkView$/.test(name) ? 'NetworkViewVersionInput' : type;
    return (await ask<Record<string, Kept>>(`mutation($input: ${known}!) { ${name}(input: $input) { ${KEPT} } }`, { input }, viewer))[
      name
    ]!;
  };
  const open = async (id: string, viewer: Viewer): Promise<Opened | null> =>
    (await ask<{ networkView: Opened | null }>(`query($id: ID!) { networkView(id: $id) { ${OPENED} } }`, { id }, viewer)).networkView;
  const lists = (viewer: Viewer) =>
    ask<{ networkViews: Record<'mine' | 'ofRegion', { id: string; name: string }[]> }>(
      '{ networkViews { mine { id name } ofRegion { id name } } }',
      {},
      viewer,
    );
  const wishOf = (more: object = {}) => ({
    ...{ id: newId(), ownerKind: 'ACTOR', ownerActorId: own, name: 'Wer fährt', sentence: 'Für uns.', visibility: 'LINK' },
    content: {
      value: JSON.stringify({ chosen: ['spedition-hellwald', hidden.slug], target: hidden.slug, steps: 2 }),
      frame: null,
      places: [own, hidden.id].map((actorId) => ({ actorId, x: 1, y: 2 })),
      notes: [
        { actorId: own, text: 'Fährt früh.' },
        { actorId: hidden.id, text: `Von ${hidden.name} weiß noch niemand.` },
      ],
    },
    ...more,
  });

  it('show each reader what that reader may see: for a visitor nothing of members is in the bytes', async () => {
    const wish = wishOf();
    expect(await act('saveNetworkView', wish, acting(own))).toMatchObject({ __typename: 'SavedNetworkView', version: 1, yours: true });
    const member = (await open(wish.id, acting(partner)))!;
    expect(JSON.parse(member.value)).toMatchObject({ chosen: ['spedition-hellwald', hidden.slug], target: hidden.slug });
    expect(member.notes.map(({ actor }) => actor.id).toSorted()).toEqual([own, hidden.id].toSorted());
    const visitor = (await open(wish.id, VISITOR))!;
    expect(JSON.parse(visitor.value)).toMatchObject({ chosen: ['spedition-hellwald'], target: null, steps: 2 });
    expect(visitor.notes).toEqual([expect.objectContaining({ text: 'Fährt früh.' })]);
    const embedded = (await app.get(EmbedService).page(wish.id, null))!;
    expect(embedded).toContain('Fährt früh.');
    for (const bytes of [JSON.stringify(visitor), embedded])
      for (const secret of [hidden.id, hidden.slug, hidden.name, 'weiß noch niemand']) expect(bytes).not.toContain(secret);
  });

  it('keep where actors were moved to and which part is seen, as far as the reader knows these actors', async () => {
    const viewer = acting(own);
    const [frame, places] = [
      { x: 480.5, y: 520, zoom: 2.25 },
      [own, partner, hidden.id].map((actorId, at) => ({ actorId, x: 10 + at, y: -20 })),
    ];
    const wish = wishOf({ content: { value: '{}', frame, places, notes: [] } });
    await act('saveNetworkView', wish, viewer);
    expect(await open(wish.id, acting(partner))).toMatchObject({ frame, places });
    expect(await open(wish.id, VISITOR)).toMatchObject({ frame, places: places.slice(0, 2) });
    const changed = { value: '{}', frame: null, places: [{ ...places[0]!, x: 99 }], notes: [] };
    await act('changeNetworkView', { id: wish.id, expectedVersion: 1, content: changed }, viewer);
    expect(await open(wish.id, viewer)).toMatchObject({ frame: null, places: [{ actorId: own, x: 99, y: -20 }] });
    // Whoever is not there leaves no place behind.
    const stray = { ...changed, places: [...changed.places, { actorId: newId(), x: 1, y: 1 }] };
    await act('changeNetworkView', { id: wish.id, expectedVersion: 2, content: stray }, viewer);
    const [row] = (await app.get(DataSource).query('SELECT places FROM network_view WHERE id = $1', [wish.id])) as { places: object[] }[];
    expect(row!.places).toEqual([{ actorId: own, x: 99, y: -20 }]);
    const far = { ...changed, places: [{ actorId: own, x: 1e9, y: 0 }] };
    expect(await act('changeNetworkView', { id: wish.id, expectedVersion: 3, content: far }, viewer)).toMatchObject({
      code: 'VIEW_INVALID',
    });
  });

  it('are drawn in foreign pages and on paper with those who were moved, and with numbered flags', async () => {
    const viewer = acting(own);
    const content = { value: '{}', frame: null, places: [], notes: [{ actorId: own, text: 'Fährt früh.' }] };
    const wish = wishOf({ content });
    await act('saveNetworkView', wish, viewer);
    const marks = async () => (await app.get(EmbedService).page(wish.id, null))!.match(/<path transform="translate\([^)]*\)/g)!;
    const before = await marks();
    expect(await app.get(EmbedService).page(wish.id, null)).toMatch(/<g class="flag">.*>1<\/text>.*<li value="1">/s);
    const moved = {
      ...content,
      places: [
        { actorId: own, x: 3000, y: 3000 },
        { actorId: hidden.id, x: -9000, y: 0 },
      ],
    };
    await act('changeNetworkView', { id: wish.id, expectedVersion: 1, content: moved }, viewer);
    const after = await marks();
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
    // The picture makes room for the one that was moved; nobody makes room for one that is hidden.
    await act('changeNetworkView', { id: wish.id, expectedVersion: 2, content: { ...moved, places: moved.places.slice(0, 1) } }, viewer);
    expect(await marks()).toEqual(after);
    const harkenrode = (await app.get(RegionService).all()).find(({ id }) => id === region)!;
    const take = async (by: Viewer) => {
      const [opened] = await app.get(ViewReadingService).open(by, harkenrode, [wish.id]);
      return app.get(TakeService).taken(harkenrode, audienceOf(by), viewFromAddress(new URLSearchParams()), 'de', opened);
    };
    const taken = await take(VISITOR);
    expect(taken.nodes.find(({ id }) => id === own)).toMatchObject({ x: 3000, y: 3000 });
    expect(taken.notes).toEqual([expect.objectContaining({ actorId: own, number: 1, text: 'Fährt früh.' })]);
  });

  it('belong to whom they are kept for, and stay with them when others try', async () => {
    const wish = wishOf({ visibility: 'OWN' });
    await act('saveNetworkView', wish, acting(own));
    // Everybody who acts for the organisation has it; nobody else.
    expect((await lists(acting(own))).networkViews.mine.map(({ id }) => id)).toContain(wish.id);
    for (const viewer of [acting(partner), coordinator, VISITOR]) expect(await open(wish.id, viewer)).toBeNull();
    expect(await app.get(EmbedService).page(wish.id, null)).toBeNull();
    const stolen = { id: wish.id, expectedVersion: 1, visibility: 'LINK' };
    expect(await act('shareNetworkView', stolen, acting(partner))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await act('saveNetworkView', wish, acting(partner))).toMatchObject({ code: 'NOT_PERMITTED' });
    // Sent twice, it is the same view.
    expect(await act('saveNetworkView', { ...wish, name: 'Anders' }, acting(own))).toMatchObject({ name: 'Wer fährt', version: 1 });
  });

  it('are renamed, changed, put away, taken out and erased under the version rule', async () => {
    const wish = wishOf();
    const viewer = acting(own);
    await act('saveNetworkView', wish, viewer);
    const at = (expectedVersion: number, more: object = {}) => ({ id: wish.id, expectedVersion, ...more });
    expect(await act('renameNetworkView', at(7, { name: 'Neu', sentence: '' }), viewer)).toMatchObject({ __typename: 'StaleVersion' });
    expect(await act('renameNetworkView', at(1, { name: 'Neu', sentence: '' }), viewer)).toMatchObject({ name: 'Neu', version: 2 });
    const embedded = () => app.get(EmbedService).page(wish.id, null);
    expect(await embedded()).toContain('Fährt früh.');
    const content = { ...wish.content, value: '{"steps":1}', notes: [{ actorId: own, text: 'Später.' }] };
    expect(await act('changeNetworkView', at(2, { content }), viewer)).toMatchObject({ version: 3 });
    expect(await embedded()).toContain('Später.');
    expect(JSON.parse((await open(wish.id, VISITOR))!.value)).toMatchObject({ steps: 1, chosen: [] });
    expect(await act('changeNetworkView', at(3, { content: { ...content, value: '{"colour":"pink"}' } }), viewer)).toMatchObject({
      code: 'VIEW_INVALID',
    });
    expect(await act('archiveNetworkView', at(3), viewer)).toMatchObject({ archived: true, version: 4 });
    expect(await embedded()).toBeNull();
    expect(await open(wish.id, VISITOR)).toBeNull();
    expect(await act('renameNetworkView', at(4, { name: 'X', sentence: '' }), viewer)).toMatchObject({ code: 'STATE_DIFFERS' });
    expect(await act('restoreNetworkView', at(4), viewer)).toMatchObject({ archived: false, version: 5 });
    expect(await act('eraseNetworkView', at(4), viewer)).toMatchObject({ __typename: 'StaleVersion' });
    expect(await act('eraseNetworkView', at(5), viewer)).toMatchObject({ id: wish.id });
    expect(await open(wish.id, viewer)).toBeNull();
  });

  it('stand in the list of the region where the coordination put them, and nobody else can', async () => {
    const wish = wishOf({ ownerKind: 'REGION', ownerActorId: null, visibility: 'REGION', name: 'Für alle' });
    expect(await act('saveNetworkView', { ...wish, id: newId() }, acting(own))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await act('saveNetworkView', wish, coordinator)).toMatchObject({ visibility: 'REGION' });
    expect((await lists(VISITOR)).networkViews).toMatchObject({
      mine: [],
      ofRegion: expect.arrayContaining([{ id: wish.id, name: 'Für alle' }]),
    });
    const listed = { id: newId(), visibility: 'REGION' };
    expect(await act('saveNetworkView', wishOf(listed), acting(own))).toMatchObject({ code: 'ONLY_REGION' });
  });

  it('lose a note when the actor it stands at is erased, and show none while it is put away', async () => {
    const gone = idFrom('harkenrode', 'actor', 'a013');
    const notes = [{ actorId: gone, text: 'Schreibt mit.' }];
    const wish = wishOf({ content: { value: '{}', frame: null, places: [], notes } });
    await act('saveNetworkView', wish, acting(own));
    expect((await open(wish.id, VISITOR))!.notes).toHaveLength(1);
    const rows = app.get(DataSource);
    const put = async (archived: boolean) => {
      await rows.query('UPDATE actor SET archived = $2 WHERE id = $1', [gone, archived]);
      await rows.query(`UPDATE graph_fact SET seq = nextval('graph_seq') WHERE owner_id = $1`, [gone]);
      await app.project();
    };
    await put(true);
    expect((await open(wish.id, VISITOR))!.notes).toEqual([]);
    // Written anew meanwhile, the note is still there afterwards.
    await act('changeNetworkView', { id: wish.id, expectedVersion: 1, content: { ...wish.content, notes: [] } }, acting(own));
    await put(false);
    expect((await open(wish.id, VISITOR))!.notes).toHaveLength(1);
  });

  it('make a round, of which each walks what is shared with them', async () => {
    const [shared, secret] = [wishOf(), wishOf({ visibility: 'OWN' })];
    const viewer = acting(own);
    for (const wish of [shared, secret]) await act('saveNetworkView', wish, viewer);
    const save = async (more: object, by = viewer) => {
      const input = {
        ...{ id: newId(), expectedVersion: 0, ownerKind: 'ACTOR', ownerActorId: own, name: 'Beirat', sentence: '', visibility: 'LINK' },
        stops: [secret, shared].map(({ id }, at) => ({ viewId: id, sentence: `Bild ${at + 1}` })),
        ...more,
      };
      const source = `mutation($input: SaveNetworkRoundInput!) { saveNetworkRound(input: $input) { __typename ... on Refused { code } ... on NetworkRound { id version stopCount } } }`;
      const { saveNetworkRound } = await ask<{ saveNetworkRound: { code?: string; id: string; version: number } }>(source, { input }, by);
      return saveNetworkRound;
    };
    const walk = async (id: string, by: Viewer) =>
      (
        await ask<{ networkRound: { stops: { sentence: string }[] } | null }>(
          `query($id: ID!) { networkRound(id: $id) { round { name } stops { sentence opened { ${OPENED} } } } }`,
          { id },
          by,
        )
      ).networkRound?.stops.map(({ sentence }) => sentence);
    const round = await save({});
    expect(round).toMatchObject({ version: 1, stopCount: 2 });
    expect(await walk(round.id, viewer)).toEqual(['Bild 1', 'Bild 2']);
    expect(await walk(round.id, VISITOR)).toEqual(['Bild 2']);
    const turned = [shared, secret].map(({ id }) => ({ viewId: id, sentence: id === shared.id ? 'Zuerst' : 'Dann' }));
    expect(await save({ id: round.id, expectedVersion: 1, stops: turned })).toMatchObject({ version: 2 });
    expect(await walk(round.id, viewer)).toEqual(['Zuerst', 'Dann']);
    // A view of another that is shared no longer stays on the way, though who changes the round cannot open it.
    const foreign = wishOf({ ownerActorId: partner });
    await act('saveNetworkView', foreign, acting(partner));
    const through = [foreign, shared].map(({ id }) => ({ viewId: id, sentence: id === shared.id ? 'Unseres' : 'Fremdes' }));
    expect(await save({ id: round.id, expectedVersion: 2, stops: through })).toMatchObject({ version: 3, stopCount: 2 });
    await act('shareNetworkView', { id: foreign.id, expectedVersion: 1, visibility: 'OWN' }, acting(partner));
    const seenOnly = [{ viewId: shared.id, sentence: 'Nur noch unseres' }];
    expect(await save({ id: round.id, expectedVersion: 3, stops: seenOnly })).toMatchObject({ version: 4, stopCount: 2 });
    expect(await walk(round.id, viewer)).toEqual(['Nur noch unseres']);
    await act('shareNetworkView', { id: foreign.id, expectedVersion: 2, visibility: 'LINK' }, acting(partner));
    expect(await walk(round.id, viewer)).toEqual(['Fremdes', 'Nur noch unseres']);
    expect(await save({ id: round.id, expectedVersion: 2 }, acting(partner))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await save({ ownerActorId: partner }, acting(partner))).toMatchObject({ code: 'VIEW_UNKNOWN' });
  });

  it('are counted on a round for who may open them; its owner knows of all', async () => {
    const [open1, secret] = [wishOf(), wishOf({ visibility: 'OWN' })].map((wish) => ({ ...wish, ownerKind: 'REGION', ownerActorId: null }));
    for (const wish of [open1!, secret!]) await act('saveNetworkView', wish, coordinator);
    const input = {
      ...{ id: newId(), expectedVersion: 0, ownerKind: 'REGION', ownerActorId: null, name: 'Rat', sentence: '', visibility: 'REGION' },
      stops: [open1!, secret!].map(({ id }) => ({ viewId: id, sentence: '' })),
    };
    const source = 'mutation($input: SaveNetworkRoundInput!) { saveNetworkRound(input: $input) { __typename } }';
    await ask(source, { input }, coordinator);
    const counted = async (viewer: Viewer) => {
      interface Rounds {
        networkRounds: { ofRegion: { id: string; stopCount: number }[] };
        networkRound: { round: { stopCount: number } };
      }
      const lists = `query($id: ID!) { networkRounds { ofRegion { id stopCount } } networkRound(id: $id) { round { stopCount } } }`;
      const { networkRounds, networkRound } = await ask<Rounds>(lists, { id: input.id }, viewer);
      return [networkRounds.ofRegion.find(({ id }) => id === input.id)!.stopCount, networkRound.round.stopCount];
    };
    expect([await counted(coordinator), await counted(VISITOR)]).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  it('stand beside what the coordination notes: read by those concerned and by nobody else', async () => {
    const write = async (input: object, viewer: Viewer) => {
      const source = `mutation($input: WriteNetworkNoteInput!) { writeNetworkNote(input: $input) { __typename ... on Refused { code } ... on NetworkNote { id version } } }`;
      return (await ask<{ writeNetworkNote: { id: string; version: number } }>(source, { input }, viewer)).writeNetworkNote;
    };
    const read = async (actorId: string, viewer: Viewer) =>
      (
        await ask<{ networkNotes: { id: string; text: string; other: { id: string } | null }[] }>(
          'query($actorId: ID!) { networkNotes(actorId: $actorId) { id text actor { id } other { id } } }',
          { actorId },
          viewer,
        )
      ).networkNotes.map(({ text }) => text);
    const third = idFrom('harkenrode', 'actor', 'a001');
    const tie = { id: newId(), expectedVersion: 0, actorId: partner, otherId: own, text: 'Reden über den Bus.' };
    expect(await write(tie, coordinator)).toMatchObject({ id: tie.id, version: 1 });
    expect(await write(tie, coordinator)).toMatchObject({ id: tie.id, version: 1 });
    const abroad = { ...tie, id: newId(), otherId: hidden.id };
    expect(await write(abroad, coordinator)).toMatchObject({ code: 'ACTOR_UNKNOWN' });
    expect(await write({ ...tie, text: 'Reden nicht mehr.' }, coordinator)).toMatchObject({ __typename: 'StaleVersion' });
    for (const [actorId, viewer] of [
      [own, acting(own)],
      [partner, acting(partner)],
      [own, coordinator],
    ] as const)
      expect(await read(actorId, viewer)).toContain('Reden über den Bus.');
    for (const viewer of [acting(third), acting(partner)]) expect(await read(own, viewer)).toEqual([]);
  });
});
