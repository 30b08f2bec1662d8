/** Fields of action in which a works council has a say. */
const CONCERNED_THEMES = new Set(['arbeitszeit', 'ki', 'weiterbildung', 'digitalisierung']);

const CONCERNED_WORDS =
  /arbeitszeit|schicht|dienstpl|überstund|tage-woche|vier-tage|teilzeit|(?<!\p{L})ki(?!\p{L})|künstliche.? intelligenz|algorithm|robot|cobot|überwach|qualifizier|weiterbild|umschul|umlern|arbeitsplatzabbau|stellenabbau/iu;

/**
 * Whether a question touches what employees decide on together with their employer: working time and technology that
 * can watch behaviour (§ 87 (1) nos. 2, 3 and 6 BetrVG), procedures with artificial intelligence (§ 90 (1) no. 3) and
 * vocational training (§§ 96 to 98). Then somebody who speaks for the employees belongs at the table even if nobody
 * thought of it.
 */
export function concernsEmployees(question: { text: string; themes: readonly string[] }): boolean {
  return question.themes.some((theme) => CONCERNED_THEMES.has(theme)) || CONCERNED_WORDS.test(question.text);
}

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
  const named = others.filter(({ name }) => wordsOf(name).length > 1 && wordsOf(name).every((word) => said.has(word)));
  return named.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}
