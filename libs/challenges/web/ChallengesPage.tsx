import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { THEMES, themeLabel, themeOf } from '@knotenpunkt/themes/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, usePages } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  EmptyState,
  LinkButton,
  Page,
  PagedEntries,
  PageHeader,
  SearchField,
  Segments,
  Select,
  TextButton,
  useRestingText,
} from '@knotenpunkt/webkit/ui';
import { ChallengeEntry } from './ChallengeEntry';
import './challenges.css';

const CHALLENGES = graphql(`
  query Challenges($filter: ChallengeFilterInput, $first: Int!, $after: String) {
    challenges(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          slug
          question
          themes
          benches {
            kind
            minimum
          }
          origin
          state
          isHidden
          untilOn
          askedBy {
            id
            slug
            name
            kind
          }
          alliances {
            id
            slug
            title
            members {
              bench
              state
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What each choice asks the server for; the word stands in the address. */
const CHOICES = {
  alle: {},
  'ohne-allianz': { states: ['PUBLISHED' as const], withoutAlliance: true },
  abgeschlossen: { states: ['CLOSED' as const] },
};
type ChoiceWord = keyof typeof CHOICES;
const WORDS = Object.keys(CHOICES) as ChoiceWord[];

/** What is filtered by, kept in the address so that it can be shared. */
function useFilter() {
  const [address, setAddress] = useSearchParams();
  const wanted = address.get('zeigt') as ChoiceWord | null;
  const theme = address.get('feld') ?? '';
  const now = {
    search: address.get('suche') ?? '',
    theme: themeOf(theme) ? theme : '',
    choice: wanted && WORDS.includes(wanted) ? wanted : ('alle' as const),
  };
  const change = (next: Partial<{ search: string; theme: string; choice: ChoiceWord }>) => {
    const { search, theme: feld, choice } = { ...now, ...next };
    const parameters = new URLSearchParams();
    if (search.trim()) parameters.set('suche', search);
    if (choice !== 'alle') parameters.set('zeigt', choice);
    if (feld) parameters.set('feld', feld);
    setAddress(parameters, { replace: true, preventScrollReset: true });
  };
  return { ...now, change, any: now.search.trim() !== '' || now.theme !== '' || now.choice !== 'alle' };
}

/** `/herausforderungen`: the questions of the region. */
export function ChallengesPage() {
  const t = useMessages('challenges');
  const language = useLanguage();
  const filter = useFilter();
  const [text, setText] = useRestingText(filter.search, (search) => filter.change({ search }));
  const search = useDeferredValue(filter.search).trim();
  const asked = { ...CHOICES[filter.choice], search: search || null, themes: filter.theme ? [filter.theme] : null };
  const pages = usePages(CHALLENGES, 'challenges', { filter: asked }, 30);
  useLiveChanges(['challenge', 'alliance'], () => void pages.refresh());
  return (
    <Page>
      <PageHeader
        title={t('page.title')}
        explanation={t('page.explanation')}
        actions={
          <LinkButton kind="primary" to="/herausforderungen/neu">
            {t('page.propose')}
          </LinkButton>
        }
      />
      <div className="challenges-filters" role="search" aria-label={t('page.filters')}>
        <SearchField label={t('page.search')} value={text} onChange={setText} shortcut />
        <Segments<ChoiceWord>
          label={t('page.choice')}
          value={filter.choice}
          onChange={(choice) => filter.change({ choice })}
          options={WORDS.map((value) => ({ value, label: t(`page.choices.${value}`) }))}
        />
        <div className="challenges-theme">
          <Select
            id="challenges-theme"
            name="theme"
            label={t('page.theme')}
            small
            none={t('page.allThemes')}
            value={filter.theme}
            onChange={(theme) => filter.change({ theme })}
            options={THEMES.map(({ id }) => ({ value: id, label: themeLabel(id, language) }))}
          />
        </div>
      </div>
      {filter.any ? (
        <p>
          <TextButton
            onClick={() => {
              setText('');
              filter.change({ search: '', theme: '', choice: 'alle' });
            }}
          >
            {t('page.reset')}
          </TextButton>
        </p>
      ) : null}
      <PagedEntries
        label={t('page.title')}
        pages={pages}
        empty={
          <EmptyState step={filter.any ? null : <LinkButton to="/herausforderungen/neu">{t('page.propose')}</LinkButton>}>
            {t(filter.any ? 'page.none' : 'page.empty')}
          </EmptyState>
        }
      >
        {(challenge) => <ChallengeEntry key={challenge.id} challenge={challenge} />}
      </PagedEntries>
    </Page>
  );
}
