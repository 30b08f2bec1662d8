/** Whether an actor is the council of one employer's workforce, by its name. */
export function isCouncil(actor: { kind: string; name: string }): boolean {
  return actor.kind === 'UNION' && /betriebsrat|personalrat|mitarbeitervertretung|works council|staff council/i.test(actor.name);
}

const LEGAL_FORM = /^(g?gmbh|ag|kg|eg|e\.?|v\.?|se|ohg|co\.?|&)$/i;

/** The one among others whose workforce a council speaks for: the longest name that stands whole in the council's. */
export function employerOf<Actor extends { name: string }>(
  council: { kind: string; name: string },
  others: readonly Actor[],
): Actor | null {
  if (!isCouncil(council)) return null;
  const wordsOf = (name: string) => name.split(/[\s–-]+/).filter((word) => word !== '' && !LEGAL_FORM.test(word));
  const said = new Set(wordsOf(council.name));
  // "Betriebsrat des Klinikums Westpark" speaks for the Klinikum Westpark.
  const saidAs = (word: string) => said.has(word) || said.has(`${word}s`) || said.has(`${word}es`);
  const named = others.filter(({ name }) => wordsOf(name).length > 1 && wordsOf(name).every(saidAs));
  return named.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}
