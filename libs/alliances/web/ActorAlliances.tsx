import { Link } from 'react-router';
import type { Steckbrief } from '@knotenpunkt/actors/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, Section, Tag } from '@knotenpunkt/webkit/ui';

const OF_ACTOR = graphql(`
  query AlliancesOfActor($actorId: ID!) {
    alliances(filter: { actorId: $actorId }, first: 20) {
      edges {
        node {
          id
          slug
          title
          purpose
          state
          members {
            actorId
            commitment
          }
        }
      }
    }
  }
`);

/** Steckbrief: the alliances an organisation belongs to. Nothing where there are none. */
export function ActorAlliances({ actor }: { actor: Steckbrief }) {
  const t = useMessages('alliances');
  const { data, refetch } = useQuery(OF_ACTOR, { variables: { actorId: actor.id } });
  useLiveChanges(['alliance'], () => void refetch());
  const alliances = data?.alliances.edges.map(({ node }) => node) ?? [];
  if (alliances.length === 0) return null;
  return (
    <Section title={t('page.actor.title')}>
      <EntryList label={t('page.actor.title')}>
        {alliances.map((alliance) => {
          const commitment = alliance.members.find((member) => member.actorId === actor.id)?.commitment;
          return (
            <Entry
              key={alliance.id}
              title={<Link to={`/allianzen/${alliance.slug}`}>{alliance.title}</Link>}
              beside={<Tag>{t(`states.${alliance.state}`)}</Tag>}
              meta={commitment ? t('page.actor.commits', { commitment }) : null}
            >
              {alliance.purpose}
            </Entry>
          );
        })}
      </EntryList>
    </Section>
  );
}
