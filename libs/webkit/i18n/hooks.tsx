import { useMemo, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { formatIn, type Format } from './format';
import type { Language } from './language';

/** Says a message: its key, and what stands for its placeholders (`count` chooses the plural form). */
export type Say = (key: string, values?: Record<string, unknown>) => string;

/** The texts of a room. Follows the language switch. A key of another room is written `room:key`. */
export function useMessages(namespace: string): Say {
  const { t } = useTranslation(namespace);
  return t as unknown as Say;
}

/** The language the interface speaks now; renders again when it is switched. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'de';
}

/** Dates, numbers and lists in the reader's language. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatIn(language), [language]);
}

export interface SentenceProps {
  room: string;
  say: string;
  values?: Record<string, unknown>;
  /** What the tags in the message become: `<who>{{name}}</who>` with `{ who: <strong /> }`. */
  parts: Record<string, ReactElement>;
}

/** A message with links or emphasis inside, so that every language can put them where they belong. */
export function Sentence({ room, say, values, parts }: SentenceProps) {
  const { t, i18n } = useTranslation(room);
  return <Trans i18n={i18n} t={t} i18nKey={say} values={values} components={parts} />;
}
