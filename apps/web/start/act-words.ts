import de from '../messages.de.json' with { type: 'json' };

const phrases: Record<string, string> = de.acts.phrases;

/** The message that tells an act (`initiative.registered`), or null for one that is not worth the first page. */
export function phraseOfAct(verb: string): string | null {
  const key = verb.replace('.', '_');
  return phrases[key] === undefined ? null : `acts.phrases.${key}`;
}

/** The page on which an act can be seen, if it has one. */
export function addressOfAct({ subjectType, subjectSlug }: { subjectType: string; subjectSlug?: string | null }): string | null {
  if (subjectType === 'commitment') return '/zusagen';
  const place = { actor: 'akteure', initiative: 'vorhaben', challenge: 'herausforderungen', alliance: 'allianzen' }[subjectType];
  return place && subjectSlug ? `/${place}/${subjectSlug}` : null;
}
