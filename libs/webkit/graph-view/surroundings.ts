import { pairKey, type NetworkNode, type NetworkTie } from './model';

export type PlacelessNode = Omit<NetworkNode, 'x' | 'y'>;

/**
 * Places the surroundings of one actor: it stands in the middle, its neighbours on an ellipse around it, those two steps
 * away outside, each near the neighbour it hangs on. The same input gives the same picture. Units of 1 = the inner ring.
 */
export function placeSurroundings(centerId: string, nodes: readonly PlacelessNode[], ties: readonly NetworkTie[]): NetworkNode[] {
  const tied = new Set(ties.map(({ a, b }) => pairKey(a, b)));
  const isTied = (a: string, b: string) => tied.has(pairKey(a, b));
  const byCommunity = (p: PlacelessNode, q: PlacelessNode) =>
    (p.community ?? '').localeCompare(q.community ?? '') || p.id.localeCompare(q.id);
  const others = nodes.filter(({ id }) => id !== centerId);
  const inner = others.filter(({ id }) => isTied(id, centerId)).sort(byCommunity);
  const outer = others.filter(({ id }) => !isTied(id, centerId)).sort(byCommunity);

  const angles = new Map<string, number>();
  // A tilt keeps names of left and right neighbours from lying on one line.
  inner.forEach(({ id }, index) => angles.set(id, -Math.PI / 5 + (index / Math.max(1, inner.length)) * 2 * Math.PI));

  /** The direction in which an actor two steps away belongs: the mean of its neighbours' directions. */
  const direction = ({ id }: PlacelessNode, index: number): number => {
    const held = inner.filter((neighbour) => isTied(neighbour.id, id)).map((neighbour) => angles.get(neighbour.id)!);
    if (held.length === 0) return (index / Math.max(1, outer.length)) * 2 * Math.PI;
    return Math.atan2(
      held.reduce((sum, angle) => sum + Math.sin(angle), 0),
      held.reduce((sum, angle) => sum + Math.cos(angle), 0),
    );
  };
  const wanted = outer.map((node, index) => ({ node, angle: direction(node, index) })).sort((p, q) => p.angle - q.angle);
  // Spread evenly where several want the same direction, keeping their order and, as far as possible, their place.
  const step = (2 * Math.PI) / Math.max(1, wanted.length);
  const start = wanted[0]?.angle ?? 0;
  const drift = wanted.reduce((sum, { angle }, index) => sum + (angle - (start + index * step)), 0) / Math.max(1, wanted.length);

  const at = (node: PlacelessNode, angle: number, reach: number): NetworkNode => ({
    ...node,
    x: 1.35 * reach * Math.cos(angle),
    y: reach * Math.sin(angle),
  });
  const center = nodes.find(({ id }) => id === centerId);
  return [
    ...(center ? [{ ...center, x: 0, y: 0 }] : []),
    // Every other neighbour stands a little nearer, so that long rings have room for names.
    ...inner.map((node, index) => at(node, angles.get(node.id)!, inner.length > 6 && index % 2 === 1 ? 0.72 : 1)),
    ...wanted.map(({ node }, index) => at(node, start + drift + index * step, 1.75)),
  ];
}
