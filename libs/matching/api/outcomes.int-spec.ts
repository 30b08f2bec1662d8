import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId, type Clock, type Id } from '@knotenpunkt/kernel';
import { LEARNING as THRESHOLD, SHIPPED_WEIGHTS, type SuggestionBasis } from '@knotenpunkt/matching/domain';
import { CommunityService } from '@knotenpunkt/network/api';
import { CLOCK, Database, UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DismissalRepository } from './dismissal.repository';
import { LearnedKeeper } from './learned-keeper';
import { LearningService } from './learning.service';
import { MatchingModule } from './matching.module';
import { OutcomeRepository, type ShownSuggestion } from './outcome.repository';
import { ShownSuggestions } from './shown-suggestions';

const STATE = `version state learnedFrom { came not } changes { part name factor } tellsPercent known { came not } missing { outcomes came not }
  shown objected outcomes { outcome count } reasons { reason count } kinds { kind shown } objections { actor { name } }`;
const LEARNED = `{ learnedFromOutcomes { ${STATE} } }`;
const LEARN = `mutation { learnFromOutcomes { __typename ... on Refused { code } } }`;
const DISCARD = `mutation($input: DiscardLearnedInput!) { discardLearned(input: $input) { __typename ... on LearnedFromOutcomes { ${STATE} } ... on Refused { code } ... on StaleVersion { current } } }`;
const SUGGESTIONS = 'query($actorId: ID!, $first: Int!) { suggestions(actorId: $actorId, first: $first) { actorId percent } }';
const HELD =
  'query($actorId: ID!) { outcomesHeld(actorId: $actorId) { id kind asked outcome reason objectedOn objectedHere other { name } } }';
const OBJECT =
  'mutation($input: HeldOutcomeInput!) { objectToOutcome(input: $input) { __typename ... on Refused { code } ... on HeldOutcome { objectedHere } } }';
const WITHDRAW = 'mutation($input: HeldOutcomeInput!) { withdrawOutcomeObjection(input: $input) { __typename ... on Refused { code } } }';
const QUESTION = 'wie-besetzen-wir-schichten-ohne-leute-aus-dem-frei-zu-holen';
/** Everything by which visitors are shown that somebody fits. */
const PUBLIC = [
  '{ actorFits(slug: "stadtwerke-ostwalden", first: 10) { actorId certainty } }',
  '{ actorFits(slug: "spedition-hellwald", first: 10) { actorId certainty } }',
  `{ missingAtTable(challengeSlug: "${QUESTION}") { benches { candidates { actorId certainty } } competences { candidates { actorId certainty } } } }`,
  '{ matchLine(text: "einen Bus für die Frühschicht, Beginn 4 Uhr", direction: NEED) { suggestions { actorId certainty } } }',
];

interface State {
  version: number;
  state: string;
  learnedFrom: { came: number; not: number } | null;
  changes: { part: string; name: string; factor: number }[];
  tellsPercent: boolean;
  known: { came: number; not: number };
  missing: { outcomes: number; came: number; not: number };
  shown: number;
  objected: number;
  outcomes: { outcome: string; count: number }[];
  reasons: { reason: string; count: number }[];
  objections: { actor: { name: string } | null }[];
}
interface Held {
  outcomesHeld: {
    id: string;
    kind: string;
    asked: boolean;
    outcome: string | null;
    reason: string | null;
    objectedOn: string | null;
    other: { name: string } | null;
  }[];
}

const actor = (key: string) => idFrom('harkenrode', 'actor', key);
const acting = (actorId: string): Viewer => ({
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId, role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }],
});
const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Test', coordinator: true };
const basis = (shared: number): SuggestionBasis => ({
  values: { answers: 0.2, asks: 0, same: 0, shared, history: 0, themes: 0, bench: 0 },
  observed: { answers: null, asks: null },
});

