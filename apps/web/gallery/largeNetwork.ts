import { regionsOf, type NetworkNode, type NetworkTie, type NetworkWhole, type WholeActors } from '@knotenpunkt/webkit/graph-view';
import { mostDrawnAt, type FocusFinder, type FocusColumns, type Looked } from '@knotenpunkt/network/domain';
import { ACTOR_KINDS } from '@knotenpunkt/webkit/ui';
import { numbers } from './sampleNetwork';

const FIELDS = [
  'Pflege',
  'Handwerk',
  'Schule',
  'Energie',
  'Logistik',
  'Quartier',
  'Gründung',
  'Verkehr',
  'Forschung',
  'Ernährung',
  'Kultur',
];
const WORDS = ['und Gesundheit', 'und Wärmewende', 'und Übergang', 'im Wandel', 'und Digitalisierung', 'vor Ort', 'und Beteiligung'];
const SORTS = ['Werk', 'Verein', 'Institut', 'Amt', 'Genossenschaft', 'Netz', 'Kolleg', 'Betrieb', 'Stiftung'];

/** Ties to an actor. */
const TIES = 5;
/** So few actors have communities without parts. */
const FLAT = 3_000;

/** A made-up network of any size with communities in up to two levels and a heavy tail of ties; the same for the same size. */
export function largeNetwork(size: number): { whole: NetworkWhole; columns: FocusColumns } {
  const next = numbers(11);
  const flat = size <= FLAT;
  const top = flat ? 9 : 14;
  const parts = flat ? 0 : Math.max(4, Math.round(Math.sqrt(size) / 16));
  const communities: { id: string; name: string; parent: number }[] = [];
  const middles: { x: number; y: number; radius: number }[] = [];
  const leaves: { at: number; weight: number }[] = [];
  const add = (parent: number, x: number, y: number, radius: number) => {
    const at = communities.length;
    const name = `${FIELDS[at % FIELDS.length]} ${WORDS[(at * 3 + Math.floor(at / 11)) % WORDS.length]}`;
    communities.push({ id: `g${at}`, name: at < 77 ? name : `${name} ${Math.floor(at / 77) + 1}`, parent });
    middles.push({ x, y, radius });
    return at;
  };
  const weights = Array.from({ length: top }, (_, at) => 1 / (at + 2.5));
  const spots = spread(weights, 500, 500, 440);
  spots.forEach(({ x, y, radius }, at) => {
    const community = add(-1, x, y, radius);
    if (flat) leaves.push({ at: community, weight: weights[at]! });
    else {
      const inner = Array.from({ length: parts }, () => 0.4 + next());
      const sum = inner.reduce((total, weight) => total + weight, 0);
      spread(inner, x, y, radius * 0.86).forEach((spot, part) =>
        leaves.push({ at: add(community, spot.x, spot.y, spot.radius), weight: (weights[at]! * inner[part]!) / sum }),
      );
    }
  });
  const all = actorsIn(leaves, middles, size, next);
  tie(
    all,
    leaves.map(({ at }) => at),
    next,
  );
  const whole: NetworkWhole = { ...regionsOf(communities, all), all };
  const strength = Float32Array.from(all.ties.a, (_, at) => ((at * 2_654_435_761) >>> 0) / 2 ** 32);
  return { whole, columns: { x: all.x, y: all.y, degree: all.degree, ties: { ...all.ties, strength } } };
}

/** Spots around a middle, by their weight, the larger ones further in (Vogel's spiral, 1979). */
function spread(weights: readonly number[], x: number, y: number, reach: number) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let before = 0;
  return weights.map((weight, at) => {
    const share = (before + weight / 2) / sum;
    before += weight;
    const [angle, distance] = [at * 2.399963, reach * Math.sqrt(share) * 0.9];
    return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle), radius: reach * 0.72 * Math.sqrt(weight / sum) };
  });
}

function actorsIn(
  leaves: readonly { at: number; weight: number }[],
  middles: readonly { x: number; y: number; radius: number }[],
  size: number,
  next: () => number,
): WholeActors {
  const sum = leaves.reduce((total, { weight }) => total + weight, 0);
  const ends: number[] = [];
  leaves.reduce((total, { weight }, at) => (ends[at] = total + weight / sum), 0);
  const region = Int32Array.from({ length: size }, (_, actor) => {
    const share = (actor + 0.5) / size;
    return (
      leaves[
        Math.min(
          leaves.length - 1,
          ends.findIndex((end) => end >= share),
        )
      ]?.at ?? leaves.at(-1)!.at
    );
  });
  const places = Array.from(region, (at) => {
    const { x, y, radius } = middles[at]!;
    const [angle, distance] = [next() * 2 * Math.PI, radius * Math.sqrt(next()) * (0.85 + 0.3 * next())];
    return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
  });
  return {
    ids: Array.from(region, (_, actor) => String(actor)),
    labels: Array.from(region, (_, actor) => `${SORTS[actor % SORTS.length]} ${actor + 1}`),
    kinds: ACTOR_KINDS,
    kind: Uint8Array.from(region, () => Math.floor(next() ** 1.4 * ACTOR_KINDS.length)),
    x: Float32Array.from(places, ({ x }) => x),
    y: Float32Array.from(places, ({ y }) => y),
    degree: new Uint32Array(size),
    region,
    ties: { a: new Uint32Array(0), b: new Uint32Array(0) },
  };
}

