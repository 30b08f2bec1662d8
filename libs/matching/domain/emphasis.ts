import type { Composed } from './composition/compose';

/** In what a proposal is ahead of the others; each has words under `proposals.<EMPHASIS>` in the catalogue. */
export const EMPHASES = ['COVERS_MOST', 'SMALLEST', 'MOST_WILLING', 'BRIDGES_MOST', 'OTHERS'] as const;
export type Emphasis = (typeof EMPHASES)[number];

/**
 * A word for each of several tables, so that a reader can tell them apart: what it covers, how few it needs, how
 * likely its members come, whether it brings groups together. A word is given once, to the table that is ahead of all
 * the others in it; the first one covers most unless another covers more; whoever is ahead in nothing is just others.
 */
export function emphasesOf(tables: readonly Composed[]): Emphasis[] {
  const measures: [Emphasis, (table: Composed) => number][] = [
    ['COVERS_MOST', ({ parts }) => parts.coverage + parts.seats],
    ['SMALLEST', ({ places }) => -places.length],
    ['MOST_WILLING', ({ parts, places }) => parts.willingness / places.length],
    ['BRIDGES_MOST', ({ parts }) => parts.bridges],
  ];
  const given = new Map<number, Emphasis>();
  for (const [emphasis, measure] of measures) {
    const values = tables.map(measure);
    const best = Math.max(...values);
    const at = values.indexOf(best);
    const alone = values.lastIndexOf(best) === at;
    if (!given.has(at) && (alone || emphasis === 'COVERS_MOST')) given.set(at, emphasis);
  }
  return tables.map((_, at) => given.get(at) ?? 'OTHERS');
}
