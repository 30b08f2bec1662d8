import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionsModule } from '@knotenpunkt/regions/api';
import { MatchingModule } from './matching.module';

const HELD = `query($actorId: ID!) { engineUnderstanding(actorId: $actorId) {
  id proposable mayCorrect points { code count against }
  competences { competence name struck sources { kind entryId words } }
  entries { entryId title direction counts named { competence words } } corrections { competence kind saidOn personName } } }`;
const act = (name: string) =>
  `mutation($input: CompetenceCorrectionInput!) { ${name}(input: $input) { __typename ... on CompetenceCorrection { competence kind } ... on Refused { code field } } }`;
const [STRIKE, ADD, TAKE_BACK] = [act('strikeCompetence'), act('addCompetence'), act('takeBackCorrection')];
const LINE = `query($text: String!) { matchLine(text: $text, direction: NEED) { suggestions { actorId reasons { code evidence { id } } } } }`;
const DISMISSALS = `query($actorId: ID!) { matchDismissals(actorId: $actorId) { suggestedId reason dismissedOn personName } }`;
const DISMISS = `mutation($input: DismissSuggestionInput!) { dismissSuggestion(input: $input) { __typename } }`;
const MISSING = `query($slug: String!) { missingAtTable(challengeSlug: $slug) {
  competences { competence candidates { actorId reasons { code evidence { type id } } } } } }`;

interface Held {
  engineUnderstanding: {
    mayCorrect: boolean;
    competences: { competence: string; name: string; struck: boolean; sources: { kind: string; words: string }[] }[];
    entries: { title: string; named: { competence: string; words: string }[] }[];
    corrections: { competence: string; kind: string; personName: string | null }[];
  } | null;
}
interface Line {
  matchLine: { suggestions: { actorId: string; reasons: { evidence: { id: string }[] }[] }[] };
}

const acting = (actorId: string, role: MandateRole = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId, role, fromOn: '2020-01-01', untilOn: null }],
});
const COORDINATOR: Viewer = { ...VISITOR, personId: newId(), coordinator: true };

