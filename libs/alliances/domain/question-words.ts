import { dayInWords, fill, type LocalDate } from '@knotenpunkt/kernel';
import type { QuestionWords } from '@knotenpunkt/notices/domain';
import { messages } from './messages';

/** An organisation is asked to belong to an alliance; `again`: a new version of it. */
export function allianceWords(
  about: { title: string; actor: string; commitment: string; dueOn: LocalDate | null },
  { again, language }: { again: boolean; language: 'de' | 'en' },
): QuestionWords {
  const { question } = messages[language];
  const { title, actor, commitment, dueOn } = about;
  const values = { title, actor, commitment: sentence(commitment), date: dueOn ? dayInWords(dueOn, language) : '' };
  return {
    subject: fill(again ? question.revisionSubject : question.invitationSubject, values),
    lead: fill(again ? question.revisionLead : question.invitationLead, values),
    obligation: fill(question.obligation, values),
  };
}

/** A commitment is often written without its last sign. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
