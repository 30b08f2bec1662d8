import { fill } from '@knotenpunkt/kernel';
import { messages } from '@knotenpunkt/identity/domain';

type Keys = keyof (typeof messages)['de']['mail'];
/** The mails of this room. */
export type MailKind = Keys extends infer Key ? (Key extends `${infer Kind}Subject` ? Kind : never) : never;

/** What people entered, in one line each: mails go to addresses they chose, and nothing of theirs may look like a paragraph of ours. */
function inOneLine(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.replace(/\s+/g, ' ')]));
}

/** Subject and text of a mail of this room in a language, its placeholders filled. */
export function mailText(language: 'de' | 'en', kind: MailKind, values: Record<string, string>): { subject: string; text: string } {
  const { mail } = messages[language];
  const filled = inOneLine(values);
  return { subject: fill(mail[`${kind}Subject`], filled), text: fill(mail[`${kind}Body`], filled) };
}
