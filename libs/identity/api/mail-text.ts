import { fill } from '@knotenpunkt/kernel';
import { messages } from '@knotenpunkt/identity/domain';

type Keys = keyof (typeof messages)['de']['mail'];
/** The mails of this room. */
export type MailKind = Keys extends infer Key ? (Key extends `${infer Kind}Subject` ? Kind : never) : never;

/** Subject and text of a mail of this room in a language, its placeholders filled. */
export function mailText(language: 'de' | 'en', kind: MailKind, values: Record<string, string>): { subject: string; text: string } {
  const { mail } = messages[language];
  return { subject: fill(mail[`${kind}Subject`], values), text: fill(mail[`${kind}Body`], values) };
}
