import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, FactLine, Loading, Section, Tag } from '@knotenpunkt/webkit/ui';

const PLACES = graphql(`
  query AlliancePlaces($actorId: ID!) {
    alliancePlaces(actorId: $actorId) {
      allianceId
      slug
      title
      state
      memberState
      question
      challengeSlug
      answer
      answeredOn
      change
    }
  }
`);

type Place = ResultOf<typeof PLACES>['alliancePlaces'][number];

/** Where one's own organisation was planned for or asked, and what it answered; `beside`: what the page puts beside one. */
export function AlliancesHeld({ actor, beside }: { actor: { id: string }; beside?: (allianceId: string) => ReactNode }) {
  const t = useMessages('alliances');
  const {
    data: read,
    previousData,
    error,
    refetch,
  } = useQuery(PLACES, { variables: { actorId: actor.id }, fetchPolicy: 'cache-and-network' });
  useLiveChanges(['alliance'], () => void refetch());
  const data = read ?? previousData;
  return (
    <Section title={t('held.title')} explanation={t('held.explanation')}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.alliancePlaces.length === 0 ? <EmptyState>{t('held.none')}</EmptyState> : null}
      <EntryList label={t('held.title')}>
        {(data?.alliancePlaces ?? []).map((place) => (
          <PlaceEntry key={place.allianceId} place={place} beside={beside?.(place.allianceId)} />
        ))}
      </EntryList>
    </Section>
  );
}

function PlaceEntry({ place, beside }: { place: Place; beside: ReactNode }) {
  const t = useMessages('alliances');
  const tRounds = useMessages('agreements');
  const format = useFormat();
  const { slug, title, state, memberState, question, challengeSlug, answer, answeredOn, change } = place;
  const draft = state === 'DRAFT';
  return (
    <Entry
      title={slug ? <Link to={`/allianzen/${slug}`}>{title}</Link> : t('held.draft')}
      beside={<Tag>{t(draft ? 'held.planned' : `held.${memberState}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            draft
              ? t('held.draftNote')
              : answer && answeredOn
                ? t('held.answered', { date: format.date(answeredOn), answer: tRounds(`round.answers.${answer}`) })
                : state === 'INVITING'
                  ? t('held.silent')
                  : null,
            change ? t('held.change', { text: change }) : null,
          ]}
        />
      }
      actions={beside}
    >
      {question && challengeSlug ? <Link to={`/herausforderungen/${challengeSlug}`}>{t('held.question', { question })}</Link> : null}
    </Entry>
  );
}
