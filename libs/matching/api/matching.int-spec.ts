import { ActorsModule } from '@knotenpunkt/actors/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import { HistoryService } from './history.service';
import { HistoryThread } from './history-thread';
import { MatchingModule } from './matching.module';

const LINE = `query($text: String!, $direction: LineDirection!) { matchLine(text: $text, direction: $direction) {
  suggestions { actorId certainty sentence actor { name } reasons { code params { name value } evidence { type title address } } } refusal { code } } }`;
const SUGGESTIONS = `query($actorId: ID!) { suggestions(actorId: $actorId, first: 5) { actorId certainty reasons { code evidence { type id } } } }`;
const DISMISS = `mutation($input: DismissSuggestionInput!) { dismissSuggestion(input: $input) { __typename ... on MatchDismissal { reason againOn } ... on Refused { code } } }`;
const UNDISMISS = `mutation($input: UndismissSuggestionInput!) { undismissSuggestion(input: $input) { __typename ... on Refused { code } } }`;
const ADD = `mutation($input: AddEntryInput!) { addEntry(input: $input) { __typename ... on Refused { code field } } }`;

const QUESTION = 'wie-besetzen-wir-schichten-ohne-leute-aus-dem-frei-zu-holen';
const PROPOSED = `query($slug: String!, $id: ID!) {
  actorById(id: $id) { id }
  actors(first: 100, filter: { kinds: [EDUCATION], proposableOnly: true }) { edges { node { id } } }
  missingAtTable(challengeSlug: $slug) { benches { candidates { actorId } } competences { candidates { actorId } } }
  proposedAlliances(challengeSlug: $slug) { members { actorId exchanges { actorId } } } }`;

interface Candidates {
  candidates: { actorId: string }[];
}
interface Proposed {
  actors: { edges: { node: { id: string } }[] };
  missingAtTable: { benches: Candidates[]; competences: Candidates[] };
  proposedAlliances: { members: { actorId: string; exchanges: { actorId: string }[] }[] }[];
}
interface Line {
  matchLine: { suggestions: { actorId: string; certainty: string; reasons: { code: string }[] }[]; refusal: { code: string } | null };
}
interface Suggestions {
  suggestions: { actorId: string; certainty: string; reasons: { code: string; evidence: { type: string; id: string }[] }[] }[];
}

