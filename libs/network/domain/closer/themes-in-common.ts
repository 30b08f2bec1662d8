import type { NetworkColumns } from '../columns/network-columns';

/** The themes of an actor, as places in the list of themes. */
export function themesAt({ theme, themeEnd }: Pick<NetworkColumns['actors'], 'theme' | 'themeEnd'>, actor: number): Uint16Array {
  return theme.subarray(actor === 0 ? 0 : themeEnd[actor - 1]!, themeEnd[actor]);
}

/** How many themes two actors share. */
export function themesInCommon(actors: Pick<NetworkColumns['actors'], 'theme' | 'themeEnd'>, one: number, other: number): number {
  const theirs = themesAt(actors, other);
  let count = 0;
  for (const theme of themesAt(actors, one)) if (theirs.includes(theme)) count++;
  return count;
}
