import { i18n } from './i18n';
import type { Language } from './language';

/** Says a message outside React (a document title, a test). Inside components use `useMessages`. */
export function say(namespace: string, key: string, values: Record<string, unknown> = {}, language?: Language): string {
  return i18n.t(key, { ...values, ns: namespace, ...(language ? { lng: language } : {}) });
}
