import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, rememberLanguage, type Language } from './language';
import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

/** The catalogue of one room in one language: nested keys, i18next plural suffixes `_one` and `_other`. */
export interface Messages {
  [key: string]: string | Messages;
}

/** The one i18next instance of the client. Catalogues are added by the rooms as their code arrives. */
export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'de',
  defaultNS: 'webkit',
  resources: {},
  initAsync: false,
  // React escapes what it writes; escaping here as well would show "&amp;" to readers.
  interpolation: { escapeValue: false },
  react: { useSuspense: false, bindI18nStore: 'added' },
});

/** Adds a room's texts. Called once, at the top of the room's door (`index.ts`). */
export function registerMessages(namespace: string, catalogue: Record<Language, Messages>): void {
  i18n.addResourceBundle('de', namespace, catalogue.de, true, true);
  i18n.addResourceBundle('en', namespace, catalogue.en, true, true);
}

registerMessages('webkit', { de, en });

/** The language the interface speaks now. */
export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'de';
}

/** Switches the interface, remembers the choice on this device and tells the browser through `<html lang>`. */
export async function switchLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await i18n.changeLanguage(language);
}

function tellDocument(language: string): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
tellDocument(i18n.language);
i18n.on('languageChanged', tellDocument);
