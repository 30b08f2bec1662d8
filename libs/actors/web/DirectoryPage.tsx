import { useDeferredValue } from 'react';
import { Link, useSearchParams } from 'react-router';
import { searchWordsOf } from '@knotenpunkt/actors/domain';
import { ACTOR_KINDS, isActorKind, THEMES, themeLabel, themeOf, type ActorKind } from '@knotenpunkt/themes/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, usePages, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  AsideFilters,
  CheckboxGroup,
  EmptyState,
  PagedEntries,
  Entry,
  FactLine,
  KindMark,
  PageHeader,
  ProvenanceNote,
  SearchField,
  Segments,
  Tag,
  TextButton,
  useRestingText,
  WithAside,
} from '@knotenpunkt/webkit/ui';
import { ActorLogo } from './ActorLogo';
import './actors.css';

const DIRECTORY = graphql(`
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
          themes
          provenance
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

const FACETS = graphql(`
  query ActorFacets($filter: ActorFilterInput) {
    actorFacets(filter: $filter) {
      total
      kinds {
        id
        count
      }
      themes {
        id
        count
      }
    }
  }
`);

const DIRECTIONS = { sucht: 'NEED', bietet: 'OFFER' } as const;
type DirectionWord = keyof typeof DIRECTIONS | 'alle';

/** What is filtered by, kept in the address so that it can be shared. */
function useFilter() {
  const [address, setAddress] = useSearchParams();
  const search = address.get('suche') ?? '';
  const kinds = address.getAll('art').filter(isActorKind);
  const themes = address.getAll('feld').filter((id) => themeOf(id) !== null);
  const wanted = address.get('zeigt');
  const direction: DirectionWord = wanted === 'sucht' || wanted === 'bietet' ? wanted : 'alle';
  const change = (next: { search?: string; kinds?: ActorKind[]; themes?: string[]; direction?: DirectionWord }) => {
    const all = { search, kinds, themes, direction, ...next };
    const parameters = new URLSearchParams();
    if (all.search.trim()) parameters.set('suche', all.search);
    if (all.direction !== 'alle') parameters.set('zeigt', all.direction);
    all.kinds.forEach((kind) => parameters.append('art', kind));
    all.themes.forEach((theme) => parameters.append('feld', theme));
    setAddress(parameters, { replace: true, preventScrollReset: true });
  };
  return {
    search,
    kinds,
    themes,
    direction,
    change,
    any: search.trim() !== '' || kinds.length + themes.length > 0 || direction !== 'alle',
  };
}

/** All organisations of the region, to search and to filter. */
export function DirectoryPage() {
  const t = useMessages('actors');
  const tKinds = useMessages('themes');
  const language = useLanguage();
  const format = useFormat();
  const filter = useFilter();
  const [text, setText] = useRestingText(filter.search, (search) => filter.change({ search }));
  const words = useDeferredValue(filter.search);
  const asked = {
    search: searchWordsOf(words).length > 0 ? words : null,
    kinds: filter.kinds,
    themes: filter.themes,
    direction: filter.direction === 'alle' ? null : DIRECTIONS[filter.direction],
  };
  const pages = usePages(DIRECTORY, 'actors', { filter: asked }, 30);
  const facets = useQuery(FACETS, { variables: { filter: asked } });
  useLiveChanges(['actor'], () => void pages.refresh());
  const counts = (facets.data ?? facets.previousData)?.actorFacets;
  const countOf = (list: readonly { id: string; count: number }[] | undefined, id: string) =>
    list?.find((each) => each.id === id)?.count ?? 0;
  const shownKinds = ACTOR_KINDS.filter((kind) => filter.kinds.includes(kind) || countOf(counts?.kinds, kind) > 0);
  const shownThemes = THEMES.filter(({ id }) => filter.themes.includes(id) || countOf(counts?.themes, id) > 0);

  const groups = (
    <>
      <CheckboxGroup
        id="directory-kinds"
        name="kinds"
        label={t('directory.kind')}
        small
        value={filter.kinds}
        onChange={(kinds) => filter.change({ kinds })}
        choices={shownKinds.map((kind) => ({
          value: kind,
          label: (
            <>
              <KindMark kind={kind} size={14} silent />
              {tKinds(`legend.${kind}`)}
            </>
          ),
          count: format.number(countOf(counts?.kinds, kind)),
        }))}
      />
      <CheckboxGroup
        id="directory-themes"
        name="themes"
        label={t('directory.theme')}
        small
        value={filter.themes}
        onChange={(themes) => filter.change({ themes })}
        choices={shownThemes.map(({ id }) => ({
          value: id,
          label: themeLabel(id, language),
          count: format.number(countOf(counts?.themes, id)),
        }))}
      />
    </>
  );

  return (
    <WithAside
      side="start"
      asideLabel={t('directory.filters')}
      aside={
        <>
          <SearchField label={t('directory.search')} value={text} onChange={setText} shortcut />
          <Segments<DirectionWord>
            label={t('directory.direction')}
            value={filter.direction}
            onChange={(direction) => filter.change({ direction })}
            options={[
              { value: 'alle', label: t('directory.all') },
              { value: 'sucht', label: t('directory.seeking') },
              { value: 'bietet', label: t('directory.offering') },
            ]}
          />
          <AsideFilters summary={t('directory.showFilters')} inUse={filter.kinds.length + filter.themes.length > 0}>
            {groups}
          </AsideFilters>
        </>
      }
    >
      <PageHeader title={t('directory.title')} explanation={t('directory.explanation')} />
      <p className="actors-count" role="status">
        {counts ? <strong>{t('directory.count', { count: counts.total })}</strong> : null}
        {filter.any ? (
          <TextButton
            onClick={() => {
              setText('');
              filter.change({ search: '', kinds: [], themes: [], direction: 'alle' });
            }}
          >
            {t('directory.reset')}
          </TextButton>
        ) : null}
      </p>
      <PagedEntries
        label={t('directory.list')}
        pages={pages}
        empty={<EmptyState>{t(filter.any ? 'directory.none' : 'directory.empty')}</EmptyState>}
      >
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
                <FactLine parts={[t(`webkit:kinds.${actor.kind}`), actor.city]} />
                {actor.themes.slice(0, 3).map((id) => (
                  <Tag key={id}>{themeLabel(id, language)}</Tag>
                ))}
                {actor.provenance === 'PUBLIC_SOURCES' ? <ProvenanceNote /> : null}
              </span>
            }
          >
            {actor.summary}
          </Entry>
        )}
      </PagedEntries>
    </WithAside>
  );
}
