import { fill } from '@knotenpunkt/kernel';
import type { QuestionWords } from '@knotenpunkt/notices/domain';
import { messages } from './messages';

/** Somebody without an account asks an organisation for a contact. */
export function contactWords(
  { name, organisation, email, message, actor }: { name: string; organisation: string; email: string; message: string; actor: string },
  language: 'de' | 'en',
): QuestionWords {
  const { question } = messages[language];
  const values = { name, organisation, email, actor, message: message ? `„${message}“` : '' };
  return {
    subject: fill(question.subject, values),
    lead: fill(question.lead, values),
    obligation: fill(question.obligation, values),
  };
}