describe('what the engine holds on an organisation', () => {
  let app: TestApp;
  const haulier = idFrom('harkenrode', 'actor', 'a025');
  const kompass = idFrom('harkenrode', 'actor', 'a040');
  const held = async (actorId: string, viewer: Viewer) => {
    const { data, errors } = await app.query<Held>(HELD, { actorId }, { viewer });
    expect(errors).toBeUndefined();
    return data.engineUnderstanding;
  };
  const say = async (mutation: string, actorId: string, competence: string, viewer = acting(actorId)) =>
    Object.values((await app.query<Record<string, unknown>>(mutation, { input: { actorId, competence } }, { viewer })).data)[0];
  const answerTo = async (text: string) =>
    (await app.query<Line>(LINE, { text }, { clientAddress: newId() })).data.matchLine.suggestions.map(({ actorId }) => actorId);

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        MatchingModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    await app.project();
  });
  afterAll(() => app.close());

  it('is told to its own people, with the words each competence comes from, and to nobody else', async () => {
    const own = await held(haulier, acting(haulier, 'EDITOR'));
    expect(own?.competences.find(({ name }) => name === 'Unternehmensnachfolge')?.sources).toEqual([
      { kind: 'WORDS', entryId: expect.any(String), words: 'Übernahme' },
    ]);
    expect(own?.mayCorrect).toBe(false);
    for (const viewer of [acting(kompass, 'ADMINISTRATOR'), COORDINATOR]) expect(await held(haulier, viewer)).toBeNull();
    const { errors } = await app.query(HELD, { actorId: haulier });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('is told how many it has to do with, and not with whom', async () => {
    const counts = `query($actorId: ID!) { engineUnderstanding(actorId: $actorId) { counts { suggestedToUs answersFor } } }`;
    const { data } = await app.query<{ engineUnderstanding: { counts: Record<string, number> } }>(
      counts,
      { actorId: haulier },
      { viewer: acting(haulier, 'EDITOR') },
    );
    expect(data.engineUnderstanding.counts['suggestedToUs']).toBeGreaterThan(0);
    expect(data.engineUnderstanding.counts['answersFor']).toBeGreaterThan(0);
  });

  it('is struck by those who promise for it, and counts no more from the next question on, without a word of the change feed', async () => {
    const line = 'Lager- und Hallenflächen';
    expect(await answerTo(line)).toContain(haulier);
    const { competence } = (await held(haulier, acting(haulier)))!.competences.find(({ name }) => name === 'Lager- und Hallenflächen')!;
    expect(await say(STRIKE, haulier, competence, acting(haulier, 'EDITOR'))).toEqual({
      __typename: 'Refused',
      code: 'NOT_PERMITTED',
      field: null,
    });
    expect(await say(STRIKE, haulier, competence, COORDINATOR)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await say(STRIKE, haulier, 'no-such-thing')).toMatchObject({ code: 'COMPETENCE_UNKNOWN', field: 'competence' });
    expect(await answerTo(line)).toContain(haulier);
    expect(await say(STRIKE, haulier, competence)).toMatchObject({ __typename: 'CompetenceCorrection', kind: 'STRUCK' });
    expect(await answerTo(line)).not.toContain(haulier);
    expect((await held(haulier, acting(haulier)))!.competences.find((one) => one.competence === competence)?.struck).toBe(true);
    expect(await say(TAKE_BACK, haulier, competence)).toMatchObject({ __typename: 'CompetenceCorrection' });
    expect(await answerTo(line)).toContain(haulier);
    expect(await say(TAKE_BACK, haulier, competence)).toMatchObject({ code: 'NOT_CORRECTED' });
  });

  it('changes the organisation for whoever follows it, in every process', async () => {
    const { competence } = (await held(haulier, acting(haulier)))!.competences[0]!;
    await app.project();
    await say(STRIKE, haulier, competence);
    const told = (await app.get(UnitOfWork).run((tx) => tx.query('SELECT aggregate, aggregate_id AS id FROM outbox'))) as unknown[];
    expect(told).toEqual([{ aggregate: 'actor', id: haulier }]);
    await say(TAKE_BACK, haulier, competence);
  });

  it('is added, and found at a table with a reason that says whose word that is', async () => {
    const slug = 'wie-besetzen-wir-schichten-ohne-leute-aus-dem-frei-zu-holen';
    const candidates = async () => {
      const { data } = await app.query<{
        missingAtTable: { competences: { competence: string; candidates: { actorId: string; reasons: { code: string }[] }[] }[] };
      }>(MISSING, { slug }, { viewer: COORDINATOR });
      return data.missingAtTable.competences;
    };
    const before = await candidates();
    const { competence } = before[0]!;
    const tellsOf = (lacking: Awaited<ReturnType<typeof candidates>>) =>
      lacking
        .find((one) => one.competence === competence)
        ?.candidates.find(({ actorId }) => actorId === kompass)
        ?.reasons.map(({ code }) => code) ?? [];
    expect(tellsOf(before)).not.toContain('STATED_COMPETENCE');
    expect(await say(ADD, kompass, competence)).toMatchObject({ kind: 'ADDED' });
    const own = (await held(kompass, acting(kompass)))!;
    expect(own.competences.find((one) => one.competence === competence)?.sources.map(({ kind }) => kind)).toContain('STATED');
    expect(own.corrections).toEqual([expect.objectContaining({ competence, kind: 'ADDED', personName: null })]);
    await say(STRIKE, kompass, competence);
    expect(tellsOf(await candidates())).toEqual([]);
    await say(TAKE_BACK, kompass, competence);
  });

  it('has what it put away, with day and person', async () => {
    const viewer = acting(haulier);
    await app.query(DISMISS, { input: { actorId: haulier, suggestedId: kompass, reason: 'KNOWN_ALREADY' } }, { viewer });
    const { data } = await app.query<{ matchDismissals: unknown[] }>(DISMISSALS, { actorId: haulier }, { viewer });
    expect(data.matchDismissals).toEqual([
      { suggestedId: kompass, reason: 'KNOWN_ALREADY', dismissedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), personName: null },
    ]);
    const told = await app.query<{ matchDismissals: unknown[] }>(DISMISSALS, { actorId: kompass }, { viewer: acting(kompass) });
    expect(told.data.matchDismissals).toEqual([]);
  });
});