describe('learning from outcomes', () => {
  let app: TestApp;
  let region: Region;
  const state = async () =>
    (await app.query<{ learnedFromOutcomes: State }>(LEARNED, {}, { viewer: coordinator })).data.learnedFromOutcomes;
  const count = (from: State, outcome: string) => from.outcomes.find((one) => one.outcome === outcome)!.count;
  const tx = <Value>(work: Parameters<UnitOfWork['run']>[0]) => app.get(UnitOfWork).run(work) as Promise<Value>;
  const rows = () =>
    app.get(Database).read<{ asker: Id; suggested: Id }>({
      name: 'test.outcomes',
      text: 'SELECT asker_id AS asker, suggested_id AS suggested FROM match_outcome ORDER BY id',
    });
  const forget = () => tx((open) => open.query('DELETE FROM match_outcome; DELETE FROM match_dismissal; DELETE FROM match_learned;'));
  /** Pairs that were shown today. `clear`: who has partners in common accepted; else chance decided. */
  const outcomes = async (came: number, not: number, clear = true) => {
    const actors = await app.get(Database).read<{ id: Id }>({
      name: 'test.actors',
      text: `SELECT id FROM actor_v1 WHERE region_id = '${region.id}' AND NOT archived ORDER BY id`,
    });
    const taken = new Set((await rows()).map(({ asker, suggested }) => `${asker} ${suggested}`));
    const pairs = actors
      .flatMap(({ id: a }) => actors.map(({ id: b }) => [a, b] as const))
      .filter(([a, b]) => a < b && !taken.has(`${a} ${b}`));
    const shown = pairs.slice(0, came + not).map(([askerId, suggestedId], at): ShownSuggestion => ({
      ...{
        id: newId(),
        regionId: region.id,
        kind: 'PARTNER',
        askerId,
        suggestedId,
        challengeId: null,
        entryId: null,
        certainty: 'POSSIBLE',
      },
      ...{ probability: 0.3, basis: basis(clear ? (at < came ? 0.8 : 0.05) : 0.4), shownOn: app.get<Clock>(CLOCK).today(region.timeZone) },
    }));
    await tx((open) => app.get(OutcomeRepository).keep(open, shown));
    const [accepted, refused] = [shown.slice(0, came), shown.slice(came)];
    await tx(async (open) => {
      await open.query('UPDATE match_outcome SET accepted_on = shown_on WHERE id = ANY($1)', [accepted.map(({ id }) => id)]);
      await open.query(
        `INSERT INTO match_dismissal (actor_id, suggested_id, region_id, reason) SELECT a, b, $3, 'NO_FIT' FROM unnest($1::uuid[], $2::uuid[]) AS p (a, b)`,
        [refused.map(({ askerId }) => askerId), refused.map(({ suggestedId }) => suggestedId), region.id],
      );
    });
  };

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
    region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
  });
  afterAll(() => app.close());

  it('shows at the first start what became of suggestions, and honestly that it is too little to learn from', async () => {
    const first = await state();
    expect(first).toMatchObject({ version: 0, state: 'SHIPPED', changes: [], tellsPercent: false, objected: 0 });
    expect(first.shown).toBe(26);
    expect(count(first, 'BECAME')).toBe(4);
    expect(first.reasons.find(({ reason }) => reason === 'NO_FIT')!.count).toBe(5);
    expect(first.known.came + first.known.not + first.missing.outcomes).toBe(THRESHOLD.outcomes);
    const asked = await app.query<{ learnFromOutcomes: { code: string } }>(LEARN, {}, { viewer: coordinator });
    expect(asked.data.learnFromOutcomes.code).toBe('TOO_FEW_OUTCOMES');
  });

  it('keeps what an organisation’s own people were shown, each pair once, and nothing of what others look at', async () => {
    const before = (await rows()).length;
    const asked = (viewer: Viewer) =>
      app.query<{ suggestions: { actorId: string; percent: null }[] }>(SUGGESTIONS, { actorId: actor('a002'), first: 3 }, { viewer });
    await asked(coordinator);
    await app.get(ShownSuggestions).flush();
    expect((await rows()).length).toBe(before);
    const { suggestions } = (await asked(acting(actor('a002')))).data;
    await asked(acting(actor('a002')));
    await app.get(ShownSuggestions).flush();
    expect(suggestions.every(({ percent }) => percent === null)).toBe(true);
    const kept = (await rows()).filter(({ asker }) => asker === actor('a002')).map(({ suggested }) => suggested);
    expect(new Set(kept)).toEqual(new Set(suggestions.map(({ actorId }) => actorId)));
    expect(kept).toHaveLength(3);
  });

  it('tells an organisation what is held on it, but not what others said of it, and takes out what it objects to', async () => {
    const held = async (key: string, viewer = acting(actor(key))) =>
      (await app.query<Held>(HELD, { actorId: actor(key) }, { viewer })).data.outcomesHeld;
    expect(await held('a019', acting(actor('a011')))).toEqual([]);
    expect(await held('a019', coordinator)).toEqual([]);
    const own = await held('a019');
    expect(own.filter(({ asked }) => asked).map(({ reason }) => reason)).toEqual(expect.arrayContaining(['NO_FIT', 'KNOWN_ALREADY']));
    // a021 was put away by a019, a034 and in a026's list: it learns that it was suggested, and no more.
    const suggested = (await held('a021')).filter(({ asked }) => !asked);
    expect(suggested.length).toBeGreaterThan(0);
    expect(suggested.every(({ outcome, reason, other }) => outcome === null && reason === null && other === null)).toBe(true);
    const became = (await held('a032')).find(({ outcome }) => outcome === 'BECAME')!;
    expect(became.other).toEqual({ name: 'Stadtwerke Ostwalden' });

    const before = await state();
    const input = { outcomeId: became.id, actorId: actor('a032') };
    const asStranger = await app.query(OBJECT, { input: { ...input, actorId: actor('a019') } }, { viewer: acting(actor('a019')) });
    expect(asStranger.data).toMatchObject({ objectToOutcome: { code: 'OUTCOME_UNKNOWN' } });
    await app.query(OBJECT, { input }, { viewer: acting(actor('a032')) });
    const without = await state();
    expect(without).toMatchObject({ shown: before.shown - 1, objected: 1, known: { came: before.known.came - 1, not: before.known.not } });
    expect(without.objections).toHaveLength(1);
    // The other of the two cannot take back what was objected to.
    const other = await app.query(WITHDRAW, { input: { ...input, actorId: actor('a034') } }, { viewer: acting(actor('a034')) });
    expect(other.data).toMatchObject({ withdrawOutcomeObjection: { code: 'OUTCOME_UNKNOWN' } });
    await app.query(WITHDRAW, { input }, { viewer: acting(actor('a032')) });
    expect(await state()).toEqual(before);
  });

  it('lets nobody rise or fall in public for being refused, for what was promised, or for standing between others', async () => {
    const shown = async () => {
      const answers = [];
      for (const query of PUBLIC) answers.push((await app.query(query, {}, { clientAddress: newId() })).data);
      return answers;
    };
    const before = await shown();
    const candidates = (before[0] as { actorFits: { actorId: Id }[] }).actorFits.map(({ actorId }) => actorId);
    expect(candidates.length).toBeGreaterThan(1);
    await tx(async (open) => {
      for (const suggestedId of candidates) {
        for (const actorId of [actor('a034'), actor('a025'), actor('a003')])
          if (actorId !== suggestedId)
            await app
              .get(DismissalRepository)
              .keep(open, region.id, { actorId, suggestedId, reason: 'NO_FIT', note: 'Nein.', againOn: null }, null);
      }
      await open.query(
        `INSERT INTO commitment (id, region_id, actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, text, due_on, original_due_on, state, promised_on)
         SELECT uuidv7(), region_id, a.id, 'INITIATIVE', i.id, 'x', 'x', 'x', '2030-01-01', '2030-01-01', 'OPEN', '2026-01-01'
         FROM unnest($1::uuid[]) AS a (id) CROSS JOIN (SELECT id, region_id FROM initiative_v1 WHERE region_id = $2 LIMIT 5) i`,
        [candidates, region.id],
      );
    });
    // Everybody stands between groups that never meet.
    const communities = app.get(CommunityService);
    const { of } = communities;
    communities.of = () => Promise.resolve(new Map(candidates.map((id, at) => [id, String(at)])));
    expect(await shown()).toEqual(before);
    communities.of = of;
  });

  it('does not learn from too few of one side', async () => {
    await forget();
    await outcomes(45, 9);
    await app.get(LearningService).learn(region);
    expect(await state()).toMatchObject({ version: 0, state: 'SHIPPED', missing: { outcomes: 0, came: 0, not: 1 } });
    expect(await app.get(LearnedKeeper).of(region.id)).toBeNull();
  });

  it('learns once there are enough, weighs suggestions by it from then on, and tells no percentage yet', async () => {
    await outcomes(0, 11);
    await app.get(LearningService).learn(region);
    const learned = await state();
    expect(learned).toMatchObject({ version: 1, state: 'LEARNED', learnedFrom: { came: 45, not: 20 }, tellsPercent: false });
    const shared = learned.changes.find(({ part, name }) => part === 'CLUES' && name === 'shared')!;
    expect(shared.factor).toBeGreaterThan(1.2);
    expect((await app.get(LearnedKeeper).of(region.id))!.weights.trust.shared).toBeGreaterThan(SHIPPED_WEIGHTS.trust.shared);
    const { data } = await app.query<{ suggestions: { percent: number | null }[] }>(
      SUGGESTIONS,
      { actorId: actor('a002'), first: 3 },
      { viewer: acting(actor('a002')) },
    );
    expect(data.suggestions.every(({ percent }) => percent === null)).toBe(true);
  });

  it('tells percentages where enough outcomes are known and estimates come true', async () => {
    await forget();
    await outcomes(600, 400, false);
    await app.get(LearningService).learn(region);
    const learned = await state();
    expect(learned).toMatchObject({ state: 'LEARNED', tellsPercent: true });
    const asked = () =>
      app.query<{ suggestions: { percent: number | null }[] }>(
        SUGGESTIONS,
        { actorId: actor('a002'), first: 3 },
        { viewer: acting(actor('a002')) },
      );
    expect((await asked()).data.suggestions.every(({ percent }) => percent !== null && percent % 5 === 0)).toBe(true);
  });

  it('throws away what was learned, once, and learns again only when asked', async () => {
    const { version } = await state();
    const discard = (expectedVersion: number) =>
      app.query<{ discardLearned: { __typename: string; code?: string } }>(
        DISCARD,
        { input: { expectedVersion } },
        { viewer: coordinator },
      );
    expect((await discard(version - 1)).data.discardLearned).toMatchObject({ __typename: 'StaleVersion', current: version });
    expect((await discard(version)).data.discardLearned).toMatchObject({ state: 'DISCARDED', changes: [], tellsPercent: false });
    expect(await app.get(LearnedKeeper).of(region.id)).toBeNull();
    expect((await discard(version + 1)).data.discardLearned).toMatchObject({ code: 'NOTHING_LEARNED' });
    await app.get(LearningService).learnAtNight();
    expect(await state()).toMatchObject({ version: version + 1, state: 'DISCARDED' });
    await app.get(LearningService).learn(region);
    expect(await state()).toMatchObject({ version: version + 2, state: 'LEARNED' });
  });
});
