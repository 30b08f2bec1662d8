import type { NetworkOverview, Shown } from '@knotenpunkt/network/domain';

/** How many of its ties are shown, for every actor by its place in the columns. */
export function tiesShown({ columns: { actors, ties } }: NetworkOverview, shown: Pick<Shown, 'ties'>): Uint32Array {
  const counts = new Uint32Array(actors.ids.length);
  for (let tie = 0; tie < shown.ties.length; tie++) {
    if (!shown.ties[tie]) continue;
    counts[ties.a[tie]!]!++;
    counts[ties.b[tie]!]!++;
  }
  return counts;
}
