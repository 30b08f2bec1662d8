import { fill } from '@knotenpunkt/kernel';
import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

export type MailLanguage = 'de' | 'en';

export interface MailText {
  subject: string;
  text: string;
}

/** What mails of this room say; kept apart from what pages say, so that no page brings it along. */
export const mailWords = { de, en };

/** A mail of these paragraphs; empty ones are left out. What somebody wrote stands in it as it is. */
export function mailOf(subject: string, paragraphs: readonly string[], values: Record<string, string>): MailText {
  const filled = paragraphs.map((paragraph) => fill(paragraph, values).trim()).filter((paragraph) => paragraph !== '');
  return { subject: fill(subject, values), text: filled.join('\n\n') };
}
