/** The languages user texts and vocabularies are written in. */
export type TextLanguage = 'de' | 'en';

/**
 * Endings that German texts use to name all genders: `Schüler:innen`, `Kolleg*innen`, `SchülerInnen`, `jede:r`, `Bewerber/-innen`.
 * Only the part before the sign carries meaning for the comparison.
 */
const GENDER_SIGN = /(?<=\p{L})(?:[:*_]|\/-?)(?:innen|in|r|e|n|er|en|s)(?!\p{L})/giu;
const GENDER_CAPITAL = /(?<=\p{Ll})Innen(?!\p{L})/gu;
const GENDER_BRACKET = /(?<=\p{L})\((?:innen|in|r|e|n|s)\)/giu;

/** Typewriter spellings (`Geschaeft`), but not where the letters are their own: `neue`, `Quelle`, `Bauer`, `aktuell`. */
const TYPEWRITER = /(?<![aeiouäöüq])(ae|oe|ue)(?!ll)/g;
const UMLAUT: Record<string, string> = { ae: 'ä', oe: 'ö', ue: 'ü' };

/** Lower case, one form for gendered spellings and umlauts; everything else as written. */
export function plainText(text: string, language: TextLanguage): string {
  const lower = text.normalize('NFC').replace(GENDER_CAPITAL, '').replace(GENDER_SIGN, '').replace(GENDER_BRACKET, '').toLowerCase();
  return language === 'en' ? lower : lower.replaceAll('ß', 'ss').replace(TYPEWRITER, (pair) => UMLAUT[pair] ?? pair);
}

/**
 * The words of a text in their order, lower case. Hyphenated words fall into their parts (`Dienstplan-App`), letters
 * and digits stay together (`co2`, `81a`), plain numbers are left out: a price or a floor area says nothing about fit.
 */
export function tokensOf(text: string, language: TextLanguage): string[] {
  const words: string[] = plainText(text, language).match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && /\p{L}/u.test(word));
}
