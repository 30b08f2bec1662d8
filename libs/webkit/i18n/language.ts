export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'knotenpunkt.language';

/** What the reader chose on this device before; German otherwise, since it is the language of the regions. */
export function firstLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'de';
  } catch {
    // No storage (private window, server, test): nothing is remembered.
    return 'de';
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The switch still holds for this visit.
  }
}
