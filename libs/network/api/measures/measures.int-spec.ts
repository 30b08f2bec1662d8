import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkModule } from '../network.module';
import { MeasuringService } from './measuring.service';

interface Told {
  newest: null | {
    day: string;
    analysedOn: string;
    actors: number;
    ties: number;
    density: number;
    isolated: number;
    sampled: number | null;
    benches: { kinds: string[]; actors: number[]; ties: number[][] };
    brokers: { actor: { label: string }; value: number }[];
    isolatedActors: { label: string }[];
  };
  days: { day: string; origin: string; ties: number }[];
  marks: { on: string; title: string; type: string }[];
  filling: null | { done: number; wanted: number };
}

const MEASURES = `{ networkMeasures {
  newest { day analysedOn actors ties density isolated sampled benches { kinds actors ties } brokers { actor { label } value } isolatedActors { label } }
  days { day origin ties } marks { on title type } filling { done wanted } } }`;

describe('measures of the network', () => {
  let app: TestApp;
  const regions = new Map<string, Region>();
  const told = async (slug: string): Promise<Told> => {
    const { data, errors } = await app.query<{ networkMeasures: Told }>(MEASURES, {} as never, { region: regions.get(slug)! } as never);
    expect(errors).toBeUndefined();
    return data.networkMeasures;
  };

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
        NetworkModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    await app.project();
    app.get(RegionService).forget();
    for (const region of await app.get(RegionService).all()) regions.set(region.slug, region);
  });
  afterAll(() => app.close());

  it('are none before the first was measured', async () => {
    expect(await told('harkenrode')).toMatchObject({ newest: null, days: [], filling: null });
  });

  it('are measured once at each version of the data, and told with names', async () => {
    const measuring = app.get(MeasuringService);
    expect(await measuring.measureToday(regions.get('harkenrode')!)).toBe(true);
    expect(await measuring.measureToday(regions.get('harkenrode')!)).toBe(false);
    const { newest, days, marks, filling } = await told('harkenrode');
    expect(newest).toMatchObject({ analysedOn: 'WORKS_TOGETHER', sampled: null });
    expect(newest!.brokers[0]!.value).toBeGreaterThan(0.01);
    expect(newest!.brokers.map(({ actor }) => actor.label)).not.toContain('');
    expect(newest!.isolatedActors).toHaveLength(newest!.isolated);
    expect(newest!.benches.actors.reduce((sum, count) => sum + count, 0)).toBe(newest!.actors);
    expect(newest!.density).toBeCloseTo((2 * newest!.ties) / (newest!.actors * (newest!.actors - 1)), 10);
    expect(days).toEqual([{ day: newest!.day, origin: 'DAY', ties: newest!.ties }]);
    expect(marks.map(({ type }) => type)).toContain('EVENT');
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

  it('of a region the press reported on are measured on what one side says', async () => {
    await app.get(MeasuringService).measureToday(regions.get('dortmund')!);
    const { newest } = await told('dortmund');
    expect(newest).toMatchObject({ analysedOn: 'STATED', day: '2024-04-30' });
    expect(newest!.ties).toBeGreaterThan(0);
  });
});
