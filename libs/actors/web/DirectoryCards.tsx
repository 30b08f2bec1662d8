import { Link } from 'react-router';
import { themeLabel } from '@knotenpunkt/themes/domain';
import type { ResultOf } from '@knotenpunkt/webkit/contract';
import { graphql } from '@knotenpunkt/webkit/contract';
import type { Pages } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, KindMark, PagedEntries, ProvenanceNote, Tag } from '@knotenpunkt/webkit/ui';
import type { ReactNode } from 'react';
import { ActorLogo } from './ActorLogo';
import { Age } from './confirmation/Age';

export const DIRECTORY = graphql(`
  query ActorDirectory($filter: ActorFilterInput, $first: Int!, $after: String) {
    actors(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          slug
          name
          kind
          summary
          city
          district
          themes
          sector
          size
          employer {
            id
            name
          }
          provenance
          confirmedOn
          outdated
          logo {
            address
            smallAddress
          }
          needCount
          offerCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** An actor as the directory shows it. */
export type ListedActor = ResultOf<typeof DIRECTORY>['actors']['edges'][number]['node'];

/** What is found, one below the other. */
export function DirectoryCards({ pages, empty }: { pages: Pages<ListedActor>; empty: ReactNode }) {
  const t = useMessages('actors');
  const language = useLanguage();
  return (
    <PagedEntries label={t('directory.list')} pages={pages} empty={empty}>
      {(actor) => (
        <Entry
          key={actor.id}
          mark={
            <span className="actors-mark">
              {actor.logo ? <ActorLogo src={actor.logo.smallAddress} size="small" /> : <KindMark kind={actor.kind} size={18} />}
            </span>
          }
          title={<Link to={`/akteure/${actor.slug}`}>{actor.name}</Link>}
          beside={
            <FactLine
              parts={[
                actor.needCount > 0 && t('directory.needs', { count: actor.needCount }),
                actor.offerCount > 0 && t('directory.offers', { count: actor.offerCount }),
              ]}
            />
          }
          meta={
            <span className="actors-meta">
              <FactLine
                parts={[
                  t(`webkit:kinds.${actor.kind}`),
                  actor.city,
                  actor.employer && t('directory.councilOf', { name: actor.employer.name }),
                ]}
              />
              {actor.themes.slice(0, 3).map((id) => (
                <Tag key={id}>{themeLabel(id, language)}</Tag>
              ))}
              {actor.provenance === 'PUBLIC_SOURCES' ? <ProvenanceNote /> : null}
              <Age of={actor} />
            </span>
          }
        >
          {actor.summary}
        </Entry>
      )}
    </PagedEntries>
  );
}
