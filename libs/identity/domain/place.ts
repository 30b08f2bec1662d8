/**
 * An address within the app to go to next; anything else is taken as the first page. What browsers read as another host or skip
 * over – two slashes, a backslash, a tab – is in none.
 */
export function placeWithin(wanted: string | null): string {
  return wanted !== null && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(wanted) ? wanted : '/';
}
