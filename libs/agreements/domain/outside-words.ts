import { dayInWords, fill } from '@knotenpunkt/kernel';
import type { QuestionWords } from '@knotenpunkt/notices/domain';
import { messages } from './messages';
import type { OutsidePromise } from './outside-promise';

/** An organisation is asked whether it has promised what the coordination entered for it. */
export function outsideWords(
  promise: Pick<OutsidePromise, 'text' | 'dueOn' | 'way' | 'saidOn' | 'saidBy' | 'purpose'>,
  actor: string,
  language: 'de' | 'en',
): QuestionWords {
  const { outside } = messages[language];
  const values = {
    actor,
    text: promise.text,
    title: promise.purpose.title,
    way: outside.ways[promise.way],
    saidOn: dayInWords(promise.saidOn, language),
    dueOn: dayInWords(promise.dueOn, language),
    saidBy: promise.saidBy,
  };
  const { subject, lead, leadBy, obligation } = outside.question;
  return {
    subject: fill(subject, values),
    // Once it is decided nobody reads any more who said it.
    lead: fill(promise.saidBy === '' ? lead : leadBy, values),
    obligation: fill(obligation, values),
  };
}
