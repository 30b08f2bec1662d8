import { linkCount, nextTo, type Links } from './links';

/** An actor without whom others lose every way to the rest. */
export interface Cut {
  actor: number;
  /** How many lose it: all of its component but the largest part that would be left. */
  cutOff: number;
  /** One next to it among those who lose their way, one next to it in the largest part, each with the most links there. */
  beside: () => [number, number] | null;
}

/** So many others must lose their way for it to be worth telling. */
const LEAST_CUT_OFF = 2;
const NONE = -1;

/** What one walk through the whole network notes, an entry an actor. */
interface Walk {
  /** The place in the order in which actors were met. */
  order: Int32Array;
  parent: Int32Array;
  /** How many were met from an actor on: its part of the walk is `order … order + size`. */
  size: Uint32Array;
  /** 1 where nobody of an actor's part has a way around its parent. */
  hangs: Uint8Array;
  /** How many are in its component. */
  component: Uint32Array;
}

/**
 * Articulation points (Hopcroft & Tarjan 1973), walked without recursion, in time linear in actors and links; largest loss first,
 * then in order of the actors.
 */
export function cutsOf(links: Links): Cut[] {
  const walk = walkThrough(links);
  const { parent, size, hangs, component } = walk;
  const lost = new Uint32Array(links.count);
  const largest = new Uint32Array(links.count);
  for (let actor = 0; actor < links.count; actor++) {
    const above = parent[actor]!;
    if (above === NONE || !hangs[actor]) continue;
    lost[above]! += size[actor]!;
    largest[above] = Math.max(largest[above]!, size[actor]!);
  }
  const found: Cut[] = [];
  for (let actor = 0; actor < links.count; actor++) {
    const rest = component[actor]! - 1 - lost[actor]!;
    const cutOff = lost[actor]! + rest - Math.max(largest[actor]!, rest);
    if (cutOff >= LEAST_CUT_OFF) found.push({ actor, cutOff, beside: () => besideOf(links, walk, actor) });
  }
  return found.sort((p, q) => q.cutOff - p.cutOff || p.actor - q.actor);
}

function walkThrough(links: Links): Walk {
  const { count, starts, others } = links;
  const order = new Int32Array(count).fill(NONE);
  const low = new Int32Array(count);
  const parent = new Int32Array(count).fill(NONE);
  const size = new Uint32Array(count).fill(1);
  const hangs = new Uint8Array(count);
  const component = new Uint32Array(count);
  const next = starts.slice(0, count);
  const met = new Uint32Array(count);
  let steps = 0;
  for (let root = 0; root < count; root++) {
    if (order[root] !== NONE) continue;
    const first = steps;
    let actor = root;
    order[root] = low[root] = steps;
    met[steps++] = root;
    while (actor !== NONE) {
      const above = parent[actor]!;
      if (next[actor]! < starts[actor + 1]!) {
        const other = others[next[actor]!++]!;
        if (order[other] === NONE) {
          parent[other] = actor;
          order[other] = low[other] = steps;
          met[steps++] = other;
          actor = other;
        } else if (other !== above && order[other]! < low[actor]!) low[actor] = order[other]!;
        continue;
      }
      if (above !== NONE) {
        size[above]! += size[actor]!;
        if (low[actor]! < low[above]!) low[above] = low[actor]!;
        if (low[actor]! >= order[above]!) hangs[actor] = 1;
      }
      actor = above;
    }
    for (let at = first; at < steps; at++) component[met[at]!] = steps - first;
  }
  return { order, parent, size, hangs, component };
}

function besideOf(links: Links, { order, parent, size, hangs, component }: Walk, cut: number): [number, number] | null {
  const around = [...nextTo(links, cut)];
  const parts = around.filter((actor) => parent[actor] === cut && hangs[actor]).sort((p, q) => order[p]! - order[q]!);
  /** Which part an actor next to the cut lies in: the actor it hangs from there, or NONE for the rest. */
  const partOf = (actor: number): number => {
    const part = parts[lastAtMost(parts, order, order[actor]!)];
    return part !== undefined && order[actor]! < order[part]! + size[part]! ? part : NONE;
  };
  const rest = component[cut]! - 1 - parts.reduce((sum, part) => sum + size[part]!, 0);
  const sizes = new Map(parts.map((part) => [part, size[part]!]));
  if (rest > 0) sizes.set(NONE, rest);
  const [kept, lost] = [...sizes].sort(([p, n], [q, m]) => m - n || p - q).map(([part]) => part);
  if (kept === undefined || lost === undefined) return null;
  const foremost = (part: number): number | null => {
    let best: number | null = null;
    for (const actor of around) {
      if (partOf(actor) !== part) continue;
      if (best === null || linkCount(links, actor) > linkCount(links, best)) best = actor;
    }
    return best;
  };
  const [one, other] = [foremost(lost), foremost(kept)];
  return one === null || other === null ? null : [one, other];
}

/** The place of the last part that was met no later than this; -1: none. */
function lastAtMost(parts: readonly number[], order: Int32Array, met: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[parts[middle]!]! <= met) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
