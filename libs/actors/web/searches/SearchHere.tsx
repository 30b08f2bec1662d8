import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { addressOfFilter, SEARCH_NAME_LENGTH, type DirectoryFilter } from '@knotenpunkt/actors/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Notice } from '@knotenpunkt/webkit/ui';
import { useFilterWords } from '../useFilterWords';
import { NewFindsList } from './NewFindsList';
import { SaveSearchDialog } from './SaveSearchDialog';
import { LOOK_AT_SEARCH, useSavedSearches, type SavedSearch } from './useSavedSearches';

/**
 * In the directory: saves what is filtered by, or says under which name it is saved and what is new; looking at it makes it known.
 * Nothing for visitors. `sound`: what is searched for is found as it is written.
 */
export function SearchHere({ filter, any, sound }: { filter: DirectoryFilter; any: boolean; sound: boolean }) {
  const t = useMessages('actors');
  const { signedIn, searches, savedAs, refresh } = useSavedSearches();
  const words = useFilterWords(filter);
  const [open, setOpen] = useState(false);
  if (!signedIn || !searches) return null;
  const address = addressOfFilter(filter).toString();
  const saved = any ? savedAs(address) : null;
  return (
    <>
      {any && !saved && sound ? (
        <Button small onClick={() => setOpen(true)}>
          {t('searches.save')}
        </Button>
      ) : null}
      {saved ? <Link to="/suchen">{t('searches.here', { name: saved.name })}</Link> : null}
      {!saved && searches.length > 0 ? <Link to="/suchen">{t('searches.manage', { count: searches.length })}</Link> : null}
      {open ? (
        <SaveSearchDialog
          address={address}
          suggested={words.join(', ').slice(0, SEARCH_NAME_LENGTH)}
          onSaved={() => void refresh()}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

/** In the directory, above what a saved search finds: who is new in it. Seen once, it is no news any more. */
export function NewsHere({ filter }: { filter: DirectoryFilter }) {
  const t = useMessages('actors');
  const { savedAs, refresh } = useSavedSearches();
  const look = useMutationAnswer(LOOK_AT_SEARCH);
  const saved = savedAs(addressOfFilter(filter).toString());
  // What was new on coming here stays until one leaves this search.
  const [news, setNews] = useState<SavedSearch | null>(null);
  const isNews = saved !== null && saved.newCount > 0 && news?.id !== saved.id;
  const { send } = look;
  useEffect(() => {
    if (!isNews) return;
    setNews(saved);
    void send({ id: saved.id }).then(refresh);
  }, [isNews, saved, send, refresh]);
  if (!news || news.id !== saved?.id) return null;
  return (
    <Notice title={t('searches.newHere')}>
      <NewFindsList search={news} />
    </Notice>
  );
}
