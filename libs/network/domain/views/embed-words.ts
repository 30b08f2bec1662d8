import { dayInWords, fill, type Grade, type LocalDate } from '@knotenpunkt/kernel';
import { messages as themes } from '@knotenpunkt/themes/domain';
import { messages } from '../messages';

/** How an embedded view speaks in one language. */
export function embedWords(language: 'de' | 'en') {
  const { embed } = messages[language].views;
  const { state } = messages[language];
  const number = new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB');
  const counted = (one: string, other: string, count: number) => fill(count === 1 ? one : other, { count: number.format(count) });
  return {
    ...embed,
    grade: (grade: Grade): string => embed.grades[grade],
    kind: (kind: string): string => (themes[language].legend as Record<string, string>)[kind] ?? kind,
    state: (asOf: LocalDate, actors: number, ties: number): string =>
      `${fill(state.asOf, { date: dayInWords(asOf, language) })} · ${counted(state.actors_one, state.actors_other, actors)}, ${counted(state.ties_one, state.ties_other, ties)}`,
    source: (region: string): string => fill(embed.source, { region }),
    more: (count: number): string => counted(embed.more_one, embed.more_other, count),
    asOfView: (date: LocalDate): string => fill(embed.asOfView, { date: dayInWords(date, language) }),
  };
}
