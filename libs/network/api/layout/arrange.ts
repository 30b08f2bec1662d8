import { fraction } from '@knotenpunkt/network/domain';
import { intoDisc, middleOf, onRings, spread } from './discs';
import { letForcesAct, type Points } from './forces';

/** What is arranged: tied actors with where they begin, and the community each belongs to. */
export interface ToArrange {
  ids: readonly string[];
  /** Where actors begin; of a small network where forces brought them. */
  starts: Points;
  /** Ties, by place in `ids`. */
  a: ArrayLike<number>;
  b: ArrayLike<number>;
  pull: (tie: number) => number;
  /** Only these are arranged. */
  tied: readonly number[];
  community: readonly string[];
  communities: readonly { id: string; parent: string | null }[];
  /** Distance of two marks. */
  apart: number;
  /** Let forces act within each community: the starts tell nothing yet. */
  forcesWithin: boolean;
}

/** A community with what lies in it, as a disc around a middle of its own. */
interface Disc {
  discs: Disc[];
  /** Actors that are in no finer one. */
  own: number[];
  /** Place among the discs it lies among. */
  slot: number;
  radius: number;
  /** Weight between two of its items, by `slot * items + slot`. */
  pulls: Map<number, number>;
  /** In `own` order, when it has no discs: its ties. */
  inner: { a: number[]; b: number[]; weight: number[] };
}

/** Radius of a community in multiples of the distance of two marks, times the root of its members. */
const ROOM = 0.75;
/** More items than these are not moved by forces: the small ones stand in rings around the rest. */
const MOST_MOVED = 400;
const STEPS_WITHIN = 120;
/** How far out groups begin, in roots of the area of all: closer where a level lies in another, else each would add its gaps. */
const WIDE = 0.95;
const CLOSE = 0.75;

/** Places of the tied actors around 0, 0: level by level, each community a disc in the disc of the one it lies in. */
export function arrange(input: ToArrange): Points {
  const { root, chains } = treeOf(input);
  const slotOf = new Int32Array(input.ids.length).fill(-1);
  number(root, slotOf);
  addPulls(input, root, chains, slotOf);
  const points: Points = { x: new Float64Array(input.ids.length), y: new Float64Array(input.ids.length) };
  place(root, input, points);
  return points;
}

function newDisc(): Disc {
  return { discs: [], own: [], slot: 0, radius: 0, pulls: new Map(), inner: { a: [], b: [], weight: [] } };
}

function treeOf({ communities, community, tied }: ToArrange): { root: Disc; chains: Map<string, Disc[]> } {
  const root = newDisc();
  const parentOf = new Map(communities.map(({ id, parent }) => [id, parent]));
  const discs = new Map(communities.map(({ id }) => [id, newDisc()]));
  const chains = new Map<string, Disc[]>([['', []]]);
  for (const { id } of communities) {
    const chain: Disc[] = [];
    for (let at: string | null = id; at; at = parentOf.get(at) ?? null) chain.unshift(discs.get(at)!);
    chains.set(id, chain);
  }
  const filled = new Set<Disc>();
  for (const actor of tied) {
    const chain = chains.get(community[actor]!) ?? [];
    (chain.at(-1) ?? root).own.push(actor);
    chain.forEach((disc, level) => {
      if (filled.has(disc)) return;
      filled.add(disc);
      (chain[level - 1] ?? root).discs.push(disc);
    });
  }
  return { root, chains };
}

/** Items of a disc are its discs, then its own actors. */
function number(disc: Disc, slotOf: Int32Array): void {
  disc.discs.forEach((inner, at) => {
    inner.slot = at;
    number(inner, slotOf);
  });
  disc.own.forEach((actor, at) => (slotOf[actor] = disc.discs.length + at));
}

/** Tells each tie to the finest disc that holds both its ends. */
function addPulls({ a, b, pull, community }: ToArrange, root: Disc, chains: Map<string, Disc[]>, slotOf: Int32Array): void {
  for (let tie = 0; tie < a.length; tie++) {
    const [from, to] = [a[tie]!, b[tie]!];
    if (slotOf[from]! < 0 || slotOf[to]! < 0 || from === to) continue;
    const [one, other] = [chains.get(community[from]!) ?? [], chains.get(community[to]!) ?? []];
    let level = 0;
    while (one[level] && one[level] === other[level]) level++;
    const disc = one[level - 1] ?? root;
    const [p, q] = [one[level]?.slot ?? slotOf[from]!, other[level]?.slot ?? slotOf[to]!];
    if (disc !== root && disc.discs.length === 0) {
      disc.inner.a.push(p);
      disc.inner.b.push(q);
      disc.inner.weight.push(2 * pull(tie));
      continue;
    }
    const key = Math.min(p, q) * (disc.discs.length + disc.own.length) + Math.max(p, q);
    disc.pulls.set(key, (disc.pulls.get(key) ?? 0) + pull(tie));
  }
}

