import fc from 'fast-check';
import { GRADES } from '@knotenpunkt/kernel';
import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { COLOURS, SIZES } from '../view/choices';
import { shownOf } from '../view/shown';
import { FIRST_VIEW, sameView, type NetworkView } from '../view/view';
import { colouringOf, MOST_COMMUNITIES, REST } from './classes';
import { fifths } from './fifths';
import { allClasses, gradesOf, legendOf, showsClass, switchClass } from './legend';
import { labelsOf, measureOf, sizeSamples } from './marks';
import { swatchesOf } from './palette';

const network = new NetworkOverview(sampleNetwork(220));
const COUNTED = { min: 0, max: 1, noNaN: true };

const views: fc.Arbitrary<NetworkView> = fc.record({
  ...Object.fromEntries(Object.entries(FIRST_VIEW).map(([key, value]) => [key, fc.constant(value)])),
  kinds: fc.subarray([...FIRST_VIEW.kinds]),
  themes: fc.subarray([...network.columns.themes]),
  grades: fc.subarray([...GRADES]),
  minStrength: fc.constantFrom(0, 0.5, 1.5),
  sinceAfter: fc.constantFrom(null, '2023-01-01'),
  colour: fc.constantFrom(...COLOURS),
  hidden: fc.subarray(['g1', 'g3', 's1', 's2', 's5', REST]),
  steps: fc.constantFrom(0, 1, 2),
  chosen: fc.constantFrom([], [network.actorAt(3).slug]),
}) as unknown as fc.Arbitrary<NetworkView>;

describe.each(COLOURS)('colours by %s', (colour) => {
  it('part all actors into classes that have an id and a look of their own', () => {
    const colouring = colouringOf(network, { colour, themes: [] });
    const { classes, of } = colouring;
    expect(of).toHaveLength(network.actorCount);
    expect(of.every((at) => at < classes.length)).toBe(true);
    expect(new Set(classes.map(({ id }) => id)).size).toBe(classes.length);
    const swatches = swatchesOf(colour, colouring);
    if (swatches) expect(new Set(swatches.map((swatch) => JSON.stringify(swatch))).size).toBe(classes.length);
  });
});

describe('colours', () => {
  it('are as many as communities can be told apart by', () => {
    const many = new NetworkOverview(sampleNetwork(4_000));
    const colouring = colouringOf(many, { colour: 'community', themes: [] });
    expect(colouring.classes).toHaveLength(MOST_COMMUNITIES + 1);
    expect(new Set(swatchesOf('community', colouring)!.map((swatch) => JSON.stringify(swatch))).size).toBe(MOST_COMMUNITIES + 1);
  });

  it('of communities within communities are those of the largest', () => {
    const columns = sampleNetwork(90);
    columns.communities = [
      { ...columns.communities[0]!, id: 'g1', size: 60 },
      { ...columns.communities[0]!, id: 'g2', parent: 0, level: 1, size: 60 },
      { ...columns.communities[0]!, id: 'g3', parent: -1, level: 1, size: 3 },
    ];
    columns.actors.community.forEach((_, at) => (columns.actors.community[at] = (at % 4) - 1));
    const { classes, of } = colouringOf(new NetworkOverview(columns), { colour: 'community', themes: [] });
    expect(Array.from(of.slice(0, 4), (at) => classes[at]!.id)).toEqual([REST, 'g1', 'g1', REST]);
  });

  it('of somebody with several themes is that of the first looked at', () => {
    const themes = ['green', 'digital'];
    const { classes, of } = colouringOf(network, { colour: 'theme', themes });
    network.actors.forEach((actor, at) => {
      expect(classes[of[at]!]!.id).toBe(actor.themes.find((theme) => themes.includes(theme)) ?? REST);
    });
  });
});

describe('five classes by size', () => {
  it('say truly what is in them, part no equals and are about as large', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double(COUNTED)), { minLength: 1, maxLength: 200 }), (list) => {
        const values = Float64Array.from(list);
        const { steps, of } = fifths(values, (value) => value > 0);
        expect(steps.length).toBeLessThanOrEqual(5);
        steps.forEach(({ from, to }, at) => {
          const members = values.filter((_, place) => of[place] === at);
          expect([Math.min(...members), Math.max(...members)]).toEqual([from, to]);
          if (at > 0) expect(from).toBeGreaterThan(steps[at - 1]!.to);
        });
        expect(values.filter((_, place) => of[place] === steps.length).every((value) => value <= 0)).toBe(true);
      }),
    );
    const { of } = fifths(
      Float64Array.from({ length: 50 }, (_, at) => at + 1),
      () => true,
    );
    expect([0, 1, 2, 3, 4].map((step) => of.filter((each) => each === step).length)).toEqual([10, 10, 10, 10, 10]);
  });
});

