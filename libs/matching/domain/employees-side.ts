interface MaybeCouncil {
  kind: string;
  name: string;
  /** Whose people elected it, where it says so itself. */
  employerId: string | null;
}

/** Whether an actor is the council of one employer's workforce: it says so, or is called so. */
export function isCouncil({ kind, name, employerId }: MaybeCouncil): boolean {
  return (
    employerId !== null || (kind === 'UNION' && /betriebsrat|personalrat|mitarbeitervertretung|works council|staff council/i.test(name))
  );
}

const LEGAL_FORM = /^(g?gmbh|ag|kg|eg|e\.?|v\.?|se|ohg|co\.?|&)$/i;

/** The one among others whose workforce a council speaks for: the one it names, else the longest name that stands whole in the council's. */
export function employerOf<Actor extends { id: string; name: string }>(council: MaybeCouncil, others: readonly Actor[]): Actor | null {
  if (council.employerId !== null) return others.find(({ id }) => id === council.employerId) ?? null;
  if (!isCouncil(council)) return null;
  const wordsOf = (name: string) => name.split(/[\s–-]+/).filter((word) => word !== '' && !LEGAL_FORM.test(word));
  const said = new Set(wordsOf(council.name));
  // "Betriebsrat des Klinikums Westpark" speaks for the Klinikum Westpark.
  const saidAs = (word: string) => said.has(word) || said.has(`${word}s`) || said.has(`${word}es`);
  const named = others.filter(({ name }) => wordsOf(name).length > 1 && wordsOf(name).every(saidAs));
  return named.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}
