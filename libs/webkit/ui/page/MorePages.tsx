import type { Pages } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button } from '../actions/Button';

/** Below what grows page by page: the next page, where there is one. */
export function MorePages({ pages }: { pages: Pick<Pages<unknown>, 'hasMore' | 'loadingMore' | 'loadMore'> }) {
  const t = useMessages('webkit');
  if (!pages.hasMore) return null;
  return (
    <Button block busy={pages.loadingMore} onClick={() => void pages.loadMore()}>
      {t('actions.more')}
    </Button>
  );
}
