import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId, type Id } from '@knotenpunkt/kernel';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { ActorsModule } from '../actors.module';

const [haulier, hospital] = ['a025', 'a026'].map((key) => idFrom('harkenrode', 'actor', key)) as [Id, Id];
const editorOf = (actorId: Id): Viewer => ({
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId, role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }],
});
const haulage = editorOf(haulier);
const care = editorOf(hospital);
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };

const PROFILE = `id slug name shortName summary description themes competences street postalCode city district website size sector occupations lon lat version
  contacts { id name role email phone visibility }`;

interface Word {
  id: Id;
  written: string;
  state: string;
  term: string | null;
  reason: string;
  version: number;
}

interface Answered extends Word {
  __typename: string;
  code?: string;
  parameters?: { name: string; value: string }[];
}

describe('words for competences', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [RegionsModule.forRoot('harkenrode'), IdentityModule.forRoot(signInForTests(databaseUrl)), ActorsModule],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  const ask = async <Data>(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await app.query<Data>(source, variables, { viewer });
    expect(errors).toBeUndefined();
    return data;
  };
  const send = async (viewer: Viewer, verb: string, input: object): Promise<Answered> => {
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    const text = `mutation($input: ${type}!) { ${verb}(input: $input) { __typename ... on CompetenceWord { id written state term reason version }
      ... on Refused { code parameters { name value } } } }`;
    return (await ask<Record<string, Answered>>(viewer, text, { input }))[verb]!;
  };
  const propose = (viewer: Viewer, actorId: Id, word: string) => send(viewer, 'proposeCompetenceWord', { id: newId(), actorId, word });
  const profile = async (id: Id, viewer: Viewer) =>
    (await ask<{ actorById: { competences: string[]; version: number } & Record<string, unknown> }>(
      viewer,
      `query($id: ID!) { actorById(id: $id) { ${PROFILE} } }`,
      { id },
    ))!.actorById;
  const choose = async (viewer: Viewer, actorId: Id, ...competences: string[]) => {
    const { id, version, slug, ...present } = await profile(actorId, viewer);
    void slug;
    const input = { ...present, actorId: id, expectedVersion: version, competences: [...present.competences, ...competences] };
    const text =
      'mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename ... on Actor { competences } ... on Refused { code } } }';
    return (await ask<{ updateProfile: { __typename: string; code?: string; competences?: string[] } }>(viewer, text, { input }))
      .updateProfile;
  };
  const find = async (search: string) =>
    (
      await ask<{ actors: { edges: { node: { name: string } }[] } }>(
        VISITOR,
        'query($search: String) { actors(filter: { search: $search }, first: 20) { edges { node { name } } } }',
        { search },
      )
    ).actors.edges.map(({ node }) => node.name);
  const own = async (viewer: Viewer, actorId: Id) =>
    (
      await ask<{ competenceWordsOf: Word[] }>(
        viewer,
        'query($actorId: ID!) { competenceWordsOf(actorId: $actorId) { id written state term reason version } }',
        { actorId },
      )
    ).competenceWordsOf;
  const waiting = async () =>
    (
      await ask<{ waitingCompetenceWords: { useCount: number; word: Word & { actor: { name: string } | null } }[] }>(
        coordinator,
        '{ waitingCompetenceWords { useCount word { id written state term reason version actor { name } } } }',
      )
    ).waitingCompetenceWords;
  const wordOf = async (written: string) => (await waiting()).find(({ word }) => word.written === written)!.word;

  it('stand in the Steckbrief once they are proposed, and are searched at once', async () => {
    expect(await choose(haulage, haulier, 'Kranballett')).toMatchObject({ code: 'COMPETENCE_UNKNOWN' });
    expect(await propose(care, haulier, 'Kranballett')).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await propose(haulage, haulier, ' Kranballett ')).toMatchObject({ state: 'PROPOSED', term: 'Kranballett' });
    expect((await choose(haulage, haulier, 'Kranballett')).competences).toContain('Kranballett');
    expect(await find('kranballett')).toEqual(['Spedition Hellwald']);
    // Another organisation writes the same word: it is the one that is there.
    expect(await propose(care, hospital, 'kran-ballett')).toMatchObject({ written: 'Kranballett', state: 'PROPOSED' });
    expect(await propose(care, hospital, 'KRANBALLETT')).toMatchObject({ written: 'Kranballett' });
    await choose(care, hospital, 'Kranballett');
    expect((await waiting()).find(({ word }) => word.written === 'Kranballett')).toMatchObject({
      useCount: 2,
      word: { actor: { name: 'Spedition Hellwald' } },
    });
    const known = (await loadCompetences()).all[0]!;
    expect(await propose(haulage, haulier, known.de.toUpperCase())).toMatchObject({
      code: 'WORD_KNOWN',
      parameters: [{ name: 'name', value: known.de }],
    });
  });

  it('are taken in as terms, rightly spelt, and the Steckbriefe follow', async () => {
    const { id, version } = await wordOf('Kranballett');
    expect(await send(coordinator, 'takeInCompetenceWord', { id, expectedVersion: version + 1, term: 'Kran-Choreografie' })).toMatchObject({
      __typename: 'StaleVersion',
    });
    const before = (await profile(haulier, haulage)).version;
    expect(await send(coordinator, 'takeInCompetenceWord', { id, expectedVersion: version, term: 'Kran-Choreografie' })).toMatchObject({
      state: 'TERM',
    });
    for (const [actorId, viewer] of [
      [haulier, haulage],
      [hospital, care],
    ] as const) {
      expect((await profile(actorId, viewer)).competences).toContain('Kran-Choreografie');
      expect((await profile(actorId, viewer)).competences).not.toContain('Kranballett');
      expect(await own(viewer, actorId)).toMatchObject([{ written: 'Kranballett', state: 'TERM', term: 'Kran-Choreografie' }]);
    }
    expect((await profile(haulier, haulage)).version).toBe(before + 1);
    expect(await find('Choreografie')).toEqual(expect.arrayContaining(['Klinikum Westpark', 'Spedition Hellwald']));
    // Whoever still has the old word in a form writes the term.
    expect((await choose(haulage, haulier, 'Kranballett')).competences!.filter((each) => each.startsWith('Kran'))).toEqual([
      'Kran-Choreografie',
    ]);
    expect(await send(coordinator, 'refuseCompetenceWord', { id, expectedVersion: version + 1, reason: 'Doch nicht.' })).toMatchObject({
      code: 'WORD_DECIDED',
    });
  });

  it('are equated with a term, under which they are found from then on', async () => {
    const [term] = (await loadCompetences()).all;
    await propose(haulage, haulier, 'Wortungetüm');
    await choose(haulage, haulier, 'Wortungetüm');
    const { id, version } = await wordOf('Wortungetüm');
    const equate = { id, expectedVersion: version };
    expect(await send(coordinator, 'equateCompetenceWord', { ...equate, term: 'gibt-es-nicht' })).toMatchObject({ code: 'TERM_UNKNOWN' });
    expect(await send(haulage, 'equateCompetenceWord', { ...equate, term: term!.id }).catch(() => 'closed')).toBe('closed');
    expect(await send(coordinator, 'equateCompetenceWord', { ...equate, term: term!.id })).toMatchObject({
      state: 'EQUATED',
      term: term!.id,
    });
    expect((await profile(haulier, haulage)).competences).toContain(term!.id);
    expect(await find('Wortungetüm')).toEqual(['Spedition Hellwald']);
    // Saving the Steckbrief again keeps it found under both names.
    await choose(haulage, haulier);
    expect(await find('Wortungetüm')).toEqual(['Spedition Hellwald']);
    expect(await propose(haulage, haulier, 'wortungetuem')).toMatchObject({ state: 'EQUATED', term: term!.id });
  });

  it('are refused with a reason that those concerned read, and nobody else', async () => {
    await propose(haulage, haulier, 'Weltherrschaft');
    await choose(haulage, haulier, 'Weltherrschaft');
    await choose(care, hospital, 'Weltherrschaft');
    const { id, version } = await wordOf('Weltherrschaft');
    expect(await send(coordinator, 'refuseCompetenceWord', { id, expectedVersion: version, reason: '' })).toMatchObject({
      code: 'TEXT_MISSING',
    });
    expect(await send(coordinator, 'refuseCompetenceWord', { id, expectedVersion: version, reason: 'Das kann niemand.' })).toMatchObject({
      state: 'REFUSED',
    });
    expect((await profile(hospital, care)).competences).not.toContain('Weltherrschaft');
    expect(await find('Weltherrschaft')).toEqual([]);
    for (const [viewer, actorId] of [
      [haulage, haulier],
      [care, hospital],
    ] as const)
      expect(await own(viewer, actorId)).toContainEqual(
        expect.objectContaining({ written: 'Weltherrschaft', reason: 'Das kann niemand.' }),
      );
    expect(await own(coordinator, haulier)).toEqual([]);
    expect(await own(editorOf(newId()), haulier)).toEqual([]);
    expect(await propose(care, hospital, 'weltherrschaft')).toMatchObject({
      code: 'WORD_REFUSED',
      parameters: [{ name: 'reason', value: 'Das kann niemand.' }],
    });
    expect(await send(coordinator, 'takeInCompetenceWord', { id, expectedVersion: version + 1, term: 'Weltverbesserung' })).toMatchObject({
      state: 'TERM',
    });
  });
});
