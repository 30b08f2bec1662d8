import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom } from '@knotenpunkt/kernel';
import type { EdgeFact } from '@knotenpunkt/platform/graph';
import type { TestApp } from '@knotenpunkt/platform/testing';
import type { Region } from '@knotenpunkt/regions/domain';
import { createNetworkTestApp, tellGraph } from '../network-test-app';

const actor = (key: string) => idFrom('harkenrode', 'actor', key);
/** Two that share nothing but what members alone may read, see `hide`. */
const [LONELY, HUB] = [actor('logistikpark'), actor('a008')];
const HIDDEN = idFrom('hidden', 'initiative');

const TIE = 'a { id } b { id } grade since strength runningStrength fadedBy reasons { nodeId title runningStrength fadedBy until }';

interface Tie {
  a: { id: string };
  b: { id: string };
  grade: string;
  since: string;
  strength: number;
  runningStrength: number;
  fadedBy: number;
  reasons: { nodeId: string; title: string | null; fadedBy: number; until: string | null }[];
}

describe('looking closer', () => {
  let app: TestApp;
  let region: Region;
  const member: Viewer = {
    ...VISITOR,
    personId: idFrom('person'),
    name: 'Test',
    mandates: [{ id: idFrom('mandate'), actorId: HUB, role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }],
  };

  const ask = async <Data>(query: string, variables: object = {}, viewer: Viewer = VISITOR) => {
    const { data, errors } = await app.query<Data>(query, variables as never, { region, viewer } as never);
    expect(errors).toBeUndefined();
    return data;
  };
  const around = async (variables: object, filters = '', viewer?: Viewer) =>
    (
      await ask<{ surroundings: { nodes: { actor: { id: string; kind: string; themes: string[] }; distance: number }[]; ties: Tie[] } }>(
        `query($id: ID!, $depth: Int!) { surroundings(actorId: $id, depth: $depth${filters}) {
           nodes { distance actor { id kind themes } } ties { ${TIE} } truncated } }`,
        { id: HUB, depth: 1, ...variables },
        viewer,
      )
    ).surroundings;

  /** A Vorhaben of two that only members know of. */
  async function hide(): Promise<void> {
    const edge = (from: string): EdgeFact => ({
      ...{ id: idFrom('hidden', from), from, to: HIDDEN, regionId: region.id, role: 'SECRET_LEAD', since: '2026-01-01', weight: 1 },
      ...{ grade: 'WORKS_TOGETHER', audience: 'MEMBERS', halfLifeDays: 365 },
    });
    const node = { id: HIDDEN, type: 'Initiative' as const, regionId: region.id, audience: 'MEMBERS' as const };
    const facts = { nodes: [node], edges: [edge(LONELY), edge(HUB)] };
    await tellGraph(app, { ownerId: HIDDEN, regionId: region.id, audience: 'MEMBERS' }, facts);
  }

  beforeAll(async () => {
    const started = await createNetworkTestApp();
    app = started.app;
    region = started.regions.get('harkenrode')!;
    await hide();
  });
  afterAll(() => app.close());

  it('tells surroundings up to three steps, on the network that the filters leave', async () => {
    const wide = await around({ depth: 3 });
    expect(new Set(wide.nodes.map(({ distance }) => distance))).toEqual(new Set([0, 1, 2, 3]));
    const others = ({ nodes }: typeof wide) => nodes.filter(({ actor: { id } }) => id !== HUB).map(({ actor: found }) => found);

    const companies = others(await around({ depth: 3 }, ', kinds: ["COMPANY"]'));
    expect(new Set(companies.map(({ kind }) => kind))).toEqual(new Set(['COMPANY']));
    const theme = others(wide).flatMap(({ themes }) => themes)[0]!;
    const themed = others(await around({ depth: 3 }, `, themes: ["${theme}"]`));
    expect(themed.length).toBeGreaterThan(0);
    expect(themed.filter(({ themes }) => !themes.includes(theme))).toEqual([]);
    const led = (await around({}, ', roles: ["LEAD"]')).ties;
    expect(led.length).toBeGreaterThan(0);
    expect(led.length).toBeLessThan((await around({})).ties.length);
    const strong = (await around({ depth: 2 }, ', minStrength: 0.5')).ties;
    expect(strong.filter(({ strength }) => strength < 0.5)).toEqual([]);
    const young = (await around({ depth: 3 }, ', sinceAfter: "2026-01-01"')).ties;
    expect(young.filter(({ since }) => since < '2026-01-01')).toEqual([]);
    expect(young.length).toBeGreaterThan(0);
    const met = (await around({ depth: 2 }, ', grades: [MET]')).ties;
    expect(new Set(met.map(({ grade }) => grade))).toEqual(new Set(['MET']));
  });

  it('says of a tie how strong it was and how much of that it lost', async () => {
    const { ties } = await around({ depth: 3 });
    const faded = ties.filter((tie) => tie.fadedBy > 0);
    expect(faded.length).toBeGreaterThan(0);
    for (const tie of ties) {
      expect(tie.fadedBy).toBeCloseTo(1 - tie.strength / tie.runningStrength);
      for (const reason of tie.reasons) if (reason.until === null) expect(reason.fadedBy).toBe(0);
    }
  });

  it('tells of an earlier day what was known then; a day to come is today', async () => {
    const [today, earlier, toCome] = [await around({}), await around({}, ', asOf: "2025-01-01"'), await around({}, ', asOf: "2999-01-01"')];
    expect(earlier.ties.length).toBeLessThan(today.ties.length);
    expect(earlier.ties.filter(({ since }) => since > '2025-01-01')).toEqual([]);
    expect(toCome).toEqual(today);
    const young = today.ties.find(({ since }) => since > '2025-01-01')!;
    const evidence = (asOf: string | null) =>
      ask<{ tieEvidence: Tie | null }>('query($a: ID!, $b: ID!, $asOf: LocalDate) { tieEvidence(a: $a, b: $b, asOf: $asOf) { grade } }', {
        ...{ a: young.a.id, b: young.b.id, asOf },
      });
    expect((await evidence('2025-01-01')).tieEvidence).toBeNull();
    expect((await evidence(null)).tieEvidence).not.toBeNull();
  });

  it('tells ways on the network that the filters leave, up to fifty and counted exactly', async () => {
    const ways = async (filters = '') =>
      (
        await ask<{ paths: { length: number | null; count: number; exactCount: number; paths: string[][]; ties: Tie[] } }>(
          `query($from: ID!, $to: ID!) { paths(from: $from, to: $to${filters}) { length count exactCount paths ties { ${TIE} } } }`,
          { from: HUB, to: actor('a031') },
        )
      ).paths;
    const found = await ways();
    expect(found.exactCount).toBe(found.count);
    expect(found.paths).toHaveLength(Math.min(50, found.count));
    const founded = await ways(', grades: [WORKS_TOGETHER]');
    expect(founded.ties.filter(({ grade }) => grade !== 'WORKS_TOGETHER')).toEqual([]);
    expect((await ways(', minStrength: 99')).length).toBeNull();
  });

  const common = (ids: string[], viewer?: Viewer) =>
    ask<{
      commonGround: {
        actors: { id: string }[];
        shared: { nodeId: string; title: string | null; actorIds: string[] }[];
        themes: { theme: string; actorIds: string[] }[];
        ties: Tie[];
        neighbours: { actor: { id: string }; tiedTo: number; ties: Tie[] }[];
        neighbourCount: number;
        tiedToAllCount: number;
      };
    }>(
      `query($ids: [ID!]!) { commonGround(actorIds: $ids) { actors { id } shared { nodeId title actorIds } themes { theme actorIds }
         ties { ${TIE} } neighbours { tiedTo actor { id } ties { ${TIE} } } neighbourCount tiedToAllCount } }`,
      { ids },
      viewer,
    ).then(({ commonGround }) => commonGround);

  it('tells what several share, who is tied to them all, and their themes', async () => {
    const { nodes, ties } = await around({});
    const partner = nodes[1]!.actor.id;
    const found = await common([HUB, partner]);
    expect(found.actors.map(({ id }) => id)).toEqual([HUB, partner]);
    const own = ties.find(({ a, b }) => [a.id, b.id].includes(partner) && [a.id, b.id].includes(HUB))!;
    expect(own.reasons.map(({ nodeId }) => nodeId)).toEqual(expect.arrayContaining(found.shared.map(({ nodeId }) => nodeId)));
    expect(found.shared.every(({ title, actorIds }) => title && actorIds.length === 2)).toBe(true);
    const far = (await around({ depth: 2 })).nodes.find(({ distance }) => distance === 2)!.actor.id;
    const { neighbours, neighbourCount, tiedToAllCount } = await common([HUB, far]);
    expect(neighbours.length).toBeGreaterThan(0);
    expect([neighbourCount, tiedToAllCount]).toEqual([neighbours.length, neighbours.length]);
    for (const { actor: between, tiedTo, ties: told } of neighbours) {
      expect(told).toHaveLength(tiedTo);
      expect(told.every(({ a }) => a.id === between.id)).toBe(true);
    }
    expect(await common([])).toMatchObject({ actors: [], shared: [], neighbours: [], ties: [] });
    expect(await common([HUB])).toMatchObject({ shared: [], neighbours: [], ties: [] });
  });

  it('shows a visitor nothing of what members alone may read, whatever is asked', async () => {
    const everything = async (viewer: Viewer) =>
      JSON.stringify([
        await around({ id: LONELY, depth: 3 }, '', viewer),
        await around({ depth: 3 }, ', roles: ["SECRET_LEAD"]', viewer),
        await common([HUB, LONELY], viewer),
        await ask(`query($a: ID!, $b: ID!) { paths(from: $a, to: $b) { length paths ties { ${TIE} } } }`, { a: LONELY, b: HUB }, viewer),
        await ask(`query($a: ID!, $b: ID!) { tieEvidence(a: $a, b: $b) { ${TIE} } }`, { a: LONELY, b: HUB }, viewer),
      ]);
    expect(await everything(member)).toContain(HIDDEN);
    expect(await everything(VISITOR)).not.toContain(HIDDEN);
    const atEdge = async (viewer: Viewer) =>
      (
        await ask<{ networkFindings: { edgeActors: { actorId: string; tiedTo: string | null }[] } }>(
          '{ networkFindings { edgeActors { actorId tiedTo } } }',
          {},
          viewer,
        )
      ).networkFindings.edgeActors.find(({ actorId }) => actorId === LONELY);
    expect(await atEdge(VISITOR)).toEqual({ actorId: LONELY, tiedTo: null });
    expect(await atEdge(member)).toEqual({ actorId: LONELY, tiedTo: HUB });
  });

  it('finds what is missing, each with somebody who could introduce two', async () => {
    const { networkFindings } = await ask<{
      networkFindings: Record<string, { meeting: { a: string; b: string; through: string } | null }[]> & { apart: object[] };
    }>(`{ networkFindings {
      bridges { actorId cutOff meeting { a b through } } bridgeCount unmetBenches { kinds meeting { a b through } }
      edgeActors { actorId tiedTo meeting { a b through } } atEdgeCount apart { communities theme actors foremost } } }`);
    const { bridges, unmetBenches, edgeActors } = networkFindings as never as Record<
      string,
      { meeting: { a: string; b: string; through: string } | null }[]
    >;
    const meetings = [...bridges!, ...unmetBenches!, ...edgeActors!].flatMap(({ meeting }) => meeting ?? []);
    expect(meetings.length).toBeGreaterThan(0);
    for (const { a, b, through } of meetings.slice(0, 10)) {
      const { ties } = await around({ id: through }, ', grades: [WORKS_TOGETHER, STATED]');
      const next = ties.flatMap((tie) => (tie.a.id === through ? [tie.b.id] : tie.b.id === through ? [tie.a.id] : []));
      expect(next).toEqual(expect.arrayContaining([a, b]));
    }
  });
});
