import type { ReactNode } from 'react';
import type { Pages } from '@knotenpunkt/webkit/data';
import { ErrorNotice } from '../feedback/ErrorNotice';
import { Loading } from '../feedback/Loading';
import { EntryList } from './Entry';
import { MorePages } from './MorePages';

interface PagedEntriesProps<Node> {
  pages: Pages<Node>;
  label: string;
  /** Shown where there is nothing, usually an EmptyState. */
  empty: ReactNode;
  /** One entry of the list, with its key. */
  children: (node: Node) => ReactNode;
}

/** A list that grows page by page, with what is shown while it loads, when that fails, and where there is nothing. */
export function PagedEntries<Node>({ pages, label, empty, children }: PagedEntriesProps<Node>) {
  return (
    <>
      {pages.error ? <ErrorNotice error={pages.error} onRetry={() => void pages.refresh()} /> : null}
      {pages.loading ? <Loading /> : null}
      {!pages.loading && !pages.error && pages.nodes.length === 0 ? empty : null}
      <EntryList label={label}>{pages.nodes.map(children)}</EntryList>
      <MorePages pages={pages} />
    </>
  );
}
