import { useDeferredValue } from 'react';
import { searchWordsOf } from '@knotenpunkt/actors/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, usePages, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  AsideFilters,
  EmptyState,
  Notice,
  LinkButton,
  PageHeader,
  SearchField,
  Segments,
  TextButton,
  useRestingText,
  WithAside,
} from '@knotenpunkt/webkit/ui';
import { DIRECTORY, DirectoryCards } from './DirectoryCards';
import { DirectoryFilters } from './DirectoryFilters';
import { DirectoryMap } from './DirectoryMap';
import { DirectoryPrinted } from './DirectoryPrinted';
import { DirectoryTable } from './DirectoryTable';
import { DirectoryTake } from './DirectoryTake';
import { NewsHere, SearchHere } from './searches/SearchHere';
import { DIRECTORY_VIEWS, useDirectoryFilter, type DirectoryView } from './useDirectoryFilter';
import './actors.css';

const FACETS = graphql(`
  query ActorFacets($filter: ActorFilterInput) {
    actorFacets(filter: $filter) {
      total
      misspelt
      kinds {
        id
        count
      }
      themes {
        id
        count
      }
      sectors {
        id
        count
      }
      sizes {
        id
        count
      }
      places {
        id
        count
      }
      directions {
        id
        count
      }
    }
  }
`);

/** All organisations of the region, to search and to filter: as cards, as a table, on a map. */
export function DirectoryPage() {
  const t = useMessages('actors');
  const format = useFormat();
  const state = useDirectoryFilter();
  const { filter, view } = state;
  const [text, setText] = useRestingText(filter.search, (search) => state.change({ search }));
  const words = useDeferredValue(filter.search);
  const asked = { ...filter, search: searchWordsOf(words).length > 0 ? words : null };
  const pages = usePages(DIRECTORY, 'actors', { filter: asked }, 30);
  const facets = useQuery(FACETS, { variables: { filter: asked } });
  useLiveChanges(['actor'], () => void pages.refresh());
  const counts = (facets.data ?? facets.previousData)?.actorFacets;
  const saying = (id: string) => format.number(counts?.directions.find((each) => each.id === id)?.count ?? 0);
  const empty = <EmptyState>{t(state.any ? 'directory.none' : 'directory.empty')}</EmptyState>;
  const inUse = filter.kinds.length + filter.themes.length + filter.sectors.length + filter.sizes.length + filter.places.length > 0;

  return (
    <WithAside
      side="start"
      asideLabel={t('directory.filters')}
      aside={
        <>
          <SearchField label={t('directory.search')} value={text} onChange={setText} shortcut />
          <Segments<'ALL' | 'NEED' | 'OFFER'>
            label={t('directory.direction')}
            value={filter.direction ?? 'ALL'}
            onChange={(direction) => state.change({ direction: direction === 'ALL' ? null : direction })}
            options={[
              { value: 'ALL', label: t('directory.all') },
              { value: 'NEED', label: t('directory.seeking') },
              { value: 'OFFER', label: t('directory.offering') },
            ]}
          />
          {counts ? <p className="actors-quiet">{t('directory.saying', { needs: saying('NEED'), offers: saying('OFFER') })}</p> : null}
          <AsideFilters summary={t('directory.showFilters')} inUse={inUse}>
            <DirectoryFilters state={state} counts={counts} />
          </AsideFilters>
        </>
      }
    >
      <PageHeader
        title={t('directory.title')}
        explanation={t('directory.explanation')}
        actions={<LinkButton to="/akteure/neu">{t('registration.newOne')}</LinkButton>}
      />
      <div className="actors-count">
        <span role="status">{counts ? <strong>{t('directory.count', { count: counts.total })}</strong> : null}</span>
        {state.any ? (
          <TextButton
            onClick={() => {
              setText('');
              state.reset();
            }}
          >
            {t('directory.reset')}
          </TextButton>
        ) : null}
        <SearchHere filter={filter} any={state.any} sound={counts !== undefined && !counts.misspelt} />
        <Segments<DirectoryView>
          label={t('directory.view')}
          value={view}
          onChange={state.show}
          options={DIRECTORY_VIEWS.map((each) => ({ value: each, label: t(`directory.views.${each}`) }))}
        />
      </div>
      {counts ? (
        <DirectoryPrinted filter={filter} shown={view === 'karte' ? counts.total : pages.nodes.length} total={counts.total} />
      ) : null}
      {state.any ? <NewsHere filter={filter} /> : null}
      {counts?.misspelt && counts.total > 0 ? (
        <Notice title={t('directory.misspelt', { search: words.trim() })}>{t('directory.misspeltText')}</Notice>
      ) : null}
      {view === 'karten' ? <DirectoryCards pages={pages} empty={empty} /> : null}
      {view === 'tabelle' ? <DirectoryTable pages={pages} empty={empty} /> : null}
      {view === 'karte' ? <DirectoryMap filter={asked} total={counts?.total} empty={empty} /> : null}
      {counts && counts.total > 0 ? <DirectoryTake filter={filter} /> : null}
    </WithAside>
  );
}
