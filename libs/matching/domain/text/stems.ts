// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the package has no types; whoever compiles this file needs ours
/// <reference path="./snowball-stemmers.d.ts" />
import snowball from 'snowball-stemmers';
import type { TextLanguage } from './tokens';

const STEMMERS = { de: snowball.newStemmer('german'), en: snowball.newStemmer('english') };
const REMEMBERED = 50_000;
const known = new Map<string, string>();

/** `Ingenieurinnen` and `Referentin` are compared as `Ingenieur` and `Referent`. */
function withoutFeminine(word: string): string {
  return word.replace(/(?<=\p{L}{3}(?:er|eur|or|ist|ent|ant|log|at|arzt|ärzt|ling))(?:innen|in)$/u, '');
}

/** `Azubis`, `Kitas`, `Büros`: the stemmer leaves the plural s after a vowel. */
function withoutLoanPlural(word: string): string {
  return word.length > 4 && /[aioy]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Words whose s belongs to them; the stemmer takes it for an ending: `Kurs` would differ from `Kurse`. */
const OWN_S = /(?:kurs|zins|puls|hals|fels)$/;

/**
 * The stem of one lower-case word by the Snowball stemmer of the language (Porter 2001, https://snowballstem.org).
 * Umlauts fall away as they do in Snowball's German.
 */
export function stemOf(word: string, language: TextLanguage): string {
  const key = `${language}${word}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const stem = language === 'de' ? germanStem(word) : STEMMERS.en.stem(word);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, stem);
  return stem;
}

function germanStem(word: string): string {
  const base = withoutLoanPlural(withoutFeminine(word));
  return OWN_S.test(base) ? base : STEMMERS.de.stem(base);
}
