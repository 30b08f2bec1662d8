import { fill } from '@knotenpunkt/kernel';
import { messages } from './messages';

const phrases: Record<string, string> = messages.de.acts;

/** The message that tells an act (`initiative.registered`), or null for one that is not worth telling. */
export function phraseOfAct(verb: string): string | null {
  const key = verb.replace('.', '_');
  return phrases[key] === undefined ? null : `acts.${key}`;
}

/** An act as a line of plain text. */
export function lineOfAct({ verb, who, title }: { verb: string; who: string; title: string }, language: 'de' | 'en'): string {
  const phrase = (messages[language].acts as Record<string, string>)[verb.replace('.', '_')] ?? '';
  return fill(phrase.replace(/<\/?\w+>/g, ''), { who, title });
}

/** The page on which an act can be seen, if it has one. */
export function addressOfAct({ subjectType, subjectSlug }: { subjectType: string; subjectSlug?: string | null }): string | null {
  if (subjectType === 'commitment') return '/zusagen';
  if (subjectType === 'thread') return '/koordination';
  if (subjectType === 'competenceWord') return '/koordination/begriffe';
  if (subjectType === 'import') return subjectSlug ? `/koordination/import?liste=${subjectSlug}` : '/koordination/import';
  const place = {
    actor: 'akteure',
    initiative: 'vorhaben',
    challenge: 'herausforderungen',
    alliance: 'allianzen',
    introduction: 'vorstellungen',
    networkView: 'netzwerk/ansichten',
    networkRound: 'netzwerk/rundgaenge',
  }[subjectType];
  return place && subjectSlug ? `/${place}/${subjectSlug}` : null;
}
