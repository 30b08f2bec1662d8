import { useMessages } from '@knotenpunkt/webkit/i18n';
import { FactLine } from '@knotenpunkt/webkit/ui';
import { ActorLink } from '../ActorLink';
import type { SavedSearch } from './useSavedSearches';

/** The first few that a search has found anew, and how many more. */
export function NewFindsList({ search }: { search: Pick<SavedSearch, 'newFinds' | 'newCount'> }) {
  const t = useMessages('actors');
  const more = search.newCount - search.newFinds.length;
  return (
    <FactLine
      parts={[
        ...search.newFinds.map((actor) => <ActorLink key={actor.id} actor={actor} />),
        more > 0 && t('searches.more', { count: more }),
      ]}
    />
  );
}
