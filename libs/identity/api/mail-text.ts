import de from '../domain/messages.de.json' with { type: 'json' };
import en from '../domain/messages.en.json' with { type: 'json' };

/** Subject and text of a mail of this room in a language, its placeholders filled. */
export function mailText(
  language: 'de' | 'en',
  kind: 'reset' | 'mandate',
  values: Record<string, string>,
): { subject: string; text: string } {
  const messages = { de, en }[language].mail;
  const filled = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  return { subject: filled(messages[`${kind}Subject`]), text: filled(messages[`${kind}Body`]) };
}
