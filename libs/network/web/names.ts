import type { NetworkOverview } from '@knotenpunkt/network/domain';

/** A name as it is searched: small letters without accents. */
export function folded(text: string): string {
  return text.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words a reader wrote, as they are searched. */
export function wordsOf(text: string): string[] {
  return folded(text).split(/\s+/).filter(Boolean);
}

/** The places of actors whose name or label holds every word, at most so many, in the order of the network. */
export function placesNamed({ columns }: NetworkOverview, words: readonly string[], most = Infinity): number[] {
  const { ids, names, labels } = columns.actors;
  const found: number[] = [];
  for (let place = 0; place < ids.length && found.length < most; place++) {
    const written = words.length === 0 ? '' : folded(`${names[place]!} ${labels[place]!}`);
    if (words.every((word) => written.includes(word))) found.push(place);
  }
  return found;
}

/** Order of names. Made once: a hundred thousand are sorted. */
export const compareNames = new Intl.Collator('de').compare;
