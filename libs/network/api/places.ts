import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import { alignTo, firstPlace, fitSquare, moveTowards, placeNear, SQUARE, type Place } from '@knotenpunkt/network/domain';
import type { NetworkToAnalyse } from './analyse';

/** Ties that do not count for communities pull less. */
const PULL_UNCOUNTED = 0.25;
const STEPS = 400;
/** A step costs by actors and by ties; a large network gets fewer, so that its layout takes seconds. */
const STEPS_COST = 12_000_000;
const FEWEST_STEPS = 30;
/** Radius of a community in multiples of the distance of two marks, times the root of its members. */
const ROOM = 0.75;

/**
 * Places in two steps: communities among each other, then their members around the middle of each, both by ForceAtlas2
 * (Jacomy et al. 2014). Those who had a place stay near it. Gives x, y an actor, 0 to 1000.
 */
export function placesOf(network: NetworkToAnalyse, community: readonly string[]): Float64Array {
  const { ids, before, communityBefore } = network;
  const known = ids.map((_, at) => (Number.isNaN(before[2 * at]!) ? null : { x: before[2 * at]!, y: before[2 * at + 1]! }));
  const wanted = layOut(network, community, known);
  const someKnown = known.filter(Boolean).length > ids.length / 2;
  const places = someKnown
    ? moveTowards(
        known,
        alignTo(known, wanted),
        ids.map((_, at) => known[at] === null || communityBefore[at] !== community[at]),
      )
    : wanted;
  return Float64Array.from(places.flatMap(({ x, y }) => [x, y]));
}

function layOut(network: NetworkToAnalyse, community: readonly string[], known: readonly (Place | null)[]): Place[] {
  const { ids, a, b, strength, counted } = network;
  const neighbours: number[][] = ids.map(() => []);
  a.forEach((from, tie) => {
    neighbours[from]!.push(b[tie]!);
    neighbours[b[tie]!]!.push(from);
  });
  const starts = ids.map(
    (id, at) =>
      known[at] ??
      startNear(
        id,
        neighbours[at]!.flatMap((other) => known[other] ?? []),
      ),
  );
  const pull = (tie: number) => Math.max(0.01, Math.sqrt(strength[tie]!) * (counted[tie] ? 1 : PULL_UNCOUNTED));
  // An actor in no community is a group of its own.
  const groupOf = ids.map((id, at) => community[at] || id);
  const members = new Map<string, number[]>();
  ids.forEach((_, at) => neighbours[at]!.length > 0 && members.set(groupOf[at]!, [...(members.get(groupOf[at]!) ?? []), at]));

  const apart = SQUARE / Math.sqrt(Math.max(12, ids.length)) / 1.7;
  const reach = (group: string) => (members.get(group)!.length < 2 ? apart / 2 : ROOM * apart * Math.sqrt(members.get(group)!.length));
  const whole = new Graph({ type: 'undirected' });
  const groups = new Graph({ type: 'undirected' });
  for (const [group, them] of members) {
    groups.addNode(group, { ...middle(them.map((at) => starts[at]!)), size: reach(group) });
    for (const at of them) whole.addNode(at, { ...starts[at]! });
  }
  a.forEach((from, tie) => {
    const to = b[tie]!;
    const [one, other] = [groupOf[from]!, groupOf[to]!];
    whole.mergeEdge(from, to, { weight: pull(tie) * (one === other ? 2 : 1) });
    if (one !== other) groups.updateEdge(one, other, (data) => ({ weight: ((data['weight'] as number | undefined) ?? 0) + pull(tie) }));
  });
  walk(whole, { linLogMode: true, scalingRatio: 20, gravity: 0.6 });
  walk(groups, { scalingRatio: 30, gravity: 0.05, strongGravityMode: true, edgeWeightInfluence: 0.4 });
  spread(groups, apart);

  const places = new Map<number, Place>();
  for (const [group, them] of members) {
    const center = groups.getNodeAttributes(group) as Place;
    const inner = inDisc(
      them.map((at) => whole.getNodeAttributes(at) as Place),
      reach(group),
      apart,
    );
    them.forEach((at, index) => places.set(at, { x: center.x + inner[index]!.x, y: center.y + inner[index]!.y }));
  }
  const tied = [...places.keys()];
  const loose = ids
    .map((_, at) => at)
    .filter((at) => !places.has(at))
    .sort((p, q) => (ids[p]! < ids[q]! ? -1 : 1));
  const fitted = fitSquare([...places.values(), ...belowAll([...places.values()], loose.length, apart)]);
  const order = new Map([...tied, ...loose].map((at, index) => [at, index]));
  return ids.map((_, at) => fitted[order.get(at)!]!);
}

