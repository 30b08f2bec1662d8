import { isActorKind, sectionById, themeOf, type ActorKind } from '@knotenpunkt/themes/domain';
import { ACTOR_SIZES, type ActorSize } from './actor';
import type { Direction } from './entry';

/** What the directory is filtered by, as its address says. Empty lists mean: all. */
export interface DirectoryFilter {
  search: string;
  kinds: ActorKind[];
  themes: string[];
  /** Letters of sections of WZ 2008. */
  sectors: string[];
  sizes: ActorSize[];
  places: string[];
  direction: Direction | null;
}

export const NO_FILTER: DirectoryFilter = { search: '', kinds: [], themes: [], sectors: [], sizes: [], places: [], direction: null };

/** What an address may hold of each list, and of a text. */
const MOST = { choices: 60, letters: 200 } as const;

const SIZE_WORDS: Record<ActorSize, string> = { MICRO: 'kleinst', SMALL: 'klein', MEDIUM: 'mittel', LARGE: 'gross' };

/** Reads an address; what it does not know in it counts as not there. */
export function filterFromAddress(address: URLSearchParams): DirectoryFilter {
  const list = (name: string) => [...new Set(address.getAll(name))].slice(0, MOST.choices);
  const direction = { sucht: 'NEED', bietet: 'OFFER' } as const;
  const wanted = address.get('zeigt');
  return {
    search: (address.get('suche') ?? '').slice(0, MOST.letters),
    kinds: list('art').filter(isActorKind),
    themes: list('feld').filter((id) => themeOf(id) !== null),
    sectors: list('branche').filter((id) => sectionById(id) !== null),
    sizes: list('groesse').flatMap((word) => ACTOR_SIZES.find((size) => SIZE_WORDS[size] === word) ?? []),
    places: list('ort').filter((place) => place !== '' && place.length <= MOST.letters),
    direction: wanted === 'sucht' || wanted === 'bietet' ? direction[wanted] : null,
  };
}

/** The search part of an address that says this; what is not filtered by does not stand in it. */
export function addressOfFilter(filter: DirectoryFilter): URLSearchParams {
  const address = new URLSearchParams();
  if (filter.search.trim()) address.set('suche', filter.search);
  if (filter.direction) address.set('zeigt', filter.direction === 'NEED' ? 'sucht' : 'bietet');
  filter.kinds.forEach((kind) => address.append('art', kind));
  filter.themes.forEach((theme) => address.append('feld', theme));
  filter.sectors.forEach((sector) => address.append('branche', sector));
  filter.sizes.forEach((size) => address.append('groesse', SIZE_WORDS[size]));
  filter.places.forEach((place) => address.append('ort', place));
  return address;
}

/** Whether anything is filtered by. */
export function isFiltered(filter: DirectoryFilter): boolean {
  return [...addressOfFilter(filter).keys()].length > 0;
}
