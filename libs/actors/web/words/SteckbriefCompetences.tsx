import { useState } from 'react';
import { checkWord, WORD_LIMITS } from '@knotenpunkt/actors/domain';
import { newId } from '@knotenpunkt/kernel';
import type { CompetenceCatalogue } from '@knotenpunkt/themes/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { showToast, useAnswerToast, type FieldBinding } from '@knotenpunkt/webkit/ui';
import { TagPicker } from '../TagPicker';
import { PROPOSE_WORD, useWordsOf } from './useCompetenceWords';
import { WordState } from './WordState';

interface SteckbriefCompetencesProps extends FieldBinding<string[]> {
  actorId: string;
  /** The vocabulary as the region speaks it. */
  catalogue: CompetenceCatalogue | null;
  onProposed: () => Promise<void>;
}

/** The choice that proposes what was typed; no id of the vocabulary has a line break. */
const PROPOSAL = '\n';

/** Competences of a Steckbrief: from the vocabulary, or a word of one's own, which is proposed for it. */
export function SteckbriefCompetences({ actorId, catalogue, onProposed, ...field }: SteckbriefCompetencesProps) {
  const t = useMessages('actors');
  const language = useLanguage();
  const say = useAnswerToast('actors');
  const { send } = useMutationAnswer(PROPOSE_WORD);
  const { words, refresh } = useWordsOf(actorId);
  const [all, showAll] = useState(false);

  const find = (text: string) => {
    const found = (catalogue?.search(text, 12) ?? []).map(({ competence, matched }) => ({
      id: competence.id,
      text: competence[language],
      content: competence.inRegion?.includes(matched) ? t('words.means', { word: matched, term: competence[language] }) : undefined,
    }));
    const word = checkWord('word', text);
    const isNew = catalogue !== null && word.ok && catalogue.named(word.value) === null && !catalogue.has(word.value);
    return isNew ? [...found, { id: PROPOSAL + word.value, text: word.value, content: t('words.propose', { word: word.value }) }] : found;
  };
  const propose = async (word: string, others: string[]) => {
    const answer = await send({ input: { id: newId(), actorId, word } });
    if (answer.kind !== 'done') return say(answer, '');
    await Promise.all([onProposed(), refresh()]);
    field.onChange([...others, answer.value.term ?? word]);
    showToast({ text: t('words.proposed', { word }) });
  };
  const change = (next: string[]) => {
    const proposal = next.find((id) => id.startsWith(PROPOSAL));
    if (proposal === undefined) field.onChange(next);
    else
      void propose(
        proposal.slice(PROPOSAL.length),
        next.filter((id) => id !== proposal),
      );
  };
  const told = words.filter(({ state, term }) => state === 'REFUSED' || field.value.includes(term ?? ''));
  const shown = all ? words : told;
  return (
    <div>
      <TagPicker
        {...field}
        label={t('pickers.competences')}
        hint={t('words.hint', { max: WORD_LIMITS.open })}
        find={find}
        nameOf={(id) => catalogue?.label(id, language) ?? id}
        onChange={change}
      />
      {shown.length > 0 ? (
        <ul className="actors-words" aria-label={t('words.own')}>
          {shown.map((word) => (
            <li key={word.id}>
              <WordState word={word} catalogue={catalogue} />
            </li>
          ))}
        </ul>
      ) : null}
      {!all && words.length > told.length ? (
        <button type="button" className="kn-text-button" onClick={() => showAll(true)}>
          {t('words.showAll', { count: words.length })}
        </button>
      ) : null}
    </div>
  );
}
