import type { Grade, Id } from '@knotenpunkt/kernel';

/** What findings look at: actors with their kind, and ties between them. */
export interface FindingsInput {
  actors: readonly { id: Id; kind: string }[];
  ties: readonly { a: Id; b: Id; grade: Grade }[];
  /** The grade that counts as working together in this region. */
  countedGrade: Grade;
}

export interface Findings {
  /** Without this actor, the two groups named by their sizes would have no way to each other. Largest loss first. */
  bridges: { actorId: Id; cutOff: number }[];
  /** Kinds of which at least `BENCH` actors are there and no two of which work together. */
  unmetBenches: { kinds: [string, string]; actors: [number, number] }[];
  /** Actors with one tie or none, at most a hundred. */
  atEdge: Id[];
}

/** From so many actors on a kind counts as a bench. */
export const BENCH = 3;
/** So many others must lose their way for it to be a finding. */
const CUT_OFF = 2;
/** No more are told of each kind of finding: nobody reads on. */
const MOST_TOLD = 100;

/** Simple things worth looking at, each of which a reader can check in the picture. */
export function findingsOf({ actors, ties, countedGrade }: FindingsInput): Findings {
  const counted = ties.filter(({ grade }) => grade === countedGrade);
  const neighbours = new Map<Id, Id[]>(actors.map(({ id }) => [id, []]));
  for (const { a, b } of counted) {
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  const tied = new Map<Id, number>(actors.map(({ id }) => [id, 0]));
  const seen = new Set<string>();
  for (const { a, b } of ties) {
    if (seen.has(`${a} ${b}`)) continue;
    seen.add(`${a} ${b}`);
    for (const id of [a, b]) tied.set(id, (tied.get(id) ?? 0) + 1);
  }
  return {
    bridges: bridgesOf(
      actors.map(({ id }) => id),
      neighbours,
    ),
    unmetBenches: unmetBenches(actors, counted),
    atEdge: actors
      .filter(({ id }) => tied.get(id)! <= 1)
      .slice(0, MOST_TOLD)
      .map(({ id }) => id),
  };
}

/** Actors without whom others lose their way: articulation points (Hopcroft & Tarjan 1973), walked without recursion. */
function bridgesOf(ids: readonly Id[], neighbours: ReadonlyMap<Id, readonly Id[]>): Findings['bridges'] {
  const order = new Map<Id, number>();
  const low = new Map<Id, number>();
  const size = new Map<Id, number>();
  const cutOff = new Map<Id, number>();
  for (const root of ids) {
    if (order.has(root)) continue;
    const walk: { id: Id; parent: Id | null; at: number }[] = [{ id: root, parent: null, at: 0 }];
    const branches: number[] = [];
    order.set(root, order.size);
    low.set(root, order.get(root)!);
    size.set(root, 1);
    while (walk.length > 0) {
      const step = walk.at(-1)!;
      const next = neighbours.get(step.id)?.[step.at++];
      if (next !== undefined) {
        if (next === step.parent) continue;
        if (order.has(next)) {
          low.set(step.id, Math.min(low.get(step.id)!, order.get(next)!));
          continue;
        }
        order.set(next, order.size);
        low.set(next, order.get(next)!);
        size.set(next, 1);
        walk.push({ id: next, parent: step.id, at: 0 });
        continue;
      }
      walk.pop();
      const parent = step.parent;
      if (parent === null) continue;
      low.set(parent, Math.min(low.get(parent)!, low.get(step.id)!));
      size.set(parent, size.get(parent)! + size.get(step.id)!);
      if (parent === root) branches.push(size.get(step.id)!);
      else if (low.get(step.id)! >= order.get(parent)!) cutOff.set(parent, (cutOff.get(parent) ?? 0) + size.get(step.id)!);
    }
    // The root is a bridge only between its own branches; the largest of them keeps its way.
    if (branches.length > 1) cutOff.set(root, branches.reduce((sum, each) => sum + each, 0) - Math.max(...branches));
  }
  return Array.from(cutOff, ([actorId, count]) => ({ actorId, cutOff: count }))
    .filter(({ cutOff: count }) => count >= CUT_OFF)
    .sort((p, q) => q.cutOff - p.cutOff || (p.actorId < q.actorId ? -1 : 1))
    .slice(0, MOST_TOLD);
}

function unmetBenches(actors: FindingsInput['actors'], ties: readonly { a: Id; b: Id }[]): Findings['unmetBenches'] {
  const kindOf = new Map(actors.map(({ id, kind }) => [id, kind]));
  const counts = new Map<string, number>();
  for (const { kind } of actors) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const met = new Set<string>();
  for (const { a, b } of ties) {
    const [one, other] = [kindOf.get(a) ?? '', kindOf.get(b) ?? ''];
    met.add(`${one} ${other}`).add(`${other} ${one}`);
  }
  const benches = [...counts].filter(([, count]) => count >= BENCH);
  return benches
    .flatMap(([one, n], at) =>
      benches.slice(at + 1).map(([other, m]) => ({ kinds: [one, other] as [string, string], actors: [n, m] as [number, number] })),
    )
    .filter(({ kinds: [one, other] }) => !met.has(`${one} ${other}`))
    .sort((p, q) => q.actors[0] + q.actors[1] - (p.actors[0] + p.actors[1]) || (p.kinds.join() < q.kinds.join() ? -1 : 1));
}
