import { themesAt } from '../columns/network-columns';
import type { NetworkOverview } from '../columns/network-overview';

/** Everybody's first theme, of those wanted where some are wanted: its place in the columns; -1 for none. */
export function firstThemes({ actorCount, columns: { actors, themes } }: NetworkOverview, wanted: readonly string[]): Int32Array {
  const counts = themes.map((theme) => wanted.length === 0 || wanted.includes(theme));
  const first = new Int32Array(actorCount).fill(-1);
  let at = 0;
  for (let place = 0; place < actorCount; place++) {
    for (; at < actors.themeEnd[place]!; at++) if (first[place]! < 0 && counts[actors.theme[at]!]) first[place] = actors.theme[at]!;
  }
  return first;
}

/** How many of these actors (one byte each) have more than one theme. */
export function countSeveral({ columns: { actors } }: NetworkOverview, shown: Uint8Array): number {
  let several = 0;
  for (let place = 0; place < shown.length; place++) {
    if (shown[place] && themesAt(actors, place).length > 1) several++;
  }
  return several;
}
