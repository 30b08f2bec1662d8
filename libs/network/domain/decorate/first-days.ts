import type { NetworkOverview } from '../columns/network-overview';

/** Of somebody who is tied to nobody. */
export const NO_DAY = 2 ** 31 - 1;

/** When everybody's first tie began: days since 1970-01-01, `NO_DAY` without a tie. All ties count, also those that are not shown. */
export function firstDays({ actorCount, columns: { ties } }: NetworkOverview): Int32Array {
  const days = new Int32Array(actorCount).fill(NO_DAY);
  for (let tie = 0; tie < ties.a.length; tie++) {
    const day = ties.since[tie]!;
    for (const end of [ties.a[tie]!, ties.b[tie]!]) if (day < days[end]!) days[end] = day;
  }
  return days;
}
