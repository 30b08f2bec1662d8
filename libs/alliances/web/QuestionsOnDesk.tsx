import { Link } from 'react-router';
import { howFar } from '@knotenpunkt/alliances/domain';
import { useCoordinates } from '@knotenpunkt/identity/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, Section } from '@knotenpunkt/webkit/ui';

const QUESTIONS = graphql(`
  query QuestionsWithoutAlliance {
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
            slug
            state
            members {
              bench
              state
            }
            round {
              id
              parties {
                actorId
                answer
              }
            }
          }
        }
      }
    }
  }
`);

type Question = ResultOf<typeof QUESTIONS>['challenges']['edges'][number]['node'];

const SHOWN = 4;

/** Desk of the coordination: questions without an alliance, each with how far it is and the way on from there. */
export function QuestionsOnDesk() {
  const t = useMessages('alliances');
  const permitted = useCoordinates();
  const { data, error, refetch } = useQuery(QUESTIONS, permitted ? {} : skipToken);
  useLiveChanges(['challenge', 'alliance'], () => {
    if (permitted) void refetch();
  });
  if (!permitted) return null;
  const questions = data?.challenges.edges.map(({ node }) => node) ?? [];
  return (
    <Section
      title={t('page.desk.without')}
      beside={
        questions.length > SHOWN ? (
          <Link to="/herausforderungen?zeigt=ohne-allianz">{t('page.desk.withoutCount', { count: questions.length })}</Link>
        ) : null
      }
    >
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data && questions.length === 0 ? <EmptyState>{t('page.desk.withoutNone')}</EmptyState> : null}
      <EntryList label={t('page.desk.without')}>
        {questions.slice(0, SHOWN).map((question) => (
          <Entry
            key={question.id}
            title={<Link to={`/herausforderungen/${question.slug}`}>{question.question}</Link>}
            actions={<WayOn question={question} />}
          />
        ))}
      </EntryList>
    </Section>
  );
}

function WayOn({ question: { slug, benches, alliances } }: { question: Question }) {
  const t = useMessages('alliances');
  const far = howFar(
    benches,
    alliances.map((alliance) => ({ ...alliance, answers: alliance.round?.parties.map(({ answer }) => answer ?? null) ?? null })),
  );
  if (far.step === 'NOTHING') return <Link to={`/allianzen/bauen/${slug}`}>{t('page.desk.toProposals')}</Link>;
  const to = far.step === 'DRAFT' ? `/allianzen/bauen/${slug}?allianz=${far.alliance.slug}` : `/allianzen/${far.alliance.slug}`;
  return <Link to={to}>{t(`page.desk.far.${far.step}`, { reached: far.reached, wanted: far.wanted })}</Link>;
}
