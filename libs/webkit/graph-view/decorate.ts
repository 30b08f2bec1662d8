import { radiusOf, type NetworkNode, type Point } from './model';

/** What makes marks larger, what they are called and where they stand, if not by ties, name and layout. */
export interface Decoration {
  /** Any measure from 0; the largest value is the largest mark. */
  sizeOf?: ReadonlyMap<string, number> | undefined;
  /** An empty text: no name. */
  labelOf?: ReadonlyMap<string, string> | undefined;
  /** Another arrangement, in a unit of its own. Who has no place in it is left out. */
  places?: ReadonlyMap<string, Point> | undefined;
  /** No mark is larger. Pixels. */
  largestMark?: number | undefined;
}

/** Radius of the largest mark by `sizeOf`, and of all where none is larger than another. */
const LARGEST = 18;
const EQUAL = 8;

/** The actors as they are drawn. The same array where nothing is decorated. */
export function decorate(nodes: readonly NetworkNode[], { sizeOf, labelOf, places, largestMark }: Decoration): readonly NetworkNode[] {
  if (!sizeOf && !labelOf && !places && !largestMark) return nodes;
  const radius = limited(nodes, sizeOf ? radiusBy(nodes, sizeOf) : null, largestMark);
  return nodes.flatMap((node) => {
    const place = places ? places.get(node.id) : node;
    if (!place) return [];
    return [
      {
        ...node,
        x: place.x,
        y: place.y,
        label: labelOf?.get(node.id) ?? node.label,
        degree: radius ? degreeFor(radius(node.id)) : node.degree,
      },
    ];
  });
}

/** Larger marks than wanted shrink, all in proportion, to the smallest that is still seen as a shape. */
function limited(
  nodes: readonly NetworkNode[],
  radius: ((id: string) => number) | null,
  largestMark: number | undefined,
): ((id: string) => number) | null {
  if (!largestMark) return radius;
  const radii = new Map(nodes.map(({ id, degree }) => [id, radius ? radius(id) : radiusOf(degree)]));
  let largest = 0;
  for (const each of radii.values()) largest = Math.max(largest, each);
  if (largest <= largestMark) return radius;
  const least = radiusOf(0);
  const share = Math.max(0, largestMark - least) / (largest - least);
  return (id) => least + (radii.get(id)! - least) * share;
}

function radiusBy(nodes: readonly NetworkNode[], sizeOf: ReadonlyMap<string, number>): (id: string) => number {
  const values = nodes.map(({ id }) => sizeOf.get(id) ?? 0);
  const largest = Math.max(...values);
  if (largest <= 0 || Math.min(...values) === largest) return () => EQUAL;
  return (id) => radiusFor(sizeOf.get(id) ?? 0, largest);
}

/** Radius of a mark by `sizeOf`: its area tells the value, from the smallest that is still seen as a shape. */
export function radiusFor(value: number, largest: number): number {
  const least = radiusOf(0);
  return least + (LARGEST - least) * Math.sqrt(Math.max(0, value) / largest);
}

/** So many ties would give a mark this radius. */
function degreeFor(radius: number): number {
  return ((radius - radiusOf(0)) / (radiusOf(1) - radiusOf(0))) ** 2;
}
