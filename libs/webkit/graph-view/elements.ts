import type { ElementDefinition } from 'cytoscape';
import { toKind } from '@knotenpunkt/webkit/ui';
import type { NetworkNode, NetworkTie, Point } from './model';

/** Longer edge of the picture in its own coordinates. */
const EXTENT = 1000;

/** The id of a tie's element: one for each pair and grade. */
export function tieId({ a, b, grade }: NetworkTie): string {
  return `${a} ${b} ${grade}`;
}

/** Brings the server's coordinates to the extent of the picture; their proportions stay. */
export function placing(nodes: readonly NetworkNode[]): (node: NetworkNode) => Point {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const span = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) || 1;
  return ({ x, y }) => ({ x: ((x - left) / span) * EXTENT, y: ((y - top) / span) * EXTENT });
}

/** Actors and ties as Cytoscape wants them. A tie whose end is not in the picture is left out. */
export function elementsOf(nodes: readonly NetworkNode[], ties: readonly NetworkTie[]): ElementDefinition[] {
  const place = placing(nodes);
  const known = new Set(nodes.map(({ id }) => id));
  return [
    ...nodes.map((node) => ({ group: 'nodes' as const, data: { id: node.id, kind: toKind(node.kind) }, position: place(node) })),
    ...ties
      .filter(({ a, b }) => known.has(a) && known.has(b))
      .map((tie) => ({ group: 'edges' as const, data: { id: tieId(tie), source: tie.a, target: tie.b, grade: tie.grade } })),
  ];
}
