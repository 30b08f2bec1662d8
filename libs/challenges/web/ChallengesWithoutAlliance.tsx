import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, Loading, Section } from '@knotenpunkt/webkit/ui';
import { useTableWords } from './useTableWords';
import './challenges.css';

const WITHOUT_ALLIANCE = graphql(`
  query ChallengesWithoutAlliance {
    challenges(filter: { states: [PUBLISHED], withoutAlliance: true }, first: 20) {
      edges {
        node {
          id
          slug
          question
          benches {
            kind
            minimum
          }
          alliances {
            id
            members {
              bench
              state
            }
          }
        }
      }
    }
  }
`);

const SHOWN = 3;

/** First page: questions for which there is no table yet. */
export function ChallengesWithoutAlliance() {
  const t = useMessages('challenges');
  const atTable = useTableWords();
  const { data, error, refetch } = useQuery(WITHOUT_ALLIANCE);
  useLiveChanges(['challenge', 'alliance'], () => void refetch());
  const questions = data?.challenges.edges.map(({ node }) => node) ?? [];
  return (
    <Section
      title={t('page.start.title')}
      explanation={t('page.start.explanation')}
      beside={
        questions.length > SHOWN ? (
          <Link to="/herausforderungen?zeigt=ohne-allianz">{t('page.start.all', { count: questions.length })}</Link>
        ) : null
      }
    >
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && questions.length === 0 ? <EmptyState>{t('page.start.none')}</EmptyState> : null}
      <EntryList label={t('page.start.title')}>
        {questions.slice(0, SHOWN).map(({ id, slug, question, benches, alliances }) => (
          <Entry key={id} title={<Link to={`/herausforderungen/${slug}`}>{question}</Link>}>
            {atTable(benches, alliances)}
          </Entry>
        ))}
      </EntryList>
      <p className="challenges-more">
        <Link to="/herausforderungen/neu">{t('page.propose')}</Link>
      </p>
    </Section>
  );
}
