import { dayInWords, fill } from '@knotenpunkt/kernel';
import type { QuestionWords } from '@knotenpunkt/notices/domain';
import { contributionWords, type Contribution } from '@knotenpunkt/themes/domain';
import { messages } from './messages';

/** An organisation is asked to belong to an alliance; `again`: a new version of it. */
export function allianceWords(
  about: { title: string; actor: string; contribution: Contribution },
  { again, language }: { again: boolean; language: 'de' | 'en' },
): QuestionWords {
  const { question } = messages[language];
  const { title, actor, contribution } = about;
  const { commitment, fromOn, dueOn } = contribution;
  const terms = contributionWords(contribution, language);
  const day = (date: string | null) => (date ? dayInWords(date, language) : '');
  const values = { title, actor, commitment: sentence(commitment), terms, from: day(fromOn), date: day(dueOn) };
  const obligation = [
    question.obligation,
    terms ? question.obligationTerms : '',
    fromOn ? question.obligationPeriod : question.obligationUntil,
  ];
  return {
    subject: fill(again ? question.revisionSubject : question.invitationSubject, values),
    lead: fill(again ? question.revisionLead : question.invitationLead, values),
    obligation: fill(obligation.filter(Boolean).join(' '), values),
  };
}

/** A commitment is often written without its last sign. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
