import { Link } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useViewer } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, ErrorNotice, Section } from '@knotenpunkt/webkit/ui';
import { ChallengeDecisions } from './ChallengeDecisions';
import { useTableWords } from './useTableWords';
import './challenges.css';

const TO_PUBLISH = graphql(`
  query ChallengesToPublish {
    challenges(filter: { states: [PROPOSED] }, first: 20) {
      edges {
        node {
          id
          slug
          version
          question
          state
          benches {
            kind
            minimum
          }
          availableActions
          askedBy {
            id
            slug
            name
            kind
          }
        }
      }
    }
  }
`);

/** Desk: questions that wait for a coordinator's decision. Nothing for others, and nothing where none waits. */
export function ChallengesToPublish() {
  const t = useMessages('challenges');
  const coordinator = useViewer()?.coordinator ?? false;
  const atTable = useTableWords();
  const { data, error, refetch } = useQuery(TO_PUBLISH, coordinator ? {} : skipToken);
  useLiveChanges(['challenge'], () => {
    if (coordinator) void refetch();
  });
  const waiting = data?.challenges.edges.map(({ node }) => node) ?? [];
  if (!coordinator || (waiting.length === 0 && !error)) return null;
  return (
    <Section title={t('page.desk.title')} explanation={t('page.desk.explanation')}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      <EntryList label={t('page.desk.title')}>
        {waiting.map((challenge) => (
          <Entry
            key={challenge.id}
            title={<Link to={`/herausforderungen/${challenge.slug}`}>{challenge.question}</Link>}
            meta={
              challenge.askedBy ? (
                <span className="challenges-asker">
                  {t('page.asks')} <ActorLink actor={challenge.askedBy} marked />
                </span>
              ) : null
            }
            actions={<ChallengeDecisions small challenge={challenge} onChange={() => void refetch()} />}
          >
            {atTable(challenge.benches, [])}
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}
