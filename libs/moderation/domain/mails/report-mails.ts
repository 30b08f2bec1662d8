import { dayInWords, type LocalDate } from '@knotenpunkt/kernel';
import type { AppealSide } from '../report/appeal';
import { referenceOf, type ContentReport } from '../report/content-report';
import type { DecisionWish } from '../report/decision';
import { mailOf, mailWords, type MailLanguage, type MailText } from './mail-words';

type Reported = Pick<ContentReport, 'id' | 'subjectTitle' | 'reason' | 'explanation' | 'name'>;

/** What stands around a report: the region by its name, where the entry is, and a link of the reader's own. */
export interface ReportSurroundings {
  region: string;
  /** Of the entry. */
  entryUrl: string;
  /** Where the reader goes on. */
  url: string;
}

function valuesOf(report: Reported, { region, entryUrl, url }: ReportSurroundings, language: MailLanguage): Record<string, string> {
  return {
    ...{ region, entryUrl, url, title: report.subjectTitle, reference: referenceOf(report.id), explanation: report.explanation },
    reason: mailWords[language].reasons[report.reason],
    greeting: report.name ? `${mailWords[language].greeting} ${report.name}` : mailWords[language].greeting,
  };
}

/** To whoever reported: it has arrived, and what happens next (Digital Services Act, article 16 (4)). */
export function reportReceivedMail(report: Reported, around: ReportSurroundings, language: MailLanguage): MailText {
  const { received } = mailWords[language].report;
  return mailOf(received.subject, [received.text], valuesOf(report, around, language));
}

/** To those who decide: a report, or an objection, waits. */
export function reportWaitingMail(
  report: Reported,
  around: ReportSurroundings,
  language: MailLanguage,
  appeal: string | null = null,
): MailText {
  const words = mailWords[language].report[appeal === null ? 'waiting' : 'appealed'];
  return mailOf(words.subject, [words.text], { ...valuesOf(report, around, language), appeal: appeal ?? '' });
}

interface Decided extends ReportSurroundings {
  decision: DecisionWish;
  decidedOn: LocalDate;
  onAppeal: boolean;
  /** The last day to object; null: this reader may not. */
  appealUntil: LocalDate | null;
}

/**
 * To both sides: what was decided and why, and what can be done against it. For the author it is the statement of reasons of the
 * Digital Services Act, article 17 (3): the restriction and where it holds, facts, no automatic means, ground, redress. The author does
 * not learn who reported.
 */
export function reportDecidedMail(report: Reported, side: AppealSide, decided: Decided, language: MailLanguage): MailText {
  const words = mailWords[language].report;
  const { decision, decidedOn, onAppeal, appealUntil } = decided;
  const { subject, opening } = words.decided[side];
  const ground = decision.ground === '' ? '' : words.ground;
  const paragraphs = [
    opening,
    onAppeal ? words.onAppeal : '',
    words.outcome,
    words.facts,
    words.basis,
    ground,
    words.reach,
    words.byPerson,
  ];
  const redress = [appealUntil === null ? words.noAppeal : words.appeal, words.courts];
  return mailOf(subject, [...paragraphs, ...redress, words.end], {
    ...valuesOf(side === 'AUTHOR' ? { ...report, name: '' } : report, decided, language),
    decision: words.decisions[decision.kind],
    facts: decision.facts,
    basis: words.bases[decision.basis],
    ground: decision.ground,
    date: dayInWords(decidedOn, language),
    until: appealUntil === null ? '' : dayInWords(appealUntil, language),
  });
}
