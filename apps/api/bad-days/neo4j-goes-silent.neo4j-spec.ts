import { GraphUnavailable, openGraph, type GraphPort } from '@knotenpunkt/platform/graph';
import { Proxy, type Weather } from './proxy';
import { until } from '../until';

const TOLD_MS = 4_000 + 1_500;
const RECOVERED_MS = 10_000;
/** More than the driver keeps lines. */
const READERS = 60;

describe('a line to Neo4j', () => {
  let proxy: Proxy;
  let graph: GraphPort;

  beforeAll(async () => {
    const before = await Proxy.before(process.env['NEO4J_URL']!);
    proxy = before.proxy;
    const { NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
    graph = await openGraph({ kind: 'neo4j', url: before.address, user, password });
    await until(30_000, async () => (await graph.seq()) >= 0);
  });
  afterAll(async () => {
    proxy.turn('fair');
    await graph.close();
    await proxy.close();
  });

  it.each<Weather>(['refused', 'black hole'])(
    'that is %s: readers are told in time, and are answered soon after it is back',
    async (weather) => {
      await Promise.all(Array.from({ length: 5 }, () => graph.seq()));
      proxy.turn(weather);
      for (let round = 0; round < 2; round++) {
        const told = await Promise.all(
          Array.from({ length: READERS }, async () => {
            const began = Date.now();
            const fault: unknown = await graph.seq().catch((error: unknown) => error);
            return { ms: Date.now() - began, isClear: fault instanceof GraphUnavailable };
          }),
        );
        expect(told.filter(({ ms, isClear }) => ms > TOLD_MS || !isClear)).toEqual([]);
      }
      proxy.turn('fair');
      const began = Date.now();
      await until(RECOVERED_MS, async () => (await graph.seq()) >= 0);
      await until(RECOVERED_MS, async () => (await Promise.all(Array.from({ length: READERS }, () => graph.seq()))).length === READERS);
      if (process.env['TELL']) console.log(weather, Date.now() - began, proxy.deadLines);
    },
    120_000,
  );
});