const acting = (actorId: string): Viewer => ({
  ...VISITOR,
  personId: newId(),
  name: 'Test',
  mandates: [{ id: newId(), actorId, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
});

describe('matching', () => {
  let app: TestApp;
  const home = idFrom('harkenrode', 'actor', 'a014');
  const kompass = idFrom('harkenrode', 'actor', 'a040');
  const ask = async (text: string, direction = 'NEED', clientAddress = newId()) =>
    (await app.query<Line>(LINE, { text, direction }, { clientAddress })).data.matchLine;
  const suggested = async (actorId: string, viewer: Viewer) =>
    (await app.query<Suggestions>(SUGGESTIONS, { actorId }, { viewer })).data.suggestions;

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

  it('answers a line with at most three organisations and reasons that can be looked up', async () => {
    const { suggestions, refusal } = await ask('einen Bus für die Frühschicht, Beginn 4 Uhr im Gewerbegebiet');
    expect(refusal).toBeNull();
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    expect(suggestions[0]).toMatchObject({ certainty: 'WELL_FOUNDED', actor: { name: 'Stadtwerke Ostwalden' } });
    expect(suggestions[0]!.reasons[0]).toMatchObject({ code: 'OFFER_ANSWERS_NEED', evidence: [{ type: 'ENTRY' }] });
  });

  it('puts the surest answer first, also before one that only seeks the same', async () => {
    const { suggestions } = await ask('einen Bus für die Frühschicht, Beginn 4 Uhr im Gewerbegebiet');
    const sure = suggestions.map(({ certainty }) => ['WELL_FOUNDED', 'POSSIBLE', 'ATTEMPT'].indexOf(certainty));
    expect(sure).toEqual([...sure].sort());
    expect(new Set(sure).size).toBeGreaterThan(1);
  });

  it('says so when nothing fits, and refuses what is too short, too long or too much', async () => {
    expect(await ask('Quastenflosser xqwz')).toEqual({ suggestions: [], refusal: null });
    expect((await ask('a')).refusal).toEqual({ code: 'LINE_TOO_SHORT' });
    expect((await ask('x'.repeat(401))).refusal).toEqual({ code: 'LINE_TOO_LONG' });
    const answers = [];
    for (let attempt = 0; attempt < 32; attempt++) answers.push(await ask('Bus', 'NEED', '192.0.2.1'));
    expect(answers.filter(({ refusal }) => refusal?.code === 'TOO_MANY_LINES')).toHaveLength(2);
  });

  it('hides what is for members only from visitors', async () => {
    const offer = (audience: string) => ({
      id: newId(),
      actorId: kompass,
      direction: 'OFFER',
      title: 'Zeppelinflug mit Glockenspiel',
      text: 'Zeppelinflug mit Glockenspiel für Vereine.',
      audience,
      themes: [],
      competences: [],
    });
    expect((await ask('Zeppelinflug mit Glockenspiel')).suggestions).toEqual([]);
    const added = await app.query(ADD, { input: offer('MEMBERS') }, { viewer: acting(kompass) });
    expect(added.data).toMatchObject({ addEntry: { __typename: 'ActorEntry' } });
    await app.project();
    // The process that keeps the graph tells what it projected; here the test does.
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    app.get(ChangeFeed).publish({ seq: 1, owners: [{ type: 'actor', id: kompass, regionId: region.id, audience: 'PUBLIC' }] });
    await new Promise((resolve) => setImmediate(resolve));
    expect((await ask('Zeppelinflug mit Glockenspiel')).suggestions).toEqual([]);
    const variables = { text: 'Zeppelinflug mit Glockenspiel', direction: 'NEED' };
    const member = await app.query<Line>(LINE, variables, { viewer: acting(home), clientAddress: newId() });
    expect(member.data.matchLine.suggestions.map(({ actorId }) => actorId)).toEqual([kompass]);
  });

  it('suggests neither to the other of a council and its employer', async () => {
    const of = async (actorId: string) => (await suggested(actorId, acting(actorId))).map((one) => one.actorId);
    const sql = <Row>(statement: string, ...values: unknown[]) =>
      app.get(UnitOfWork).run(async (tx) => (await tx.query(statement, values)) as Row[]);
    const [partner] = await of(home);
    const [before] = await sql<{ kind: string }>('SELECT kind FROM actor WHERE id = $1', partner);
    await sql(`UPDATE actor SET kind = 'UNION', employer_id = $2 WHERE id = $1`, partner, home);
    expect(await of(home)).not.toContain(partner);
    expect(await of(partner!)).not.toContain(home);
    await sql('UPDATE actor SET kind = $2, employer_id = NULL WHERE id = $1', partner, before!.kind);
    expect(await of(home)).toContain(partner);
  });

  it('proposes nowhere, from that moment on, an organisation that does not want to be proposed, and the directory still finds it', async () => {
    const administrator: Viewer = { ...acting(kompass), mandates: [{ ...acting(kompass).mandates[0]!, role: 'ADMINISTRATOR' }] };
    const bus = 'einen Bus für die Frühschicht, Beginn 4 Uhr im Gewerbegebiet';
    const utility = idFrom('harkenrode', 'actor', 'a034');
    const everywhere = async (): Promise<string[][]> => {
      const { data } = await app.query<Proposed>(PROPOSED, { slug: QUESTION, id: kompass }, { viewer: acting(home) });
      const line = await app.query<Line>(LINE, { text: 'Deutschkurs in der Schicht', direction: 'NEED' }, { clientAddress: newId() });
      const { benches, competences } = data.missingAtTable;
      return [
        data.proposedAlliances
          .flatMap(({ members }) => members)
          .flatMap(({ actorId, exchanges }) => [actorId, ...exchanges.map((one) => one.actorId)]),
        [...benches, ...competences].flatMap(({ candidates }) => candidates.map(({ actorId }) => actorId)),
        line.data.matchLine.suggestions.map(({ actorId }) => actorId),
        data.actors.edges.map(({ node }) => node.id),
      ];
    };
    expect((await everywhere()).map((ids) => ids.includes(kompass))).toContain(true);
    expect((await ask(bus)).suggestions.map(({ actorId }) => actorId)).toContain(utility);
    const version = async () =>
      (await app.query<{ actorById: { version: number } }>('query($id: ID!) { actorById(id: $id) { version } }', { id: kompass })).data
        .actorById.version;
    const change = async (name: string, viewer: Viewer) =>
      (
        await app.query<Record<string, { __typename: string; code?: string; proposable?: boolean }>>(
          `mutation($input: ProposingInput!) { ${name}(input: $input) { __typename ... on Actor { proposable } ... on Refused { code } } }`,
          { input: { actorId: kompass, expectedVersion: await version() } },
          { viewer },
        )
      ).data[name];
    expect(await change('stopProposingActor', acting(kompass))).toMatchObject({ code: 'NOT_PERMITTED' });
    const before = await everywhere();
    expect(await change('stopProposingActor', administrator)).toMatchObject({ proposable: false });
    // No notice is waited for: what is kept in memory knows nothing of it yet.
    expect((await everywhere()).flat()).not.toContain(kompass);
    expect((await suggested(home, acting(home))).map(({ actorId }) => actorId)).not.toContain(kompass);
    // It is shown all the same who fits it, and found by whoever looks for it.
    expect((await suggested(kompass, acting(kompass))).length).toBeGreaterThan(0);
    const found = await app.query<{ actors: { edges: { node: { id: string } }[] } }>(
      '{ actors(filter: { search: "Kompass" }) { edges { node { id } } } }',
    );
    expect(found.data.actors.edges.map(({ node }) => node.id)).toContain(kompass);
    expect(await change('allowProposingActor', administrator)).toMatchObject({ proposable: true });
    expect(await everywhere()).toEqual(before);
  });

  it('tells from what was done together who fits, by Vorhaben and partners that can be looked up, and nobody one works with', async () => {
    const before = await app.query<{ sharedHistory: string }>('{ sharedHistory }');
    expect(before.data.sharedHistory).toBe('TOO_LITTLE');
    app.get(HistoryThread).answerHere();
    app.get(HistoryService).forget();
    const council = idFrom('harkenrode', 'actor', 'betriebsrat-nordkamp');
    const { data } = await app.query<{ sharedHistory: string; actorById: { slug: string } }>(
      'query($id: ID!) { sharedHistory actorById(id: $id) { slug } }',
      { id: council },
    );
    expect(data.sharedHistory).toBe('TELLS');
    const fits = await app.query<{
      actorFits: { reasons: { code: string; evidence: { type: string; title: string; address: string }[] }[] }[];
    }>('query($slug: String!) { actorFits(slug: $slug, first: 5) { reasons { code evidence { type title address } } } }', {
      slug: data.actorById.slug,
    });
    const reasons = fits.data.actorFits.flatMap((one) => one.reasons);
    expect(reasons.filter(({ code }) => code === 'COMMON_PARTNER').length).toBeGreaterThan(0);
    const alike = reasons.filter(({ code }) => code === 'ALIKE_PROJECT');
    expect(alike.length).toBeGreaterThan(0);
    for (const { evidence } of alike) {
      expect(evidence).toHaveLength(2);
      for (const { type, address } of evidence) expect(address).toMatch(type === 'ALLIANCE' ? /^\/allianzen\/\S+$/ : /^\/vorhaben\/\S+$/);
    }
    expect(reasons.map(({ code }) => code)).not.toContain('ALREADY_WORKS_TOGETHER');
  });

  it('suggests to an organisation’s own people only, and what they put away stays away until it is taken back', async () => {
    expect(await suggested(home, acting(kompass))).toEqual([]);
    const before = await suggested(home, acting(home));
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ reasons, actorId }) => reasons.length > 0 && actorId !== home)).toBe(true);
    const pair = { actorId: home, suggestedId: before[0]!.actorId };
    const input = { ...pair, reason: 'NO_FIT', note: 'Kennen wir.' };
    const refused = await app.query<{ dismissSuggestion: unknown }>(DISMISS, { input }, { viewer: acting(kompass) });
    expect(refused.data.dismissSuggestion).toMatchObject({ code: 'NOT_PERMITTED' });
    const dismissed = await app.query<{ dismissSuggestion: unknown }>(DISMISS, { input }, { viewer: acting(home) });
    expect(dismissed.data.dismissSuggestion).toMatchObject({ __typename: 'MatchDismissal', reason: 'NO_FIT', againOn: null });
    expect((await suggested(home, acting(home))).map(({ actorId }) => actorId)).not.toContain(pair.suggestedId);
    await app.query(UNDISMISS, { input: pair }, { viewer: acting(home) });
    expect((await suggested(home, acting(home))).map(({ actorId }) => actorId)).toEqual(before.map(({ actorId }) => actorId));
    const again = await app.query<{ undismissSuggestion: unknown }>(UNDISMISS, { input: pair }, { viewer: acting(home) });
    expect(again.data.undismissSuggestion).toMatchObject({ code: 'NOT_DISMISSED' });
  });
});
