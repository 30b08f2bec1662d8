import { gunzipSync } from 'node:zlib';
import { addDays, type Grade, type Id } from '@knotenpunkt/kernel';
import { changesBetween, completePast, networkOn, unpackPast, type NetworkOverview, type NetworkPast } from '@knotenpunkt/network/domain';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import type { TestApp } from '@knotenpunkt/platform/testing';
import type { Region } from '@knotenpunkt/regions/domain';
import { createNetworkTestApp } from '../network-test-app';
import { OverviewService } from '../overview.service';
import { SnapshotService } from '../snapshot.service';

const AGO = [0, 1, 30, 200, 400, 1_200, 4_000];

describe('the network of a past day', () => {
  let app: TestApp;
  let region: Region;
  let today: NetworkOverview;
  let past: NetworkPast;

  /** What the graph answers for that day. */
  async function asked(asOf: string): Promise<{ a: Id; b: Id; grade: Grade; since: string; strength: number; sources: number }[]> {
    const ties = [];
    const question = { regionId: region.id, audience: 'PUBLIC' as const, asOf };
    for await (const { sources, ...tie } of app.get<GraphPort>(GRAPH).stream(question)) ties.push({ ...tie, sources: sources.length });
    return ties;
  }
  const told = (ties: readonly { a: Id; b: Id; grade: Grade }[]) => ties.map(({ a, b, grade }) => `${a} ${b} ${grade}`).toSorted();

  beforeAll(async () => {
    const started = await createNetworkTestApp();
    app = started.app;
    region = started.regions.get('harkenrode')!;
    await app.get(SnapshotService).bringUpToDate(region);
    const service = app.get(OverviewService);
    today = await service.overview(region, 'PUBLIC');
    const packed = await service.file(region, 'PUBLIC', (await service.state(region, 'PUBLIC')).version!, 'PAST');
    const bytes = gunzipSync(packed!);
    past = completePast(unpackPast(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer), today);
  }, 120_000);
  afterAll(() => app.close());

  it.each(AGO)('%i days ago is what the graph answers for that day', async (ago) => {
    const day = addDays(today.asOf, -ago);
    const then = networkOn(today, past, day);
    const answered = await asked(day);
    expect(told(then.ties)).toEqual(told(answered));
    for (const { id, degree } of then.actors) expect(degree).toBe(answered.filter(({ a, b }) => a === id || b === id).length);
  });

  it.each(AGO)('%i days ago every tie was as strong as the graph answers for that day, and from as much', async (ago) => {
    const day = addDays(today.asOf, -ago);
    const exactly = (ties: readonly { a: Id; b: Id; since: string; strength: number; sources: number }[]) =>
      ties.map(({ a, b, since, strength, sources }) => `${a} ${b} ${since} ${Math.fround(strength)} ${sources}`).toSorted();
    expect(exactly(networkOn(today, past, day).ties)).toEqual(exactly(await asked(day)));
  });

  it('fades and shares: some ties were weaker, and some were stronger than they are today', () => {
    const strengths = new Map(today.ties.map(({ a, b, strength }) => [`${a} ${b}`, strength]));
    const then = networkOn(today, past, addDays(today.asOf, -200)).ties;
    const differences = then.map(({ a, b, strength }) => strength - (strengths.get(`${a} ${b}`) ?? strength));
    expect(differences.some((difference) => difference > 0.01)).toBe(true);
    expect(differences.some((difference) => difference < -0.01)).toBe(true);
  });

  it('tells as new between two days exactly what the graph answers on the later and not on the earlier', async () => {
    const [from, until] = [addDays(today.asOf, -300), addDays(today.asOf, -20)];
    const [before, after] = [await asked(from), await asked(until)];
    const known = new Set(before.map(({ a, b }) => `${a} ${b}`));
    const began = after.filter(({ a, b }) => !known.has(`${a} ${b}`)).map(({ a, b, grade }) => `${a} ${b} ${grade}`);
    const changes = changesBetween(past, from, until).ties.filter(({ change }) => change === 'new');
    expect(began.length).toBeGreaterThan(0);
    expect(changes.map(({ a, b, after: grade }) => `${a} ${b} ${grade}`).toSorted()).toEqual(began.toSorted());
  });
});