function startNear(id: string, neighbours: readonly Place[]): Place {
  return neighbours.length > 0 ? placeNear(id, neighbours) : firstPlace(id);
}

function middle(places: readonly Place[]): Place {
  return { x: places.reduce((sum, { x }) => sum + x, 0) / places.length, y: places.reduce((sum, { y }) => sum + y, 0) / places.length };
}

function walk(graph: Graph, settings: Parameters<typeof forceAtlas2.assign>[1] extends { settings?: infer S } ? S : object): void {
  if (graph.order < 2) return;
  forceAtlas2.assign(graph, {
    iterations: stepsFor(graph),
    getEdgeWeight: 'weight',
    settings: { ...forceAtlas2.inferSettings(graph), slowDown: 8, barnesHutOptimize: graph.order > 800, ...settings },
  });
}

function stepsFor({ order, size }: Graph): number {
  return Math.max(FEWEST_STEPS, Math.min(STEPS, Math.floor(STEPS_COST / (20 * order + size))));
}

/** Brings groups to the distances their sizes need: close, and none on another. */
function spread(groups: Graph, apart: number): void {
  const attributes = groups.nodes().map((node) => groups.getNodeAttributes(node) as Place & { size: number });
  const area = attributes.reduce((sum, { size }) => sum + size * size, 0);
  const center = middle(attributes);
  const far = Math.sqrt(attributes.reduce((sum, { x, y }) => sum + (x - center.x) ** 2 + (y - center.y) ** 2, 0) / attributes.length) || 1;
  const scale = (0.95 * Math.sqrt(area)) / far;
  // Actors in no community stand at the edge, but not so far out that the rest becomes small.
  const out = Math.max(...attributes.filter(({ size }) => size > apart / 2).map(({ x, y }) => Math.hypot(x - center.x, y - center.y)), far);
  groups.forEachNode((node, { x, y }) => {
    const distance = Math.hypot(x - center.x, y - center.y);
    const cut = distance > out ? (out / distance) * scale : scale;
    groups.mergeNodeAttributes(node, { x: (x - center.x) * cut, y: (y - center.y) * cut });
  });
  noverlap.assign(groups, { maxIterations: 300, settings: { margin: apart * 0.4, speed: 2, ratio: 1, gridSize: 20, expansion: 1.3 } });
}

/** Places of one group around its middle, as far out as its size allows, none on another. */
function inDisc(places: readonly Place[], radius: number, apart: number): Place[] {
  if (places.length < 2) return places.map(() => ({ x: 0, y: 0 }));
  const center = middle(places);
  const farthest = Math.max(...places.map(({ x, y }) => Math.hypot(x - center.x, y - center.y))) || 1;
  const graph = new Graph();
  places.forEach(({ x, y }, at) => {
    const [dx, dy] = [(x - center.x) / farthest, (y - center.y) / farthest];
    // The root draws those far out nearer, so that the middle is not left crowded.
    const reach = Math.hypot(dx, dy) ** -0.35 || 0;
    graph.addNode(at, { x: dx * reach * radius * 0.85, y: dy * reach * radius * 0.85, size: apart * 0.36 });
  });
  noverlap.assign(graph, { maxIterations: 200, settings: { margin: apart * 0.12, speed: 2, ratio: 1, gridSize: 20 } });
  return places.map((_, at) => graph.getNodeAttributes(at) as Place);
}

/** Actors without any tie stand in rows below the others: seen, and seen to stand apart. */
function belowAll(others: readonly Place[], count: number, apart: number): Place[] {
  if (count === 0) return [];
  const [left, right] = others.length > 0 ? [Math.min(...others.map(({ x }) => x)), Math.max(...others.map(({ x }) => x))] : [0, SQUARE];
  const bottom = others.length > 0 ? Math.max(...others.map(({ y }) => y)) : 0;
  const fit = Math.max(1, Math.floor((right - left) / (2.2 * apart)));
  const step = (right - left) / fit;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / fit);
    const inRow = Math.min(fit, count - row * fit);
    return { x: (left + right) / 2 + ((at % fit) - (inRow - 1) / 2) * step, y: bottom + 1.6 * apart + row * apart };
  });
}
