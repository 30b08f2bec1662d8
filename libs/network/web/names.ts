/** A name as it is searched: small letters without accents. */
export function folded(text: string): string {
  return text.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words a reader wrote, as they are searched. */
export function wordsOf(text: string): string[] {
  return folded(text).split(/\s+/).filter(Boolean);
}

/** Order of names. Made once: a hundred thousand are sorted. */
export const compareNames = new Intl.Collator('de').compare;
