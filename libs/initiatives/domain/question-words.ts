import { fill } from '@knotenpunkt/kernel';
import type { QuestionWords } from '@knotenpunkt/notices/domain';
import { messages } from './messages';
import type { PartnerRole } from './initiative';

type Language = 'de' | 'en';

/** An organisation is invited to join a Vorhaben. */
export function invitationWords(
  about: { lead: string; actor: string; title: string; role: PartnerRole },
  language: Language,
): QuestionWords {
  const { question, roles } = messages[language];
  const values = { ...about, role: roles[about.role] };
  return {
    subject: fill(question.invitationSubject, values),
    lead: fill(question.invitationLead, values),
    obligation: fill(question.invitationObligation, values),
  };
}

/** Those who decide for an organisation are asked to release what one of its people has written. */
export function releaseWords(about: { title: string }, language: Language): QuestionWords {
  const { question } = messages[language];
  return {
    subject: fill(question.releaseSubject, about),
    lead: fill(question.releaseLead, about),
    obligation: fill(question.releaseObligation, about),
  };
}

/** An organisation and others are asked to agree to a joint Vorhaben; `again`: to a new version of it. */
export function proposalWords(
  about: { lead: string; actor: string; title: string },
  { again, language }: { again: boolean; language: Language },
): QuestionWords {
  const { question } = messages[language];
  return {
    subject: fill(again ? question.revisionSubject : question.proposalSubject, about),
    lead: fill(again ? question.revisionLead : question.proposalLead, about),
    obligation: fill(question.proposalObligation, about),
  };
}