function place(disc: Disc, input: ToArrange, points: Points): void {
  for (const inner of disc.discs) place(inner, input, points);
  const { own, discs } = disc;
  const { apart, starts } = input;
  const ownPlaces = { x: Float64Array.from(own, (actor) => starts.x[actor]!), y: Float64Array.from(own, (actor) => starts.y[actor]!) };
  if (discs.length === 0 && disc.pulls.size === 0) {
    disc.radius = own.length < 2 ? apart / 2 : ROOM * apart * Math.sqrt(own.length);
    if (input.forcesWithin) letForcesAct(ownPlaces, disc.inner, { linLogMode: true, scalingRatio: 20, gravity: 0.6 }, STEPS_WITHIN);
    intoDisc(ownPlaces, disc.radius, apart);
    own.forEach((actor, at) => ([points.x[actor], points.y[actor]] = [ownPlaces.x[at]!, ownPlaces.y[at]!]));
    return;
  }
  const beginnings = discs.map((inner) => {
    const members = everybodyIn(inner);
    return middleOf({ x: Float64Array.from(members, (at) => starts.x[at]!), y: Float64Array.from(members, (at) => starts.y[at]!) });
  });
  const items: Points = {
    x: Float64Array.from([...beginnings.map(({ x }) => x), ...ownPlaces.x]),
    y: Float64Array.from([...beginnings.map(({ y }) => y), ...ownPlaces.y]),
  };
  const sizes = Float64Array.from([...discs.map(({ radius }) => radius), ...own.map(() => apart / 2)]);
  const pulls = pullsOf(disc, items.x.length);
  if (items.x.length <= MOST_MOVED) {
    letForcesAct(items, pulls, { scalingRatio: 30, edgeWeightInfluence: 0.4 });
    spread(items, sizes, apart, input.forcesWithin ? CLOSE : WIDE);
    disc.radius = center(items, sizes);
  } else disc.radius = placeLargeAndSmall(disc, items, sizes, pulls, input);
  discs.forEach((inner, at) => {
    for (const actor of everybodyIn(inner))
      [points.x[actor]!, points.y[actor]!] = [points.x[actor]! + items.x[at]!, points.y[actor]! + items.y[at]!];
  });
  own.forEach((actor, at) => ([points.x[actor], points.y[actor]] = [items.x[discs.length + at]!, items.y[discs.length + at]!]));
}

function everybodyIn(disc: Disc): number[] {
  return disc.discs.length === 0 ? disc.own : [...disc.own, ...disc.discs.flatMap(everybodyIn)];
}

function pullsOf({ pulls }: Disc, items: number): { a: number[]; b: number[]; weight: number[] } {
  const keys = [...pulls.keys()];
  return { a: keys.map((key) => Math.floor(key / items)), b: keys.map((key) => key % items), weight: [...pulls.values()] };
}

/** Puts the middle of all discs at 0, 0; gives the radius that holds them. */
function center({ x, y }: Points, sizes: Float64Array): number {
  const middle = middleOf({ x, y });
  let radius = 0;
  for (let at = 0; at < x.length; at++) {
    [x[at], y[at]] = [x[at]! - middle.x, y[at]! - middle.y];
    radius = Math.max(radius, Math.hypot(x[at]!, y[at]!) + sizes[at]!);
  }
  return radius;
}

/** The large items by forces; the others in rings around them, each on the side of those it is tied to. */
function placeLargeAndSmall(
  disc: Disc,
  items: Points,
  sizes: Float64Array,
  pulls: ReturnType<typeof pullsOf>,
  { ids, apart }: ToArrange,
): number {
  const bySize = Array.from(items.x.keys()).sort((p, q) => sizes[q]! - sizes[p]! || p - q);
  const large = bySize.slice(0, MOST_MOVED / 4).filter((at) => at < disc.discs.length);
  const small = bySize.filter((at) => !large.includes(at)).sort((p, q) => p - q);
  const slot = new Map(large.map((at, index) => [at, index]));
  const among = pulls.a.map((_, tie) => tie).filter((tie) => slot.has(pulls.a[tie]!) && slot.has(pulls.b[tie]!));
  const inner: Points = { x: Float64Array.from(large, (at) => items.x[at]!), y: Float64Array.from(large, (at) => items.y[at]!) };
  const innerSizes = Float64Array.from(large, (at) => sizes[at]!);
  const innerPulls = {
    a: among.map((tie) => slot.get(pulls.a[tie]!)!),
    b: among.map((tie) => slot.get(pulls.b[tie]!)!),
    weight: among.map((tie) => pulls.weight[tie]!),
  };
  letForcesAct(inner, innerPulls, { scalingRatio: 30, edgeWeightInfluence: 0.4 });
  spread(inner, innerSizes, apart, CLOSE);
  const radius = center(inner, innerSizes);
  large.forEach((at, index) => ([items.x[at], items.y[at]] = [inner.x[index]!, inner.y[index]!]));
  const [dx, dy] = [new Float64Array(items.x.length), new Float64Array(items.x.length)];
  pulls.a.forEach((one, tie) => {
    for (const [at, other] of [
      [one, pulls.b[tie]!],
      [pulls.b[tie]!, one],
    ] as const) {
      const place = slot.get(other);
      if (place === undefined) continue;
      dx[at]! += inner.x[place]! * pulls.weight[tie]!;
      dy[at]! += inner.y[place]! * pulls.weight[tie]!;
    }
  });
  const angles = small.map((at) => {
    const actor = disc.own[at - disc.discs.length];
    const byChance = fraction(actor === undefined ? `disc ${at}` : ids[actor]!) * 2 * Math.PI;
    return dx[at] === 0 && dy[at] === 0 ? byChance : (Math.atan2(dy[at]!, dx[at]!) + 2 * Math.PI) % (2 * Math.PI);
  });
  const outer: Points = { x: new Float64Array(small.length), y: new Float64Array(small.length) };
  const outerSizes = small.map((at) => sizes[at]!);
  const reach = onRings(outer, outerSizes, angles, radius, apart * 0.2);
  small.forEach((at, index) => ([items.x[at], items.y[at]] = [outer.x[index]!, outer.y[index]!]));
  return reach;
}