describe('the legend', () => {
  it('counts what is shown, and of what is hidden what would be', () => {
    fc.assert(
      fc.property(views, (view) => {
        const shown = shownOf(network, view);
        const rows = legendOf(network, view, shown);
        const { classes, of } = colouringOf(network, view);
        for (const { id, at, count, shown: isShown } of rows) {
          expect(classes[at]!.id).toBe(id);
          if (isShown) expect(count).toBe(of.filter((each, place) => each === at && shown.actors[place]).length);
        }
        const sum = rows.reduce((total, row) => total + (row.shown ? row.count : 0), 0);
        // Who is chosen is shown though its class is hidden.
        expect(sum).toBeGreaterThanOrEqual(shown.actorCount - view.chosen.length);
        expect(sum).toBeLessThanOrEqual(shown.actorCount);
        for (const row of gradesOf(network, view, shown))
          if (row.shown) expect(row.count).toBe(network.ties.filter(({ grade }, tie) => grade === row.grade && shown.ties[tie]).length);
        const whole = { ...view, ...allClasses(view) };
        const full = legendOf(network, whole, shownOf(network, whole));
        for (const row of rows) if (!row.shown) expect(row.count).toBe(full.find(({ id }) => id === row.id)?.count ?? 0);
      }),
      { numRuns: 120 },
    );
  });

  it('hides a class and shows it again', () => {
    fc.assert(
      fc.property(views, fc.nat(), (view, pick) => {
        const { classes, of } = colouringOf(network, view);
        const { id } = classes[pick % classes.length]!;
        const before = showsClass(view, { id });
        const after: NetworkView = { ...view, ...switchClass(network, view, id) };
        // Of themes the last cannot be hidden, and whoever has none is not there while one looks at some.
        if (view.colour === 'theme' && (id === REST || view.themes.length < 2)) return;
        expect(showsClass(after, { id })).toBe(!before);
        if (!before || view.chosen.length > 0) return;
        const now = colouringOf(network, after);
        const { actors } = shownOf(network, after);
        expect(now.of.some((at, place) => now.classes[at]!.id === id && actors[place])).toBe(false);
        expect(of.length).toBe(now.of.length);
        const back: NetworkView = { ...after, ...switchClass(network, after, id) };
        // All themes named are as good as none.
        const whole = view.colour === 'theme' && view.themes.length === network.columns.themes.length;
        expect(sameView({ ...back, hidden: [] }, { ...view, ...(whole ? { themes: [] } : {}), hidden: [] })).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('brings all themes back when the last is hidden', () => {
    const last = { ...FIRST_VIEW, colour: 'theme', themes: ['care'] } as const;
    expect(switchClass(network, last, 'care')).toEqual({ themes: [] });
  });
});

describe('sizes and names', () => {
  const shown = shownOf(network, FIRST_VIEW);

  it('follow what was asked for', () => {
    expect(measureOf(network, 'ties', shown)).toBeNull();
    expect(new Set(measureOf(network, 'same', shown))).toEqual(new Set([1]));
    expect(measureOf(network, 'broker', shown)).toEqual(Float64Array.from(network.columns.actors.broker));
    const strength = measureOf(network, 'strength', shown)!;
    const { id } = network.actorAt(11);
    const own = network.ties.filter(({ a, b }, tie) => shown.ties[tie] && (a === id || b === id));
    expect(strength[11]).toBeCloseTo(
      own.reduce((sum, tie) => sum + tie.strength, 0),
      4,
    );
    expect(labelsOf(network, 'short')).toBeNull();
    expect(labelsOf(network, 'name')).toEqual(network.columns.actors.names);
    expect(labelsOf(network, 'city')![1]).toBe('Harkenrode');
    expect(new Set(labelsOf(network, 'none'))).toEqual(new Set(['']));
  });

  it('have up to three samples that grow', () => {
    for (const size of SIZES) {
      const samples = sizeSamples(measureOf(network, size, shown) ?? network.columns.actors.degree);
      expect(samples.length).toBeLessThanOrEqual(3);
      expect([...samples].sort((p, q) => p - q)).toEqual(samples);
    }
    expect(sizeSamples([])).toEqual([]);
    expect(sizeSamples([0, 0])).toEqual([]);
    expect(sizeSamples([1, 16, 32])).toEqual([2, 8, 32]);
  });
});
