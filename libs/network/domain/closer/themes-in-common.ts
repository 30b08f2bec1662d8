import { themesAt, type NetworkColumns } from '../columns/network-columns';

/** How many themes two actors share. */
export function themesInCommon(actors: Pick<NetworkColumns['actors'], 'theme' | 'themeEnd'>, one: number, other: number): number {
  const theirs = themesAt(actors, other);
  let count = 0;
  for (const theme of themesAt(actors, one)) if (theirs.includes(theme)) count++;
  return count;
}
