import { useState } from 'react';
import { CoordinatorsPage } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, FactLine, Loading, Section, TextButton } from '@knotenpunkt/webkit/ui';
import { ActorLink } from '../ActorLink';
import { DecideWordDialog, type WordAct } from './DecideWordDialog';
import { readWord, useRegionCompetences, type CompetenceWord } from './useCompetenceWords';
import { WordState } from './WordState';

const QUEUE = graphql(`
  query WaitingCompetenceWords {
    waitingCompetenceWords {
      useCount
      word {
        ...CompetenceWordParts
        actor {
          id
          name
          slug
          kind
        }
      }
    }
    decidedCompetenceWords {
      ...CompetenceWordParts
    }
  }
`);

/** `/koordination/begriffe`: words that organisations propose for the vocabulary of competences, and what was made of others. */
export function CompetenceWordsPage() {
  const t = useMessages('actors');
  return (
    <CoordinatorsPage narrow title={t('words.title')} explanation={t('words.explanation')} only={t('words.coordinatorsOnly')}>
      <Queue />
    </CoordinatorsPage>
  );
}

const ACTS = ['takeIn', 'equate', 'refuse'] as const satisfies readonly WordAct[];

function Queue() {
  const t = useMessages('actors');
  const format = useFormat();
  const { data, error, refetch } = useQuery(QUEUE, { fetchPolicy: 'cache-and-network' });
  const { catalogue, refresh } = useRegionCompetences();
  const [open, setOpen] = useState<{ word: CompetenceWord; act: WordAct } | null>(null);
  useLiveChanges(['actor'], () => void refetch());
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data || !catalogue) return <Loading />;
  const decided = data.decidedCompetenceWords.map(readWord);
  const again = (word: CompetenceWord) => (
    <TextButton aria-label={t('words.againNamed', { word: word.written })} onClick={() => setOpen({ word, act: 'takeIn' })}>
      {t('words.again')}
    </TextButton>
  );
  return (
    <>
      <Section title={t('words.waiting', { count: data.waitingCompetenceWords.length })}>
        {data.waitingCompetenceWords.length === 0 ? <EmptyState>{t('words.none')}</EmptyState> : null}
        <EntryList label={t('words.waiting', { count: data.waitingCompetenceWords.length })}>
          {data.waitingCompetenceWords.map(({ word: fragment, useCount }) => {
            const word = readWord(fragment);
            return (
              <Entry
                key={word.id}
                title={word.written}
                beside={t('words.uses', { count: useCount })}
                meta={
                  <FactLine
                    parts={[
                      fragment.actor ? <ActorLink key="actor" actor={fragment.actor} /> : null,
                      t('words.proposedOn', { date: format.date(word.proposedOn) }),
                    ]}
                  />
                }
                actions={ACTS.map((act) => (
                  <TextButton key={act} aria-label={t(`words.${act}Named`, { word: word.written })} onClick={() => setOpen({ word, act })}>
                    {t(`words.${act}`)}
                  </TextButton>
                ))}
              />
            );
          })}
        </EntryList>
      </Section>
      {decided.length > 0 ? (
        <Section title={t('words.decided')}>
          <EntryList label={t('words.decided')}>
            {decided.map((word) => (
              <Entry key={word.id} title={word.written} actions={word.state === 'REFUSED' ? again(word) : null}>
                <WordState word={word} catalogue={catalogue} />
              </Entry>
            ))}
          </EntryList>
        </Section>
      ) : null}
      {open ? (
        <DecideWordDialog
          key={`${open.word.id} ${open.act}`}
          {...open}
          catalogue={catalogue}
          onDone={() => void Promise.all([refetch(), refresh()])}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
