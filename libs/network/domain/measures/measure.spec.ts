import { randomNetwork } from '../communities/sample-networks';
import { weightedGraph, type WeightedGraph } from '../communities/weighted-graph';
import { betweenness } from './betweenness';
import { KARATE_CLUB } from './karate-club';
import { benchesOf, centralisation, componentsOf, density, measure, type NetworkToMeasure } from './measure';

const graphOf = (order: number, pairs: number[][]): WeightedGraph =>
  weightedGraph(order, { a: pairs.map(([p]) => p!), b: pairs.map(([, q]) => q!) }, () => 1);
const degreesOf = ({ order, starts }: WeightedGraph) => Uint32Array.from({ length: order }, (_, at) => starts[at + 1]! - starts[at]!);
const rounded = (values: ArrayLike<number>) => Array.from(values, (value) => Math.round(value * 1000) / 1000);
const network = (order: number, pairs: number[][], part: Partial<NetworkToMeasure> = {}): NetworkToMeasure => ({
  kind: new Uint8Array(order),
  kinds: ['COMPANY'],
  a: Uint32Array.from(pairs, ([p]) => p!),
  b: Uint32Array.from(pairs, ([, q]) => q!),
  since: new Int32Array(pairs.length),
  strength: new Float64Array(pairs.length).fill(1),
  whole: new Float64Array(pairs.length).fill(1),
  newFrom: 71,
  ...part,
});

const STAR = [1, 2, 3, 4].map((leaf) => [0, leaf]);
const PATH = [0, 1, 2, 3].map((at) => [at, at + 1]);
const RING = [0, 1, 2, 3, 4].map((at) => [at, (at + 1) % 5]);

describe('who stands between others', () => {
  it('is in a star its middle alone, on a path the middle most', () => {
    expect(rounded(betweenness(graphOf(5, STAR)).values)).toEqual([1, 0, 0, 0, 0]);
    expect(rounded(betweenness(graphOf(5, PATH)).values)).toEqual([0, 0.5, 0.667, 0.5, 0]);
    expect(new Set(rounded(betweenness(graphOf(5, RING)).values)).size).toBe(1);
  });

  // NetworkX, `betweenness_centrality(karate_club_graph())`: 1 is 0.4376, 34 is 0.3041, 33 is 0.1452, 3 is 0.1437, 32 is 0.1383.
  it('are in the karate club (Zachary 1977) the instructor, then the president', () => {
    const { values, sampled } = betweenness(graphOf(34, KARATE_CLUB));
    expect(sampled).toBeNull();
    expect(values[0]).toBeCloseTo(0.4376, 3);
    expect(values[33]).toBeCloseTo(0.3041, 3);
    expect(values[32]).toBeCloseTo(0.1452, 3);
    expect(values[2]).toBeCloseTo(0.1437, 3);
    expect(values[31]).toBeCloseTo(0.1383, 3);
  });

  it('is found by a sample nearly as by looking at all, and the same with every run', () => {
    const { order, a, b } = randomNetwork('pivots', 800, { outside: 0.05 });
    const graph = weightedGraph(order, { a, b }, () => 1);
    const exact = betweenness(graph).values;
    const guess = betweenness(graph, 100, 200);
    expect(guess.sampled).toBe(200);
    expect(betweenness(graph, 100, 200).values).toEqual(guess.values);
    const first = (values: Float32Array) => [...values.keys()].sort((p, q) => values[q]! - values[p]!).slice(0, 20);
    expect(first(guess.values).filter((node) => first(exact).includes(node)).length).toBeGreaterThanOrEqual(14);
    for (const each of [exact, guess.values]) expect(Math.max(...each)).toBeLessThanOrEqual(1);
  });
});

describe('a network in numbers', () => {
  it('is dense and centred as its shape is', () => {
    expect(density(5, 4)).toBeCloseTo(0.4);
    expect([density(0, 0), density(1, 0), density(4, 6)]).toEqual([0, 0, 1]);
    expect(centralisation(degreesOf(graphOf(5, STAR)))).toBe(1);
    expect(centralisation(degreesOf(graphOf(5, RING)))).toBe(0);
    // Freeman 1979: 17 is the most, 156 the sum of degrees, 34 members.
    expect(centralisation(degreesOf(graphOf(34, KARATE_CLUB)))).toBeCloseTo((34 * 17 - 156) / (33 * 32), 10);
    expect(centralisation(new Uint32Array(2))).toBe(0);
  });

  it('falls into components, who has no tie aside', () => {
    expect(
      componentsOf(
        graphOf(7, [
          [0, 1],
          [1, 2],
          [4, 5],
        ]),
      ),
    ).toEqual({ components: 2, largest: 3 });
    expect(componentsOf(graphOf(3, []))).toEqual({ components: 0, largest: 0 });
  });

  it('counts ties between benches from both sides, and within one once', () => {
    const kind = Uint8Array.of(0, 0, 2, 2);
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 3],
    ];
    const { a, b } = network(4, pairs);
    expect(benchesOf({ kind, kinds: ['COMPANY', 'UNION', 'SCIENCE'], a, b })).toEqual({
      kinds: ['COMPANY', 'SCIENCE'],
      actors: [2, 2],
      ties: [
        [1, 3],
        [3, 0],
      ],
    });
  });

  it('tells what is new, what has faded, who stands alone', () => {
    const told = measure(
      network(6, PATH, {
        since: Int32Array.of(10, 71, 70, 100),
        strength: Float64Array.of(0.3, 0.25, 0.1, 0),
        whole: Float64Array.of(1, 1, 0.5, 0),
      }),
    );
    expect(told).toMatchObject({ actors: 6, ties: 4, newTies: 2, fadedTies: 1, isolated: 1, isolatedActors: [5], components: 1 });
    expect(told.brokers.map(({ actor }) => actor)).toEqual([2, 1, 3]);
  });

  it('stays within its bounds whatever the network', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { order, a, b } = randomNetwork(`bounds ${seed}`, 1 + seed * 3);
      const told = measure(
        network(
          order,
          a.map((from, at) => [from, b[at]!]),
        ),
      );
      for (const share of [told.density, told.centralisation, told.largestShare]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(told.isolated + told.components * 2).toBeLessThanOrEqual(order);
      expect(told.benches.ties.flat().reduce((sum, each) => sum + each, 0)).toBe(told.ties);
    }
  });

  it('is nothing where nobody is', () => {
    expect(measure(network(0, []))).toMatchObject({ actors: 0, ties: 0, density: 0, largestShare: 0, centralisation: 0, brokers: [] });
  });
});
