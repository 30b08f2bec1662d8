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

/** A room's texts: German, which everything falls back to, at once; English may arrive when it is chosen. */
export interface Catalogue {
  de: Messages;
  en: Messages | (() => Promise<Messages>);
}

/** English texts that nobody has asked for yet. */
const notYetHere = new Map<string, () => Promise<Messages>>();

function add(language: Language, namespace: string, messages: Messages): void {
  i18n.addResourceBundle(language, namespace, messages, true, true);
}

/** Adds a room's texts. Called once, at the top of the room's door (`index.ts`). */
export function registerMessages(namespace: string, { de: german, en: english }: Catalogue): void {
  add('de', namespace, german);
  if (typeof english === 'function') notYetHere.set(namespace, english);
  else add('en', namespace, english);
}

/** Brings the texts of a language that are not here yet. Before it has ended, nothing should be said in that language. */
export async function loadMessages(language: Language): Promise<void> {
  if (language !== 'en') return;
  await Promise.all(
    [...notYetHere].map(async ([namespace, load]) => {
      add('en', namespace, await load());
      notYetHere.delete(namespace);
    }),
  );
}

registerMessages('webkit', { de, en });

/** The language the interface speaks now. */
export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'de';
}

/** Switches the interface, remembers the choice on this device and tells the browser through `<html lang>`. */
export async function switchLanguage(language: Language): Promise<void> {
  await loadMessages(language);
  rememberLanguage(language);
  await i18n.changeLanguage(language);
}

function tellDocument(language: string): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
tellDocument(i18n.language);
i18n.on('languageChanged', tellDocument);
