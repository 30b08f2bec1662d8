import { plainLetters } from '@knotenpunkt/themes/domain';

/**
 * A text as it is searched: small letters, no accents, words parted by single spaces, one space before the first word,
 * so that " wort" finds beginnings. "ä", "ae" and "a" are the same, and so are "ß" and "ss".
 */
export function searchTextOf(...parts: (string | null | undefined)[]): string {
  const letters = plainLetters(parts.filter(Boolean).join(' '));
  return (letters.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ` ${word}`).join('');
}

/** Nobody means the legal form when they look for a name: as it is written, before words are made of it. */
const LEGAL_FORMS =
  /(?<![\p{L}\p{N}])(?:(?:g?gmbh|ag|kg|ohg|gbr|eg|se|ug|kgaa|mbh)(?:\s*&\s*co\.?(?:\s*(?:kg|ohg))?)?|e\.?\s?v\.?|e\.?\s?k\.?|a\.\s?g\.|e\.\s?g\.)(?![\p{L}\p{N}])/giu;

/** Longer questions are cut: what a reader types into the search field has a few words. */
const MOST_WORDS = 8;

/** Short words occur inside almost any other word: only longer ones are found in the middle ("bus" in "Frühbus" is not). */
const SHORT = 3;

/**
 * The words of a question, each as it must occur in a search text: short ones at the beginning of a word, hence with a
 * space before. Legal forms do not count, unless there is nothing else. Empty for a question without words.
 */
export function searchWordsOf(question: string): string[] {
  const asked = question.slice(0, 200);
  const wordsOf = (text: string) => searchTextOf(text).split(' ').filter(Boolean);
  const bare = wordsOf(asked.replace(LEGAL_FORMS, ' '));
  const words = bare.length > 0 ? bare : wordsOf(asked);
  return words.slice(0, MOST_WORDS).map((word) => (word.length <= SHORT ? ` ${word}` : word));
}

/** The name by which an organisation is sorted: without a leading article or quotation mark. */
export function sortNameOf(name: string): string {
  const plain = name.trim().replace(/^["„“»'‚]+/, '');
  return plain.replace(/^(der|die|das|the)\s+(?=\S)/i, '').trim() || plain || name;
}
