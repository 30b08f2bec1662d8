import type { ChallengeText } from './challenge-text';

/** Fields of action in which a works council has a say. */
const CONCERNED_THEMES = new Set(['arbeitszeit', 'ki', 'weiterbildung']);

const CONCERNED_WORDS =
  /arbeitszeit|schicht|dienstpl|überstund|tage-woche|vier-tage|teilzeit|(?<!\p{L})ki(?!\p{L})|künstliche.? intelligenz|algorithm|robot|cobot|überwach|qualifizier|weiterbild|umschul|umlern|arbeitsplatzabbau|stellenabbau|(?:personal|beschäftigten|mitarbeiter|mitarbeitenden)-?daten|personalakte|leistungskontroll|working (?:time|hours)|shift (?:work|plan)|(?<!\p{L})ai(?!\p{L})|artificial intelligence|(?:staff|employee|personnel) (?:data|records)|upskill|reskill|retrain/iu;

/**
 * Whether a question touches what employees decide on together with their employer: working time and technology that
 * can watch behaviour (§ 87 (1) nos. 2, 3 and 6 BetrVG), procedures with artificial intelligence (§ 90 (1) no. 3), data
 * about staff (§§ 83, 94) and vocational training (§§ 96 to 98). Then somebody who speaks for the employees belongs at
 * the table even if nobody thought of it.
 */
export function concernsEmployees(question: { text: string; themes: readonly string[] }): boolean {
  return question.themes.some((theme) => CONCERNED_THEMES.has(theme)) || CONCERNED_WORDS.test(question.text);
}

/** The same of a challenge, by all its words. */
export function challengeConcernsEmployees({
  question,
  context,
  concerns,
  themes,
}: Pick<ChallengeText, 'question' | 'context' | 'concerns' | 'themes'>): boolean {
  return concernsEmployees({ text: [question, context, concerns].join('\n'), themes });
}
