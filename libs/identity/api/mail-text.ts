import { messages } from '@knotenpunkt/identity/domain';

/** Subject and text of a mail of this room in a language, its placeholders filled. */
export function mailText(
  language: 'de' | 'en',
  kind: 'reset' | 'mandate',
  values: Record<string, string>,
): { subject: string; text: string } {
  const { mail } = messages[language];
  const filled = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  return { subject: filled(mail[`${kind}Subject`]), text: filled(mail[`${kind}Body`]) };
}