/** Ties mostly within a community, to few with many ties and many with few. */
function tie(all: WholeActors, leaves: readonly number[], next: () => number): void {
  const size = all.region.length;
  const first = new Map<number, number>();
  const count = new Map<number, number>();
  all.region.forEach((at, actor) => {
    if (!first.has(at)) first.set(at, actor);
    count.set(at, (count.get(at) ?? 0) + 1);
  });
  const within = (leaf: number) => first.get(leaf)! + Math.floor(next() ** 2.6 * count.get(leaf)!);
  const [a, b] = [new Uint32Array(size * TIES), new Uint32Array(size * TIES)];
  for (let at = 0; at < a.length; at++) {
    const one = Math.floor(next() * size);
    const roll = next();
    const home = all.region[one]!;
    const near = leaves[(leaves.indexOf(home) + 1 + Math.floor(next() * 3)) % leaves.length]!;
    const other = roll < 0.82 ? within(home) : roll < 0.94 && first.has(near) ? within(near) : Math.floor(next() ** 3 * size);
    a[at] = one;
    b[at] = other === one ? (one + 1) % size : other;
    all.degree[a[at]!]!++;
    all.degree[b[at]!]!++;
  }
  all.ties = { a, b, grade: Uint8Array.from(a, (_, at) => (at % 7 === 0 ? 1 : 0)) };
}

/** What is in focus, as the page of the network decides it. */
export function inFocus(
  finder: FocusFinder,
  all: WholeActors,
  looked: Looked,
  { zoom, room }: { zoom: number; room?: number } = { zoom: 1 },
): { nodes: NetworkNode[]; ties: NetworkTie[] } {
  const { ids, labels, kinds, kind, x, y, degree, ties } = all;
  const focus = finder.find(looked, mostDrawnAt(zoom, ids.length, looked.chosen !== null, room));
  const most = degree.reduce((largest, each) => Math.max(largest, each), 1);
  return {
    nodes: focus.actors.map((at) => ({
      ...{ id: ids[at]!, label: labels[at]!, kind: kinds[kind[at]!]!, x: x[at]!, y: y[at]! },
      degree: focus.partial ? (degree[at]! * 14) / most : degree[at]!,
      community: null,
    })),
    ties: focus.ties.map((at) => ({
      a: ids[ties.a[at]!]!,
      b: ids[ties.b[at]!]!,
      grade: ties.grade?.[at] === 1 ? 'STATED' : 'WORKS_TOGETHER',
    })),
  };
}

/** The actors with the most ties, and the ties among them, as a network of their own. */
export function mostTied({ all }: NetworkWhole, { ties }: FocusColumns, most: number): { all: WholeActors; columns: FocusColumns } {
  const { ids, labels, kind, x, y, degree, region } = all!;
  const places = Uint32Array.from(ids.keys())
    .sort((p, q) => degree[q]! - degree[p]!)
    .subarray(0, most);
  const at = new Map(Array.from(places, (place, index) => [place, index]));
  const among = Uint32Array.from(all!.ties.a.keys()).filter((tie) => at.has(ties.a[tie]!) && at.has(ties.b[tie]!));
  const ends = { a: Uint32Array.from(among, (tie) => at.get(ties.a[tie]!)!), b: Uint32Array.from(among, (tie) => at.get(ties.b[tie]!)!) };
  const few = {
    x: Float32Array.from(places, (p) => x[p]!),
    y: Float32Array.from(places, (p) => y[p]!),
    degree: Uint32Array.from(places, (p) => degree[p]!),
  };
  return {
    all: {
      ...all!,
      ...few,
      ids: Array.from(places, (p) => ids[p]!),
      labels: Array.from(places, (p) => labels[p]!),
      kind: Uint8Array.from(places, (p) => kind[p]!),
      region: Int32Array.from(places, (p) => region[p]!),
      ties: ends,
    },
    columns: { ...few, ties: { ...ends, strength: Float32Array.from(among, (tie) => ties.strength[tie]!) } },
  };
}
