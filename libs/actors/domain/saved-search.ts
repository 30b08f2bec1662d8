import { checkText, isId, ok, refuse, type Id, type Result, type TextCode } from '@knotenpunkt/kernel';
import { addressOfFilter, filterFromAddress, isFiltered } from './directory-address';

/** What a person saves of the directory. */
export interface SearchWish {
  id: Id;
  name: string;
  /** The search part of the directory's address. */
  address: string;
  /** Whether new finds are told by mail as well. */
  mail: boolean;
}

/** A search that finds more than this tells nobody anything new; a day tells of so many at most, the rest the day after. */
export const MOST_FOUND = 500;
/** So many searches can one person save in a region. */
export const MOST_SEARCHES = 20;
/** Of new finds so many are told by name. */
export const FINDS_NAMED = 5;

export const SEARCH_NAME_LENGTH = 80;

export type SearchCode = TextCode | 'NOT_PERMITTED' | 'ID_INVALID' | 'NOTHING_SEARCHED' | 'SEARCH_TOO_WIDE' | 'TOO_MANY_SEARCHES';

/** The name of a search as it will be kept. */
export function checkSearchName(name: string): Result<string, TextCode> {
  return checkText('name', name, { max: SEARCH_NAME_LENGTH });
}

/** An address as it is kept and compared: only what the directory filters by, always in the same order. */
export function plainAddress(address: string): string {
  return addressOfFilter(filterFromAddress(new URLSearchParams(address))).toString();
}

/** A search as it will be kept, or why not. `kept`: how many searches the person has already. */
export function saveSearch(wish: SearchWish, kept: number): Result<SearchWish, SearchCode> {
  if (!isId(wish.id)) return refuse('ID_INVALID', { field: 'id' });
  const name = checkSearchName(wish.name);
  if (!name.ok) return name;
  const filter = filterFromAddress(new URLSearchParams(wish.address));
  if (!isFiltered(filter)) return refuse('NOTHING_SEARCHED');
  if (kept >= MOST_SEARCHES) return refuse('TOO_MANY_SEARCHES', { params: { max: MOST_SEARCHES } });
  return ok({ ...wish, name: name.value, address: addressOfFilter(filter).toString() });
}

/** What was found as a search was saved is no news; or why it cannot be watched. */
export function knownAtFirst(found: readonly Id[]): Result<Id[], 'SEARCH_TOO_WIDE'> {
  return found.length > MOST_FOUND ? refuse('SEARCH_TOO_WIDE', { params: { max: MOST_FOUND } }) : ok([...found]);
}

/** What is no news to a person any more, and what was found since they looked. */
export interface Finds {
  known: Id[];
  found: Id[];
}

/**
 * What is new once these are found, of those not known yet: `added` was never told. Who is found no more counts as known: who comes
 * and goes and comes again is told once.
 */
export function findsNow({ known, found }: Finds, now: readonly Id[]): Finds & { added: Id[] } {
  const there = new Set(now);
  const told = new Set(found);
  return {
    known: [...known, ...found.filter((id) => !there.has(id))],
    found: [...now],
    added: now.filter((id) => !told.has(id)),
  };
}
