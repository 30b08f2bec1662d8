import * as fc from 'fast-check';
import { bundlesAt, frontierOf, opensAt } from './ground-frontier';
import { GroundIndex } from './ground-index';
import { extentOf, type NetworkRegion } from './ground-model';
import { outlinesOf, regionsOf } from './ground-regions';
import { resultOf, wholeOf } from './sample-whole';

const coordinate = fc.integer({ min: 0, max: 1000 });
const places = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 });

describe('finding actors by place', () => {
  it('finds exactly those in a rectangle', () => {
    fc.assert(
      fc.property(places, coordinate, coordinate, fc.nat(400), fc.nat(400), (actors, x1, y1, width, height) => {
        const index = resultOf(GroundIndex.build(wholeOf(actors)));
        const corners = { x1, y1, x2: x1 + width, y2: y1 + height };
        const inside = actors.flatMap(([x, y], at) => (x >= x1 && x <= corners.x2 && y >= y1 && y <= corners.y2 ? [at] : []));
        expect(index.within(corners).sort((p, q) => p - q)).toEqual(inside);
      }),
    );
  });

  it('hits the nearest one, and none that is too far away', () => {
    fc.assert(
      fc.property(places, coordinate, coordinate, fc.integer({ min: 1, max: 300 }), (actors, x, y, reach) => {
        const hit = resultOf(GroundIndex.build(wholeOf(actors))).nearest(x, y, reach);
        const distances = actors.map(([p, q]) => Math.hypot(p - x, q - y));
        const least = Math.min(...distances);
        if (hit < 0) expect(least).toBeGreaterThan(reach);
        else expect(distances[hit]).toBeCloseTo(least);
      }),
    );
  });

  it('knows whom each is tied to, and leaves out who has no place', () => {
    const all = wholeOf(
      [
        [1, 1],
        [NaN, NaN],
        [9, 9],
      ],
      [
        [0, 2],
        [1, 2],
      ],
    );
    const index = resultOf(GroundIndex.build(all));
    expect([...index.tiesOf(2).others]).toEqual([0, 1]);
    expect([...index.tiesOf(2).numbers]).toEqual([0, 1]);
    expect(index.within({ x1: -1e9, y1: -1e9, x2: 1e9, y2: 1e9 })).toEqual([0, 2]);
  });
});

const communities = [
  { id: 'a', name: 'A', parent: -1 },
  { id: 'a1', name: 'A1', parent: 0 },
  { id: 'a2', name: 'A2', parent: 0 },
  { id: 'b', name: 'B', parent: -1 },
];

describe('regions', () => {
  const all = wholeOf(
    [
      [0, 0, 1],
      [10, 0, 1],
      [0, 10, 1],
      [40, 40, 2],
      [50, 40, 2],
      [200, 200, 3],
      [210, 200, 3],
      [200, 210, 3],
    ],
    [
      [0, 3],
      [1, 4],
      [0, 5],
      [0, 1],
    ],
  );
  const { regions, bundles } = regionsOf(communities, all);

  it('have the size of all their members, those of their parts too', () => {
    expect(regions.map(({ size }) => size)).toEqual([5, 3, 2, 3]);
    expect(regions[0]!.radius).toBeGreaterThan(regions[1]!.radius);
  });

  it('are tied as often as their members are', () => {
    expect(bundles).toEqual([
      { a: 1, b: 2, count: 2 },
      { a: 1, b: 3, count: 1 },
    ]);
  });

  it('have an outline even where members are still on their way', () => {
    for (const whole of [
      { regions, bundles, all },
      { regions, bundles, all: null },
    ]) {
      for (const outline of resultOf(outlinesOf(whole))) expect(outline.length).toBeGreaterThanOrEqual(3);
      expect(extentOf(whole)).toEqual(extentOf({ regions, bundles, all: null }));
    }
  });
});

const tree: fc.Arbitrary<NetworkRegion[]> = fc
  .array(fc.record({ parent: fc.nat(20), size: fc.integer({ min: 1, max: 5_000 }), radius: fc.integer({ min: 1, max: 400 }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((list) =>
    list.map(({ parent, size, radius }, at) => ({
      ...{ id: `r${at}`, name: `R${at}`, x: 0, y: 0, size, radius },
      parent: parent >= at ? -1 : parent,
    })),
  );
const scale = fc.double({ min: 0.01, max: 60, noNaN: true });

describe('what is open', () => {
  it('leaves for every region either one that stands for it, or none', () => {
    fc.assert(
      fc.property(tree, scale, (regions, at) => {
        const { closed, opened, standsFor } = frontierOf(regions, at);
        regions.forEach((_, region) => {
          const stands = standsFor[region]!;
          expect(opened.includes(region)).toBe(stands < 0);
          if (stands < 0) return;
          expect(closed).toContain(stands);
          // It is the region itself or lies around it.
          let up = region;
          while (up !== stands && up >= 0) up = regions[up]!.parent;
          expect(up).toBe(stands);
        });
      }),
    );
  });

  it('never closes as one comes closer', () => {
    fc.assert(
      fc.property(tree, scale, fc.double({ min: 1, max: 5, noNaN: true }), (regions, at, nearer) => {
        const [far, near] = [frontierOf(regions, at), frontierOf(regions, at * nearer)];
        for (const region of far.opened) expect(near.opened).toContain(region);
      }),
    );
  });

  it('opens where a click brings it', () => {
    const [region] = [{ id: 'r', name: 'R', parent: -1, size: 300, x: 0, y: 0, radius: 50 }];
    const opens = opensAt([region], 0);
    expect(frontierOf([region], opens * 1.01).opened).toEqual([0]);
    expect(frontierOf([region], opens * 0.99).closed).toEqual([0]);
  });

  it('sums up ties for the regions that stand for others', () => {
    const bundles = [
      { a: 1, b: 3, count: 2 },
      { a: 2, b: 3, count: 3 },
      { a: 1, b: 2, count: 9 },
    ];
    const frontier = { closed: [0, 3], opened: [], standsFor: Int32Array.from([0, 0, 0, 3]) };
    expect(bundlesAt(frontier, bundles, 10)).toEqual([{ a: 0, b: 3, count: 5 }]);
    // What was counted for the two themselves holds.
    expect(bundlesAt(frontier, [...bundles, { a: 0, b: 3, count: 7 }], 10)).toEqual([{ a: 0, b: 3, count: 7 }]);
  });
});
