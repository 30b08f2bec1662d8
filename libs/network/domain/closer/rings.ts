import type { Id } from '@knotenpunkt/kernel';

/** Those who are equally far from an actor. */
export interface Ring<Node> {
  distance: number;
  members: {
    node: Node;
    /** The one nearer by over whom it is reached best; null next to the actor itself. */
    via: Id | null;
  }[];
}

/** Surroundings ring by ring, in the order the nodes came in; whoever is asked about (distance 0) is in none. */
export function ringsOf<Node extends { id: Id; distance: number }>(
  nodes: readonly Node[],
  ties: readonly { a: Id; b: Id; strength: number }[],
): Ring<Node>[] {
  const distance = new Map(nodes.map((node) => [node.id, node.distance]));
  const best = new Map<Id, { via: Id; strength: number }>();
  for (const { a, b, strength } of ties) {
    for (const [outer, inner] of [
      [a, b],
      [b, a],
    ] as const) {
      if ((distance.get(inner) ?? NaN) + 1 !== distance.get(outer)) continue;
      const known = best.get(outer);
      if (!known || strength > known.strength || (strength === known.strength && inner < known.via))
        best.set(outer, { via: inner, strength });
    }
  }
  const rings = new Map<number, Ring<Node>>();
  for (const node of nodes) {
    if (node.distance === 0) continue;
    const ring = rings.get(node.distance) ?? { distance: node.distance, members: [] };
    ring.members.push({ node, via: node.distance === 1 ? null : (best.get(node.id)?.via ?? null) });
    rings.set(node.distance, ring);
  }
  return [...rings.values()].sort((p, q) => p.distance - q.distance);
}
