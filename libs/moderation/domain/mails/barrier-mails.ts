import type { BarrierReport, BarrierWish } from '../barrier/barrier-report';
import { mailOf, mailWords, type MailLanguage, type MailText } from './mail-words';

/** To the administrators of the platform: somebody could not use something. */
export function barrierWaitingMail(report: BarrierWish, url: string, language: MailLanguage): MailText {
  const { waiting } = mailWords[language].barrier;
  const email = report.email || mailWords[language].barrier.unnamed;
  return mailOf(waiting.subject, [waiting.text], { page: report.pageAddress, text: report.text, email, url });
}

/** To whoever reported it and named an address. */
export function barrierAnsweredMail(report: Pick<BarrierReport, 'text' | 'pageAddress' | 'language'>, answer: string): MailText {
  const { answered } = mailWords[report.language].barrier;
  return mailOf(answered.subject, [answered.text], { page: report.pageAddress, text: report.text, answer });
}
