import { GRADES, OPEN_END } from '@knotenpunkt/kernel';
import { packNetwork, unpackNetwork } from '../columns/network-columns';
import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { shownOf } from './shown';
import { FIRST_VIEW, type NetworkView } from './view';

const network = new NetworkOverview(sampleNetwork(150));
const idsOf = (view: Partial<NetworkView>) => {
  const { actors, ties, actorCount, tieCount } = shownOf(network, { ...FIRST_VIEW, ...view });
  const shown = { actors: network.actors.filter((_, at) => actors[at]), ties: network.ties.filter((_, at) => ties[at]) };
  expect([shown.actors.length, shown.ties.length]).toEqual([actorCount, tieCount]);
  return shown;
};

describe('the whole network', () => {
  it('is the same after it was sent', () => {
    const again = new NetworkOverview(unpackNetwork(packNetwork(network.columns).buffer));
    expect(again.actors).toEqual(network.actors);
    expect(again.ties).toEqual(network.ties);
    expect(again.communities).toEqual(network.communities);
  });

  it('knows whom each actor is tied to', () => {
    network.actors.forEach(({ id }, place) => {
      const others = network.ties.filter(({ a, b }) => a === id || b === id).map(({ a, b }) => (a === id ? b : a));
      const { actors, ties } = network.neighboursOf(place);
      expect(Array.from(actors, (other) => network.actorAt(other).id).sort()).toEqual(others.sort());
      for (const tie of ties) expect([network.tieAt(tie).a, network.tieAt(tie).b]).toContain(id);
    });
  });

  it('finds an actor by id and by slug, and nobody for others', () => {
    const some = network.actorAt(7);
    expect(network.byId(some.id)).toEqual(some);
    expect(network.bySlug(some.slug)).toEqual(some);
    expect(network.byId('nobody')).toBeNull();
    expect(network.bySlug('nobody')).toBeNull();
  });
});

describe('what a view shows', () => {
  it('is everybody at first, with all ties but meetings', () => {
    const { actors, ties } = idsOf({});
    expect(actors).toEqual(network.actors);
    expect(ties).toEqual(network.ties.filter(({ grade }) => grade !== 'MET'));
  });

  it('is what the filters leave, ties only among whoever is left', () => {
    const wanted = {
      kinds: ['COMPANY', 'UNION'] as const,
      themes: ['care', 'green'],
      grades: GRADES,
      minStrength: 0.5,
      sinceAfter: '2024-01-01',
    };
    const { actors, ties } = idsOf(wanted);
    const left = network.actors.filter(
      ({ kind, themes }) => (wanted.kinds as readonly string[]).includes(kind) && themes.some((theme) => wanted.themes.includes(theme)),
    );
    const ids = new Set(left.map(({ id }) => id));
    expect(actors).toEqual(left);
    expect(ties).toEqual(
      network.ties.filter(({ a, b, strength, since }) => ids.has(a) && ids.has(b) && strength >= 0.5 && since >= '2024-01-01'),
    );
  });

  it('is only what still runs where one asks for that', () => {
    const { until } = network.columns.ties;
    expect(idsOf({ running: true, grades: GRADES }).ties).toEqual(network.ties.filter((_, at) => until[at] === OPEN_END));
  });

  it.each([1, 2, 3] as const)('is with %i steps what can be reached in so many ties from one of the chosen', (steps) => {
    const chosen = [network.actorAt(3), network.actorAt(90)];
    const { actors, ties } = idsOf({ steps, chosen: chosen.map(({ slug }) => slug), minStrength: 0.8 });
    const usable = network.ties.filter(({ grade, strength }) => grade !== 'MET' && strength >= 0.8);
    let reached = new Set(chosen.map(({ id }) => id));
    for (let step = 0; step < steps; step++) {
      reached = new Set([...reached, ...usable.flatMap(({ a, b }) => (reached.has(a) || reached.has(b) ? [a, b] : []))]);
    }
    expect(new Set(actors.map(({ id }) => id))).toEqual(reached);
    expect(ties).toEqual(usable.filter(({ a, b }) => reached.has(a) && reached.has(b)));
  });

  it('keeps the chosen though a filter takes back their kind', () => {
    const chosen = network.actors.find(({ kind }) => kind === 'SCIENCE')!;
    expect(idsOf({ kinds: ['UNION'], chosen: [chosen.slug] }).actors).toContainEqual(chosen);
  });
});
