import type { NetworkOverview } from '../columns/network-overview';
import type { Shown } from '../view/shown';
import type { NetworkView } from '../view/view';

/** What makes marks larger, an actor each; null: the number of ties, as long as nothing else is wanted. */
export function measureOf(network: NetworkOverview, size: NetworkView['size'], shown: Pick<Shown, 'ties'>): Float64Array | null {
  const { actors, ties } = network.columns;
  if (size === 'ties') return null;
  if (size === 'broker') return Float64Array.from(actors.broker);
  if (size === 'same') return new Float64Array(network.actorCount).fill(1);
  const sums = new Float64Array(network.actorCount);
  for (let tie = 0; tie < ties.a.length; tie++) {
    if (!shown.ties[tie]) continue;
    sums[ties.a[tie]!]! += ties.strength[tie]!;
    sums[ties.b[tie]!]! += ties.strength[tie]!;
  }
  return sums;
}

/** Up to three values that stand in the legend of sizes: the largest, and what looks half and a quarter as large; none where all are alike. */
export function sizeSamples(values: ArrayLike<number>): number[] {
  let largest = 0;
  for (let place = 0; place < values.length; place++) largest = Math.max(largest, values[place]!);
  if (largest <= 0) return [];
  const whole = largest >= 8;
  const samples = [largest / 16, largest / 4, largest].map((value) => (whole ? Math.max(1, Math.round(value)) : value));
  return [...new Set(samples)];
}

/** What stands beside the marks, an actor each; null: short names, as they are. */
export function labelsOf({ columns: { actors } }: NetworkOverview, label: NetworkView['label']): readonly string[] | null {
  if (label === 'short') return null;
  if (label === 'name') return actors.names;
  if (label === 'city') return actors.cities;
  return actors.names.map(() => '');
}
