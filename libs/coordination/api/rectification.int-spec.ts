import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { CoordinationModule } from './coordination.module';

const [haulier, stranger] = ['a025', 'a008'].map((key) => idFrom('harkenrode', 'actor', key)) as [string, string];
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Koordination', coordinator: true };
const acting = (actorId: string, role: MandateRole = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId, role, fromOn: '2020-01-01', untilOn: null }],
});

interface Said {
  __typename: string;
  code?: string;
  id: string;
  text: string;
  seenOn: string | null;
  version: number;
  subjectTitle: string | null;
}

describe('what the coordination holds on an organisation', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        AgreementsModule,
        InitiativesModule,
        ChallengesModule,
        AlliancesModule,
        CoordinationModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
  });
  afterAll(() => app.close());

  const ask = async <Data>(source: string, variables: object, viewer: Viewer): Promise<Data> => {
    const { data, errors } = await app.query<Data>(source, variables as Record<string, unknown>, { viewer });
    expect(errors).toBeUndefined();
    return data;
  };
  const act = async (name: string, type: string, input: object, viewer: Viewer): Promise<Said> => {
    const source = `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { code } ... on Rectification { id text seenOn version } } }`;
    return (await ask<Record<string, Said>>(source, { input }, viewer))[name]!;
  };
  const list = async (actorId: string | null, viewer: Viewer): Promise<Said[]> =>
    (
      await ask<{ rectifications: Said[] }>(
        'query($actorId: ID) { rectifications(actorId: $actorId) { id text seenOn version subjectTitle } }',
        { actorId },
        viewer,
      )
    ).rectifications;
  const introductionsOf = async (actorId: string, viewer: Viewer) =>
    (
      await ask<{ introductions: { edges: { node: { id: string; sides: { actorId: string }[] } }[] } }>(
        'query($actorId: ID) { introductions(filter: { actorId: $actorId }) { edges { node { id sides { actorId } } } } }',
        { actorId },
        viewer,
      )
    ).introductions.edges.map(({ node }) => node);

  it('has the introductions of one organisation by themselves, also for who coordinates', async () => {
    for (const viewer of [acting(haulier, 'EDITOR'), coordinator]) {
      const own = await introductionsOf(haulier, viewer);
      expect(own.length).toBeGreaterThan(0);
      for (const { sides } of own) expect(sides.map(({ actorId }) => actorId)).toContain(haulier);
    }
    expect(await introductionsOf(haulier, acting(stranger))).toEqual([]);
  });

  it('is set right beside the entry, read by the coordination, and unread again once it is written anew', async () => {
    const [introduction] = await introductionsOf(haulier, acting(haulier));
    const wish = {
      id: newId(),
      actorId: haulier,
      subjectType: 'INTRODUCTION',
      subjectId: introduction!.id,
      text: 'Wir kennen uns längst.',
    };
    const write = (more: object, viewer = acting(haulier)) =>
      act('writeRectification', 'WriteRectificationInput', { ...wish, ...more }, viewer);
    expect(await write({ expectedVersion: 0 }, acting(haulier, 'EDITOR'))).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await write({ expectedVersion: 0, subjectId: newId() })).toMatchObject({ code: 'NOT_NAMED' });
    expect(await write({ expectedVersion: 0, text: ' ' })).toMatchObject({ code: 'TEXT_MISSING' });
    expect(await write({ expectedVersion: 0 })).toMatchObject({ id: wish.id, version: 1, seenOn: null });
    // The same request once more is the same text; another one from a stale page is not taken.
    expect(await write({ expectedVersion: 0 })).toMatchObject({ id: wish.id, version: 1 });
    expect(await write({ id: newId(), expectedVersion: 0, text: 'Anders.' })).toMatchObject({ __typename: 'StaleVersion' });

    expect(await list(haulier, acting(haulier, 'EDITOR'))).toEqual([expect.objectContaining({ text: wish.text, subjectTitle: null })]);
    expect(await list(haulier, acting(stranger))).toEqual([]);
    expect(await list(haulier, coordinator)).toEqual([]);
    expect(await list(null, acting(haulier))).toEqual([]);
    const [waiting] = await list(null, coordinator);
    expect(waiting).toMatchObject({ text: wish.text, seenOn: null, subjectTitle: expect.stringMatching(/./) });

    const note = { id: wish.id, expectedVersion: 1 };
    expect(await act('takeNoteOfRectification', 'RectificationVersionInput', note, coordinator)).toMatchObject({
      version: 2,
      seenOn: expect.any(String),
    });
    expect(await act('takeNoteOfRectification', 'RectificationVersionInput', note, coordinator)).toMatchObject({ code: 'ALREADY_SEEN' });
    expect(await write({ expectedVersion: 2, text: 'Wir kennen uns seit Jahren.' })).toMatchObject({ version: 3, seenOn: null });
    const back = { id: wish.id, expectedVersion: 3 };
    expect(await act('takeBackRectification', 'RectificationVersionInput', back, acting(stranger))).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await act('takeBackRectification', 'RectificationVersionInput', back, acting(haulier))).toMatchObject({ id: wish.id });
    expect(await list(haulier, acting(haulier))).toEqual([]);
  });

  it('is set right beside a note on the network as well, by both ends of a tie and by nobody else', async () => {
    const city = idFrom('harkenrode', 'actor', 'a016');
    const subjectId = idFrom('harkenrode', 'network-note', 'hellwald-stadt');
    const write = (actorId: string) =>
      act(
        'writeRectification',
        'WriteRectificationInput',
        { id: newId(), actorId, subjectType: 'NETWORK_NOTE', subjectId, text: 'Erst seit dem Herbst.', expectedVersion: 0 },
        acting(actorId),
      );
    for (const concerned of [city, haulier]) expect(await write(concerned)).toMatchObject({ __typename: 'Rectification', version: 1 });
    expect(await write(stranger)).toMatchObject({ code: 'NOT_NAMED' });
    const waiting = (await list(null, coordinator)).filter(({ text }) => text === 'Erst seit dem Herbst.');
    expect(waiting).toHaveLength(2);
    expect(waiting[0]!.subjectTitle).toMatch(/./);
  });

  it('tells where it stands in alliances, of a draft nothing but the question', async () => {
    const places = async (viewer: Viewer) =>
      (
        await ask<{
          alliancePlaces: { state: string; title: string | null; slug: string | null; question: string | null; answer: string | null }[];
        }>('query($actorId: ID!) { alliancePlaces(actorId: $actorId) { state title slug question answer } }', { actorId: haulier }, viewer)
      ).alliancePlaces;
    const before = await places(acting(haulier, 'EDITOR'));
    expect(before.some(({ answer, title }) => answer === 'YES' && title !== null)).toBe(true);
    const draft = {
      ...{ id: newId(), challengeId: idFrom('harkenrode', 'challenge', 'kein-amt'), title: 'Geheim', purpose: 'Alle kommen an.' },
      members: [haulier, stranger].map((actorId) => ({ actorId, commitment: 'Hilft mit.', dueOn: '2099-01-01' })),
    };
    const { draftAlliance } = await ask<{ draftAlliance: unknown }>(
      'mutation($input: DraftAllianceInput!) { draftAlliance(input: $input) { __typename } }',
      { input: draft },
      coordinator,
    );
    expect(draftAlliance).toEqual({ __typename: 'Alliance' });
    const told = (await places(acting(haulier))).find(({ state }) => state === 'DRAFT');
    expect(told).toMatchObject({ title: null, slug: null, question: expect.stringMatching(/\?$/) });
    for (const viewer of [acting(stranger), coordinator]) expect(await places(viewer)).toEqual([]);
  });
});
