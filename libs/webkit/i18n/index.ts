export { registerMessages, loadMessages, switchLanguage, currentLanguage, type Catalogue, type Messages } from './i18n';
export { LANGUAGES, type Language } from './language';
export { formatIn, type Format, type KnownDate } from './format';
export { useMessages, useLanguage, useFormat, Sentence, type Say } from './hooks';
export { say } from './say';
