import type { CompetenceCatalogue } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import type { CompetenceWord } from './useCompetenceWords';

/** What became of a word, in a sentence. */
export function WordState({ word, catalogue }: { word: CompetenceWord; catalogue: CompetenceCatalogue | null }) {
  const t = useMessages('actors');
  const format = useFormat();
  const language = useLanguage();
  const { written, state, term, reason } = word;
  return (
    <>
      {t(`words.states.${state}`, {
        word: written,
        term: term === null ? '' : (catalogue?.label(term, language) ?? term),
        date: format.date(word.decidedOn ?? word.proposedOn),
        reason,
      })}
    </>
  );
}
