import { dayInWords, fill, type LocalDate } from '@knotenpunkt/kernel';
import type { QuestionWords } from '@knotenpunkt/notices/domain';
import { messages } from '../messages';

/** One is asked whether another organisation joins; `isNewcomer`: it is asked about itself. `again`: a new version. */
export function admissionWords(
  about: { title: string; actor: string; commitment: string; dueOn: LocalDate },
  { isNewcomer, again, language }: { isNewcomer: boolean; again: boolean; language: 'de' | 'en' },
): QuestionWords {
  const { admission } = messages[language].question;
  const { title, actor, commitment, dueOn } = about;
  const values = { title, actor, commitment, date: dayInWords(dueOn, language) };
  const words = isNewcomer ? admission.newcomer : admission.member;
  const lead = fill(words.lead, values);
  return {
    subject: fill(words.subject, values),
    lead: again ? `${lead} ${admission.again}` : lead,
    obligation: fill(words.obligation, values),
  };
}
