import type { Id } from '@knotenpunkt/kernel';
import type { FindingsInput } from '../findings';
import { linkCount, nextTo, type Links } from './links';
import { themesAt } from '../columns/network-columns';

/** Two communities that have a theme in common, and nobody of one who has it works with somebody of the other who has it. */
export interface ApartCommunities {
  communities: [string, string];
  /** Id of the theme. */
  theme: string;
  /** How many of each have it. */
  actors: [number, number];
  /** Those of each who have it, the ones with the most links first; at most three. */
  foremost: [Id[], Id[]];
}

/** From so many actors on it is a theme of the community and not of one alone. */
const LEAST_SHARING = 2;
/** Of each theme so many of the communities that have it most are looked at: pairs of all would be too many. */
const MOST_OF_THEME = 30;
const MOST_FOREMOST = 3;
const MOST_TOLD = 30;

/** Pairs of communities with at least two actors each who have the theme; each pair once, by the theme most of them have. */
export function apartCommunities({ actors, communities, themes }: FindingsInput, links: Links): ApartCommunities[] {
  const total = communities.length;
  const having = new Map<number, number[]>();
  for (let actor = 0; actor < links.count; actor++) {
    const community = actors.community[actor]!;
    if (community < 0) continue;
    for (const theme of themesAt(actors, actor)) {
      const key = theme * total + community;
      const members = having.get(key);
      if (members) members.push(actor);
      else having.set(key, [actor]);
    }
  }
  const tied = tiedByTheme(actors, total, links);
  const best = new Map<number, { theme: number; one: number; other: number; sizes: [number, number] }>();
  for (const [theme, here] of byTheme(having, total)) {
    here.forEach(([one, n], at) => {
      for (const [other, m] of here.slice(at + 1)) {
        const [low, high] = one < other ? [one, other] : [other, one];
        const pair = low * total + high;
        const known = best.get(pair);
        if (tied.has(theme * total * total + pair) || (known && Math.min(...known.sizes) >= Math.min(n, m))) continue;
        best.set(pair, { theme, one: low, other: high, sizes: low === one ? [n, m] : [m, n] });
      }
    });
  }
  const foremost = (theme: number, community: number): Id[] =>
    having
      .get(theme * total + community)!
      .toSorted((p, q) => linkCount(links, q) - linkCount(links, p) || p - q)
      .slice(0, MOST_FOREMOST)
      .map((actor) => actors.ids[actor]!);
  return [...best.values()]
    .sort((p, q) => Math.min(...q.sizes) - Math.min(...p.sizes) || p.one - q.one || p.other - q.other)
    .slice(0, MOST_TOLD)
    .map(({ theme, one, other, sizes }) => ({
      communities: [communities[one]!.id, communities[other]!.id],
      theme: themes[theme]!,
      actors: sizes,
      foremost: [foremost(theme, one), foremost(theme, other)],
    }));
}

/** Of each theme the communities of which enough have it, with how many; most first. */
function byTheme(having: ReadonlyMap<number, readonly number[]>, total: number): Map<number, [community: number, count: number][]> {
  const found = new Map<number, [number, number][]>();
  for (const [key, { length }] of having) {
    if (length < LEAST_SHARING) continue;
    const theme = Math.floor(key / total);
    found.set(theme, [...(found.get(theme) ?? []), [key % total, length]]);
  }
  for (const [theme, here] of found) found.set(theme, here.sort(([p, n], [q, m]) => m - n || p - q).slice(0, MOST_OF_THEME));
  return found;
}

/** Themes with pairs of communities, the lower place first, in which two who have the theme work together. */
function tiedByTheme(actors: FindingsInput['actors'], total: number, links: Links): Set<number> {
  const tied = new Set<number>();
  const { community } = actors;
  for (let actor = 0; actor < links.count; actor++) {
    const own = community[actor]!;
    const themes = themesAt(actors, actor);
    if (own < 0 || themes.length === 0) continue;
    for (const other of nextTo(links, actor)) {
      if (community[other]! <= own) continue;
      const theirs = themesAt(actors, other);
      for (const theme of themes) if (theirs.includes(theme)) tied.add((theme * total + own) * total + community[other]!);
    }
  }
  return tied;
}
