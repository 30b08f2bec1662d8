import { idFrom, toDay, type Audience, type Id } from '@knotenpunkt/kernel';
import { GRAPH, type GraphPort, type Tie } from '@knotenpunkt/platform/graph';
import type { TestApp } from '@knotenpunkt/platform/testing';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkThread } from '../columns/network-thread';
import { createNetworkTestApp, sampleProject, tellGraph } from '../network-test-app';
import { MeasuringService } from './measuring.service';

interface Told {
  newest: null | {
    madeAt: string;
    day: string;
    analysedOn: string;
    actors: number;
    ties: number;
    density: number;
    isolated: number;
    sampled: number | null;
    benches: { kinds: string[]; actors: number[]; ties: number[][] };
    brokers: { actor: { label: string }; value: number }[];
    isolatedActors: { id: Id; label: string }[];
  };
  days: { day: string; origin: string; ties: number }[];
  filling: null | { done: number; wanted: number };
}

const MEASURES = `{ networkMeasures {
  newest { madeAt day analysedOn actors ties density isolated sampled benches { kinds actors ties } brokers { actor { label } value } isolatedActors { id label } }
  days { day origin ties } filling { done wanted } } }`;

describe('measures of the network', () => {
  let app: TestApp;
  let regions: ReadonlyMap<string, Region>;
  const told = async (slug: string): Promise<Told> => {
    const { data, errors } = await app.query<{ networkMeasures: Told }>(MEASURES, {} as never, { region: regions.get(slug)! } as never);
    expect(errors).toBeUndefined();
    return data.networkMeasures;
  };

  beforeAll(async () => {
    ({ app, regions } = await createNetworkTestApp());
  });
  afterAll(() => app.close());

  it('are none before the first was measured', async () => {
    expect(await told('harkenrode')).toMatchObject({ newest: null, days: [], filling: null });
  });

  it.each([
    ['2026-06-30', null],
    ['2025-06-30', 'WORKS_TOGETHER'],
    ['2026-06-30', 'STATED'],
  ] as const)('are read by the desk of networks (%s, %s), as the graph has them', async (day, analysedOn) => {
    const graph = app.get<GraphPort>(GRAPH);
    const regionId = regions.get('harkenrode')!.id;
    const grade = analysedOn ?? 'WORKS_TOGETHER';
    const ties: Tie[] = [];
    for await (const tie of graph.stream({ regionId, audience: 'PUBLIC', asOf: day, grades: [grade] })) ties.push(tie);
    const { seq, firstOn, measures, ...told } = await app.get(NetworkThread).measure({ regionId, day, analysedOn });
    expect(told.analysedOn).toBe(grade);
    expect(seq).toBe(await graph.seq());
    expect(ties.length).toBeGreaterThan(0);
    expect(measures.ties).toBe(ties.length);
    expect(firstOn).toBe(ties.map(({ since }) => since).sort()[0]);
    expect(measures.newTies).toBe(ties.filter(({ since }) => toDay(day) - toDay(since) < 30).length);
    const degree = new Map<string, number>();
    for (const id of ties.flatMap(({ a, b }) => [a, b])) degree.set(id, (degree.get(id) ?? 0) + 1);
    expect(measures.isolated).toBe(measures.actors - degree.size);
    for (const { actorId } of measures.brokers) expect(degree.get(actorId)).toBeGreaterThan(1);
    for (const id of measures.isolatedActors) expect(degree.has(id)).toBe(false);
  });

  it('ask nothing of the graph that answers but its version', async () => {
    const graph = app.get<GraphPort>(GRAPH);
    const { stream } = graph;
    graph.stream = () => {
      throw new Error('whole networks are read by the desk');
    };
    try {
      const measuring = app.get(MeasuringService);
      expect(await measuring.measureToday(regions.get('dortmund')!)).not.toBeNull();
      await measuring.measurePast(regions.get('dortmund')!);
    } finally {
      graph.stream = stream;
    }
  });

  it('are measured once at each version of the data, and told with names', async () => {
    const measuring = app.get(MeasuringService);
    expect(await measuring.measureToday(regions.get('harkenrode')!)).not.toBeNull();
    expect(await measuring.measureToday(regions.get('harkenrode')!)).toBeNull();
    const { newest, days, filling } = await told('harkenrode');
    expect(newest).toMatchObject({ analysedOn: 'WORKS_TOGETHER', sampled: null });
    expect(newest!.brokers[0]!.value).toBeGreaterThan(0.01);
    expect(newest!.brokers.map(({ actor }) => actor.label)).not.toContain('');
    expect(newest!.isolatedActors).toHaveLength(newest!.isolated);
    expect(newest!.benches.actors.reduce((sum, count) => sum + count, 0)).toBe(newest!.actors);
    expect(newest!.density).toBeCloseTo((2 * newest!.ties) / (newest!.actors * (newest!.actors - 1)), 10);
    expect(days).toEqual([{ day: newest!.day, origin: 'DAY', ties: newest!.ties }]);
    expect(filling!.done).toBe(0);
    expect(filling!.wanted).toBeGreaterThan(3);
  });

  it('reach back to the first tie, month by month, and say how far they are', async () => {
    const measuring = app.get(MeasuringService);
    const region = regions.get('harkenrode')!;
    const { filling: before } = await told('harkenrode');
    expect(await measuring.measurePast(region)).toBe(true);
    expect((await told('harkenrode')).filling).toEqual({ done: 1, wanted: before!.wanted });
    while (await measuring.measurePast(region));
    const { days, filling, newest } = await told('harkenrode');
    expect(filling).toBeNull();
    expect(days).toHaveLength(before!.wanted + 1);
    expect(days.slice(0, -1).map(({ origin }) => origin)).toEqual(days.slice(0, -1).map(() => 'FACTS'));
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
    expect(days[0]!.ties).toBeGreaterThan(0);
    expect(days[0]!.ties).toBeLessThan(newest!.ties);
    expect(newest!.brokers.length).toBeGreaterThan(0);
  });

  it('are dated by when what they tell became different, so that the date betrays nothing of what is hidden', async () => {
    const region = regions.get('harkenrode')!;
    const { newest: before } = await told('harkenrode');
    const [one, other] = before!.isolatedActors.map(({ id }) => id);
    const measuredWith = async (audience: Audience) => {
      const ownerId = idFrom('test', audience);
      await tellGraph(app, { ownerId, regionId: region.id, audience }, sampleProject(region, audience, [one!, other!], { audience }));
      expect(await app.get(MeasuringService).measureToday(region)).not.toBeNull();
      return (await told('harkenrode')).newest!;
    };
    expect(await measuredWith('COORDINATORS')).toEqual(before);
    const after = await measuredWith('PUBLIC');
    expect(after.ties).toBe(before!.ties + 1);
    expect(Date.parse(after.madeAt)).toBeGreaterThan(Date.parse(before!.madeAt));
  });

  it('of a region the press reported on are measured on what one side says', async () => {
    await app.get(MeasuringService).measureToday(regions.get('dortmund')!);
    const { newest } = await told('dortmund');
    expect(newest).toMatchObject({ analysedOn: 'STATED', day: '2024-04-30' });
    expect(newest!.ties).toBeGreaterThan(0);
  });
});
