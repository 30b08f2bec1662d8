import { fill } from '@knotenpunkt/kernel';
import type { QuestionWords } from '@knotenpunkt/notices/domain';
import type { Side } from './introduction';
import { messages } from './messages';

/** The names an introduction is told with. `asker` null: the coordination. */
export interface IntroductionNames {
  asker: string | null;
  first: string;
  goBetween: string;
  second: string;
}

export function askerName(asker: string | null, language: 'de' | 'en'): string {
  return asker ?? messages[language].introductions.coordination;
}

/** One of the three is asked; `again`: about another text. */
export function introductionWords(
  { side, names, purpose }: { side: Side; names: IntroductionNames; purpose: string },
  { again, language }: { again: boolean; language: 'de' | 'en' },
): QuestionWords {
  const { question } = messages[language].introductions;
  const [actor, other] = side === 'SECOND' ? [names.second, names.first] : [names.first, names.second];
  const values = { ...names, asker: askerName(names.asker, language), actor, other, purpose };
  const words = side === 'GO_BETWEEN' ? question.goBetween : question.end;
  const subject = fill(words.subject, values);
  return {
    subject: again ? fill(question.again, { subject }) : subject,
    lead: fill(words.lead, values),
    obligation: fill(words.obligation, values),
  };
}
