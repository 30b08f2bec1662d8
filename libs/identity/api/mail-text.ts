import { fill } from '@knotenpunkt/kernel';
import { messages } from '@knotenpunkt/identity/domain';

/** Subject and text of a mail of this room in a language, its placeholders filled. */
export function mailText(
  language: 'de' | 'en',
  kind: 'reset' | 'mandate' | 'mandateRequest' | 'mandateRefused',
  values: Record<string, string>,
): { subject: string; text: string } {
  const { mail } = messages[language];
  return { subject: fill(mail[`${kind}Subject`], values), text: fill(mail[`${kind}Body`], values) };
}
