import { checkText, dayInWords, ok, refuse, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';

export const LETTER_LIMITS = {
  subject: 120,
  text: 2_000,
  templateName: 80,
  /** Own templates of a region. */
  templates: 30,
  /** Organisations written to at once. */
  atOnce: 50,
  /** Nobody is written to about the same again within so many days. */
  restDays: 7,
} as const;

export type LetterCode =
  TextCode | 'NOT_PERMITTED' | 'PLACEHOLDER_UNKNOWN' | 'NOBODY_CHOSEN' | 'TOO_MANY_LETTERS' | 'TOO_MANY_TEMPLATES' | 'TEMPLATE_UNKNOWN';

/** Subject and text with placeholders: one for all who are written to. */
export interface Letter {
  subject: string;
  text: string;
}

/** What stands for what is different from one organisation to the next; each may be called by its German or English name. */
export const PLACEHOLDERS = {
  organisation: ['Organisation', 'Organization'],
  about: ['Worum', 'About'],
  since: ['Seit', 'Since'],
  link: ['Link'],
} as const;
type Placeholder = keyof typeof PLACEHOLDERS;

const BRACES = /\{([^{}\s]{1,40})\}/g;

function placeholderOf(name: string): Placeholder | null {
  const lower = name.toLowerCase();
  return (
    (Object.keys(PLACEHOLDERS) as Placeholder[]).find((each) => PLACEHOLDERS[each].some((known) => known.toLowerCase() === lower)) ?? null
  );
}

/** The letter without white space at its ends, or what is wrong with it. */
export function checkLetter({ subject, text }: Letter): Result<Letter, LetterCode> {
  const checkedSubject = checkText('subject', subject, { max: LETTER_LIMITS.subject });
  if (!checkedSubject.ok) return checkedSubject;
  const checkedText = checkText('text', text, { max: LETTER_LIMITS.text });
  if (!checkedText.ok) return checkedText;
  for (const [field, checked] of [
    ['subject', checkedSubject.value],
    ['text', checkedText.value],
  ] as const) {
    const unknown = [...checked.matchAll(BRACES)].find(([, name]) => placeholderOf(name!) === null);
    if (unknown) return refuse('PLACEHOLDER_UNKNOWN', { field, params: { name: unknown[0] } });
  }
  return ok({ subject: checkedSubject.value, text: checkedText.value });
}

/** What one organisation is written to about. */
export interface LetterMatter {
  title: string;
  since: LocalDate;
  /** Where it is answered. */
  url: string;
}

const lists = { de: new Intl.ListFormat('de'), en: new Intl.ListFormat('en') };

/** The letter as one organisation gets it. What it is written to about is named in one go. */
export function fillLetter(
  { subject, text }: Letter,
  { organisation, matters }: { organisation: string; matters: readonly LetterMatter[] },
  language: 'de' | 'en',
): Letter {
  const quoted = (title: string) => (language === 'de' ? `„${title}“` : `“${title}”`);
  const oldest = matters.map(({ since }) => since).sort()[0];
  const values: Record<Placeholder, string> = {
    organisation,
    about: lists[language].format(matters.map(({ title }) => quoted(title))),
    since: oldest === undefined ? '' : dayInWords(oldest, language),
    link: [...new Set(matters.map(({ url }) => url))].join('\n'),
  };
  const filled = (words: string) =>
    words.replace(BRACES, (all, name: string) => {
      const placeholder = placeholderOf(name);
      return placeholder ? values[placeholder] : all;
    });
  // A line break in a subject would begin another header.
  return { subject: filled(subject).replace(/\s+/g, ' '), text: filled(text) };
}

/** Why somebody who was chosen is not written to. */
export const LEFT_OUT = ['NOT_WAITING', 'WRITTEN_RECENTLY', 'NOBODY_TO_ASK'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** Templates that come along; their words are in the catalogue. */
export const SHIPPED_TEMPLATES = ['INVITATION', 'COMMITMENT', 'CONTACT', 'INTRODUCTION'] as const;
export type ShippedTemplate = (typeof SHIPPED_TEMPLATES)[number];

/** What became of one that was chosen. */
export interface SentLetter {
  /** Key of what waits. */
  key: string;
  /** Null: it was not written. */
  sentOn: LocalDate | null;
  leftOut: LeftOut | null;
}
