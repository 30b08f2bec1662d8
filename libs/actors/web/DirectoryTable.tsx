import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sectionOf } from '@knotenpunkt/themes/domain';
import type { Pages } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, Loading, MorePages, Table } from '@knotenpunkt/webkit/ui';
import { Age } from './confirmation/Age';
import type { ListedActor } from './DirectoryCards';

/** What is found, as rows to compare. */
export function DirectoryTable({ pages, empty }: { pages: Pages<ListedActor>; empty: ReactNode }) {
  const t = useMessages('actors');
  const language = useLanguage();
  const format = useFormat();
  if (pages.error && pages.nodes.length === 0) return <ErrorNotice error={pages.error} onRetry={() => void pages.refresh()} />;
  if (pages.loading) return <Loading />;
  if (pages.nodes.length === 0) return empty;
  return (
    <>
      <Table
        caption={t('directory.list')}
        stacked
        columns={[
          { id: 'name', label: t('directory.columns.name') },
          { id: 'kind', label: t('directory.columns.kind') },
          { id: 'sector', label: t('directory.columns.sector') },
          { id: 'size', label: t('directory.columns.size') },
          { id: 'place', label: t('directory.columns.place') },
          { id: 'needs', label: t('directory.columns.needs'), numeric: true },
          { id: 'offers', label: t('directory.columns.offers'), numeric: true },
        ]}
        rows={pages.nodes.map((actor) => ({
          id: actor.id,
          cells: {
            name: (
              <>
                <div>
                  <Link to={`/akteure/${actor.slug}`}>{actor.name}</Link>
                </div>
                <Age of={actor} />
              </>
            ),
            kind: t(`webkit:kinds.${actor.kind}`),
            sector: (actor.sector && sectionOf(actor.sector)?.[language]) || '–',
            size: actor.size ? t(`profile.sizes.${actor.size}`) : '–',
            place: [actor.district, actor.city].filter(Boolean).join(', '),
            needs: format.number(actor.needCount),
            offers: format.number(actor.offerCount),
          },
        }))}
      />
      <MorePages pages={pages} />
    </>
  );
}
